package tinct.metrics;

/** SSIMULACRA 2 of two pictures that come row by row; see {@link Ssimulacra2}. Takes about 8 kB a column. */
final class Ssimulacra2Rows {
    private final int width;
    private final int height;
    private final int threads;
    private final Pyramid original;
    private final Pyramid result;
    private final ScaleErrors errors;
    private final int[] step;
    private final int[] otherStep;
    private int rows;
    private int pending;

    /** For opaque pictures of {@link Ssimulacra2#LEAST_SIDE} pixels at least along each side. */
    Ssimulacra2Rows(int width, int height, int threads) {
        this.width = width;
        this.height = height;
        this.threads = threads;
        this.original = new Pyramid(width, height, ScaleErrors.KEPT);
        this.result = new Pyramid(width, height, ScaleErrors.KEPT);
        this.errors = new ScaleErrors(original, result);
        this.step = new int[Math.multiplyExact(width, Math.min(height, Pyramid.STEP))];
        this.otherStep = new int[step.length];
    }

    /** Takes the next row of each picture: opaque packed sRGB [width]. */
    void add(int[] row, int[] otherRow) {
        System.arraycopy(row, 0, step, pending * width, width);
        System.arraycopy(otherRow, 0, otherStep, pending * width, width);
        pending++;
        rows++;
        if (pending == Pyramid.STEP || rows == height) {
            original.add(step, pending, threads);
            result.add(otherStep, pending, threads);
            errors.advance(threads);
            pending = 0;
        }
    }

    /** The score; to be asked after the last row. */
    double score() {
        assert rows == height;
        return errors.score();
    }
}

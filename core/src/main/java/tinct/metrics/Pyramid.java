package tinct.metrics;

import tinct.internal.Parallel;

/**
 * A picture at the scales of SSIMULACRA 2, each half as large as the one before, in {@link PositiveXyb}.
 *
 * <p>Rows are added from the top. Either all are kept, 16 bytes a pixel, or those that are {@linkplain #forget forgotten}
 * make room for new ones. Halving is the mean of four pixels of linear light; an odd last row or column counts twice.
 */
final class Pyramid {
    /** Most rows that may be added at once, and a multiple of {@link #CHUNK}. */
    static final int STEP = 128;

    private static final int SCALES = 6;

    /** Rows that are one row, or part of one, at the coarsest scale: no chunk needs a pixel of another. */
    private static final int CHUNK = 1 << SCALES - 1;

    /** Below this side a scale is not halved any more. */
    private static final int LEAST_SIDE = Ssimulacra2.LEAST_SIDE;

    private final int scales;
    private final int[] widths;
    private final int[] heights;

    /** [scales][3][rows kept * width]. */
    private final float[][][] planes;

    /** [scales]: the row at the start of the planes. */
    private final int[] first;

    private int rows;

    /**
     * Makes a pyramid without rows.
     *
     * @param kept rows of a scale that must not be forgotten when others are added; the height to keep all
     */
    Pyramid(int width, int height, int kept) {
        this.scales = scales(width, height);
        this.widths = new int[scales];
        this.heights = new int[scales];
        this.planes = new float[scales][3][];
        this.first = new int[scales];
        for (int scale = 0; scale < scales; scale++) {
            widths[scale] = halved(width, scale);
            heights[scale] = halved(height, scale);
            int capacity = (int) Math.min(heights[scale], (long) kept + (STEP >> scale));
            for (int channel = 0; channel < 3; channel++) {
                planes[scale][channel] = new float[Math.multiplyExact(capacity, widths[scale])];
            }
        }
    }

    /** A scale is there if the one before it, not itself, has the least side: the definition has it so. */
    private static int scales(int width, int height) {
        int least = Math.min(width, height);
        int scales = 0;
        while (scales < SCALES && halved(least, Math.max(0, scales - 1)) >= LEAST_SIDE) {
            scales++;
        }
        return scales;
    }

    private static int halved(int side, int times) {
        return (int) ((long) side + (1 << times) - 1 >> times);
    }

    int scales() {
        return scales;
    }

    int width(int scale) {
        return widths[scale];
    }

    int height(int scale) {
        return heights[scale];
    }

    /** Rows of a scale that are there or were. */
    int rows(int scale) {
        return rows == heights[0] ? heights[scale] : rows >> scale;
    }

    /** The plane of a channel; {@link #offset} tells where its rows are. */
    float[] plane(int scale, int channel) {
        return planes[scale][channel];
    }

    /** Where a row of a scale that is kept begins in its planes. */
    int offset(int scale, int row) {
        return (row - first[scale]) * widths[scale];
    }

    /** Gives up the rows of a scale above {@code before}, unless all rows have room. */
    void forget(int scale, int before) {
        int row = Math.min(before, rows(scale));
        int gone = row - first[scale];
        int width = widths[scale];
        int from = gone * width;
        if (gone <= 0 || planes[scale][0].length == (long) heights[scale] * width) {
            return;
        }
        int left = (rows(scale) - row) * width;
        for (float[] plane : planes[scale]) {
            System.arraycopy(plane, from, plane, 0, left);
        }
        first[scale] = row;
    }

    /**
     * Adds the next rows.
     *
     * @param argb [count * width] opaque packed sRGB
     * @param count {@link #STEP}, or what is left of the picture if that is less
     */
    void add(int[] argb, int count, int threads) {
        int start = rows;
        Parallel.forEach((count + CHUNK - 1) / CHUNK, threads, chunk -> {
            Chunk work = new Chunk();
            int end = Math.min(count, (chunk + 1) * CHUNK);
            for (int y = chunk * CHUNK; y < end; y++) {
                PositiveXyb.linear(argb, y * widths[0], widths[0], work.row(0));
                work.put(0, start + y);
            }
        });
        rows += count;
    }

    /** Takes rows that begin at a multiple of {@link #CHUNK} down through the scales. */
    private final class Chunk {
        /** [scales][3][width]: linear light of the row at hand, and of the one above that waits for it. */
        private final float[][][] row = new float[scales][3][];

        private final float[][][] above = new float[scales][3][];

        Chunk() {
            for (int scale = 0; scale < scales; scale++) {
                for (int channel = 0; channel < 3; channel++) {
                    row[scale][channel] = new float[widths[scale]];
                    above[scale][channel] = new float[widths[scale]];
                }
            }
        }

        float[][] row(int scale) {
            return row[scale];
        }

        void put(int scale, int y) {
            PositiveXyb.of(row[scale], widths[scale], planes[scale], offset(scale, y));
            if (scale + 1 == scales) {
                return;
            }
            if (y % 2 == 1) {
                halve(scale, above[scale]);
                put(scale + 1, y / 2);
            } else if (y + 1 == heights[scale]) {
                halve(scale, row[scale]);
                put(scale + 1, y / 2);
            } else {
                float[][] swapped = above[scale];
                above[scale] = row[scale];
                row[scale] = swapped;
            }
        }

        private void halve(int scale, float[][] upper) {
            int width = widths[scale];
            for (int channel = 0; channel < 3; channel++) {
                float[] over = upper[channel];
                float[] under = row[scale][channel];
                float[] half = row[scale + 1][channel];
                for (int x = 0; x < width / 2; x++) {
                    half[x] = (over[2 * x] + over[2 * x + 1] + under[2 * x] + under[2 * x + 1]) * 0.25f;
                }
                if (width % 2 == 1) {
                    float upperEnd = over[width - 1];
                    float lowerEnd = under[width - 1];
                    half[width / 2] = (upperEnd + upperEnd + lowerEnd + lowerEnd) * 0.25f; // in the order of the others
                }
            }
        }
    }
}

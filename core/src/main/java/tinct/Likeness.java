package tinct;

import java.io.IOException;
import tinct.image.Image;
import tinct.image.PixelRows;
import tinct.metrics.Ssimulacra2;

/**
 * How alike results are to one original, {@link Ssimulacra2}. Pictures that are too small for it are continued by their
 * mirror images until they are large enough.
 */
final class Likeness {
    private final Ssimulacra2 scale;
    private final int threads;

    Likeness(PixelRows original, int threads) throws IOException {
        this.scale = Ssimulacra2.of(large(original), threads);
        this.threads = threads;
    }

    double score(PixelRows result) throws IOException {
        return scale.score(large(result), threads);
    }

    private static PixelRows large(PixelRows rows) throws IOException {
        int width = Math.max(rows.width(), Ssimulacra2.LEAST_SIDE);
        int height = Math.max(rows.height(), Ssimulacra2.LEAST_SIDE);
        if (width == rows.width() && height == rows.height()) {
            return rows;
        }
        Image small = Image.copyOf(rows);
        int[] argb = new int[Math.multiplyExact(width, height)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = small.argb(mirror(x, small.width()), mirror(y, small.height()));
            }
        }
        return new Image(width, height, argb);
    }

    /** 0 1 2 2 1 0 0 1 ... for a side of 3. */
    private static int mirror(int position, int side) {
        int phase = position % (2 * side);
        return Math.min(phase, 2 * side - 1 - phase);
    }
}

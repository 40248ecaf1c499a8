package tinct.remap;

import java.util.function.Supplier;
import tinct.image.Image;
import tinct.internal.Parallel;

/**
 * Some rows of a picture, and rows around them that are looked at.
 *
 * @param image all these rows
 * @param top the row of the picture that is the first of {@code image}
 * @param from the first row of {@code image} that is meant
 * @param to the row after the last that is meant
 */
record Sheet(Image image, int top, int from, int to) {
    /** A whole picture. */
    static Sheet of(Image image) {
        return new Sheet(image, 0, 0, image.height());
    }

    /** The indices that a mapper gives to all pixels of the image; each thread gets a mapper of its own. */
    byte[] map(Supplier<PixelMapper> mappers, int threads, int x0, int y0) {
        int[] argb = image.pixels();
        byte[] indices = new byte[argb.length];
        int width = image.width();
        int height = image.height();
        int bands = Math.max(1, Math.min(Math.min(threads, height), argb.length >>> 14));
        Parallel.forEach(bands, threads, band -> {
            PixelMapper mapper = mappers.get();
            int end = (int) ((long) height * (band + 1) / bands);
            for (int y = (int) ((long) height * band / bands); y < end; y++) {
                mapper.map(argb, y * width, width, x0, y0 + top + y, indices, y * width);
            }
        });
        return indices;
    }
}

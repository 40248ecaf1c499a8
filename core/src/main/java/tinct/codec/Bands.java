package tinct.codec;

import tinct.image.IndexedImage;

/** A part of a picture on which ways to write all of it are tried. */
final class Bands {
    private static final int ROWS = 32;

    private Bands() {}

    /** Bands of rows, evenly spread, of about so many pixels; the picture itself if that is all of it. */
    static IndexedImage of(IndexedImage image, int pixels) {
        int width = image.width();
        int bands = Math.max(1, pixels / width / ROWS);
        if (image.height() <= (long) bands * ROWS) {
            return image;
        }
        byte[] indices = new byte[bands * ROWS * width];
        for (int band = 0; band < bands; band++) {
            int from = (int) ((image.height() - ROWS) * (2L * band + 1) / (2L * bands));
            System.arraycopy(image.indices(), from * width, indices, band * ROWS * width, ROWS * width);
        }
        return new IndexedImage(width, bands * ROWS, image.palette(), indices);
    }
}

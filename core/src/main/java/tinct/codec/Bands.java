package tinct.codec;

import tinct.image.IndexedImage;

/** A part of a picture on which ways to write all of it are tried. */
final class Bands {
    private static final int ROWS = 32;

    private Bands() {}

    /**
     * Bands of rows of about so many pixels, more of them where neighbours in a row differ more often, as most bytes of a file
     * come from there; the picture itself if that is all of it.
     */
    static IndexedImage of(IndexedImage image, int pixels) {
        int width = image.width();
        int bands = Math.max(1, pixels / width / ROWS);
        if (image.height() <= (long) bands * ROWS) {
            return image;
        }
        long[] changes = changes(image.indices(), width, image.height());
        byte[] indices = new byte[bands * ROWS * width];
        int end = 0;
        for (int band = 0, middle = 0; band < bands; band++) {
            double wanted = changes[image.height()] * (2 * band + 1) / (2.0 * bands);
            while (changes[middle + 1] < wanted) {
                middle++;
            }
            int last = image.height() - (bands - band) * ROWS;
            int from = Math.max(end, Math.min(last, middle - ROWS / 2));
            System.arraycopy(image.indices(), from * width, indices, band * ROWS * width, ROWS * width);
            end = from + ROWS;
        }
        return new IndexedImage(width, bands * ROWS, image.palette(), indices);
    }

    /** [height + 1] how many pixels of the rows before differ from that to their left, and a little for each row. */
    private static long[] changes(byte[] indices, int width, int height) {
        long[] changes = new long[height + 1];
        for (int y = 0; y < height; y++) {
            int count = 1;
            for (int p = y * width + 1, end = (y + 1) * width; p < end; p++) {
                count += indices[p] == indices[p - 1] ? 0 : 1;
            }
            changes[y + 1] = changes[y] + count;
        }
        return changes;
    }
}

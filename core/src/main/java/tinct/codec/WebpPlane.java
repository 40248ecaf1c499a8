package tinct.codec;

import java.util.Arrays;

/** A picture of one byte a pixel, the way the prefix-coded pictures within a lossless WebP file are. */
final class WebpPlane {
    final int width;
    final int height;
    final byte[] data; // row-major, padded for reading words

    WebpPlane(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.data = Arrays.copyOf(pixels, width * height + MatchTrees.PADDING);
    }

    int size() {
        return width * height;
    }
}

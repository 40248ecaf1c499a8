package tinct.codec;

import tinct.image.Palette;

/** The first index of each colour of a palette. */
final class ColorIndices {
    private static final int BITS = 10; // at most a quarter full

    private final int[] colors = new int[1 << BITS];
    private final short[] indices = new short[1 << BITS]; // plus 1; 0 is a free place

    ColorIndices(Palette palette) {
        for (int i = 0; i < palette.size(); i++) {
            int at = place(palette.entry(i));
            if (indices[at] == 0) {
                colors[at] = palette.entry(i);
                indices[at] = (short) (i + 1);
            }
        }
    }

    /** The index of a colour; -1 if it is no entry. */
    int find(int color) {
        return indices[place(color)] - 1;
    }

    private int place(int color) {
        int at = color * 0x9E3779B1 >>> 32 - BITS;
        while (indices[at] != 0 && colors[at] != color) {
            at = at + 1 & (1 << BITS) - 1;
        }
        return at;
    }
}

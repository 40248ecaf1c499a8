package tinct.remap;

import tinct.color.ColorSpace;

/** The index of the nearest entry of a colour, remembered for the colours looked up lately; for one thread. */
final class IndexCache implements PixelMapper {
    private static final int BITS = 16;

    private final ColorSearch nearest;
    /* Colour and index side by side. No colour is known at first: place 0 starts with one that does not belong there. */
    private final int[] table = new int[2 << BITS];

    IndexCache(ColorSpace space, EntrySearch search) {
        nearest = new ColorSearch(space, search);
        table[place(0)] = 1;
    }

    @Override
    public void map(int[] argb, int from, int count, int x, int y, byte[] indices, int to) {
        int[] entries = table;
        for (int i = 0; i < count; i++) {
            int color = argb[from + i];
            int at = place(color);
            if (entries[at] != color) {
                entries[at] = color;
                entries[at + 1] = nearest.find(color);
            }
            indices[to + i] = (byte) entries[at + 1];
        }
    }

    private static int place(int color) {
        return ((color * 0x9E3779B1) >>> (32 - BITS)) << 1;
    }
}

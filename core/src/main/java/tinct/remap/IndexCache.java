package tinct.remap;

import tinct.color.ColorSpace;

/** The index of the nearest entry of a colour, remembered for the colours looked up lately; for one thread. */
final class IndexCache implements PixelMapper {
    private static final int BITS = 16;

    private final ColorSpace space;
    private final NearestEntry nearest;
    private final float[][] coordinates;
    private final int[] pixel = new int[1];
    /* Colour and index side by side. No colour is known at first: place 0 starts with one that does not belong there. */
    private final int[] table = new int[2 << BITS];

    IndexCache(ColorSpace space, EntrySearch search) {
        this.space = space;
        this.nearest = search.around();
        this.coordinates = new float[search.dimensions()][1];
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
                entries[at + 1] = search(color);
            }
            indices[to + i] = (byte) entries[at + 1];
        }
    }

    private int search(int color) {
        pixel[0] = color;
        space.coordinates(pixel, 0, 1, coordinates);
        float w = coordinates.length == 4 ? coordinates[3][0] : 0;
        return nearest.find(coordinates[0][0], coordinates[1][0], coordinates[2][0], w);
    }

    private static int place(int color) {
        return ((color * 0x9E3779B1) >>> (32 - BITS)) << 1;
    }
}

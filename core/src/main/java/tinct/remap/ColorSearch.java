package tinct.remap;

import tinct.color.ColorSpace;

/** The index of the entry nearest to a colour; for one thread. */
final class ColorSearch {
    private final ColorSpace space;
    private final NearestEntry nearest;
    private final float[][] coordinates;
    private final int[] pixel = new int[1];

    ColorSearch(ColorSpace space, EntrySearch search) {
        this.space = space;
        this.nearest = search.around();
        this.coordinates = new float[search.dimensions()][1];
    }

    int find(int argb) {
        pixel[0] = argb;
        space.coordinates(pixel, 0, 1, coordinates);
        float w = coordinates.length == 4 ? coordinates[3][0] : 0;
        return nearest.find(coordinates[0][0], coordinates[1][0], coordinates[2][0], w);
    }
}

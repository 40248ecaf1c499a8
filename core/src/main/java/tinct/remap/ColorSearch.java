package tinct.remap;

import tinct.color.ColorSpace;

/** The index of the entry nearest to a colour; for one thread. */
final class ColorSearch {
    private final ColorSpace space;
    private final NearestEntry nearest;
    private final float[][] coordinates;
    private final int[] pixel = new int[1];
    /** Whether coordinates are those of sRGB: colours that are alike in their upper bits lie in a box then. */
    private final boolean levels;

    private final float[][] box = new float[3][2];

    ColorSearch(ColorSpace space, EntrySearch search) {
        this.space = space;
        levels = space == ColorSpace.SRGB && search.dimensions() == 3;
        this.nearest = levels ? search.aroundLevels() : search.around();
        this.coordinates = new float[search.dimensions()][1];
    }

    /** The index of the entry nearest to all colours of a page of {@link ColorPages}; -1 where that is not known. */
    int findForPage(int color) {
        if (!levels) {
            return -1;
        }
        for (int axis = 0; axis < 3; axis++) {
            int level = color >>> 16 - 8 * axis & 0xFF;
            box[axis][0] = ColorPages.least(level);
            box[axis][1] = ColorPages.most(level);
        }
        return nearest.throughout(box);
    }

    int find(int argb) {
        pixel[0] = argb;
        space.coordinates(pixel, 0, 1, coordinates);
        float w = coordinates.length == 4 ? coordinates[3][0] : 0;
        return nearest.find(coordinates[0][0], coordinates[1][0], coordinates[2][0], w);
    }
}

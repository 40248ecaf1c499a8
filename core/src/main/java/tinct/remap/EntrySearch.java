package tinct.remap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tinct.color.ColorSpace;
import tinct.image.Palette;

/** Coordinates of entries and the box around them: what searches for one palette share. */
final class EntrySearch {
    /** Most pixels lie within the entries, and few further outside than this share of the box. */
    private static final float MARGIN = 0.2f;

    /** [3 or 4][size]. */
    final float[][] entries;
    /** Numbers of the entries in the palette [size]. */
    final int[] ids;

    final float[] low;
    final float[] high;

    private EntrySearch(float[][] entries, int[] ids) {
        this.entries = entries;
        this.ids = ids;
        low = new float[entries.length];
        high = new float[entries.length];
        for (int axis = 0; axis < entries.length; axis++) {
            low[axis] = Float.MAX_VALUE;
            high[axis] = -Float.MAX_VALUE;
            for (float coordinate : entries[axis]) {
                low[axis] = Math.min(low[axis], coordinate);
                high[axis] = Math.max(high[axis], coordinate);
            }
        }
    }

    /** All entries of a palette, with alpha if an entry is not opaque. */
    static EntrySearch of(Palette palette, ColorSpace space) {
        int[] ids = new int[palette.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i;
        }
        return new EntrySearch(space.coordinates(palette.toArray(), palette.opaque() ? 3 : 4), ids);
    }

    /** The opaque ones among these, without the coordinate of alpha, in which they are alike; null if there are none. */
    @Nullable EntrySearch opaque(Palette palette) {
        int size = 0;
        int[] opaque = new int[ids.length];
        for (int id : ids) {
            if (palette.entry(id) >>> 24 == 255) {
                opaque[size++] = id;
            }
        }
        if (size == 0) {
            return null;
        }
        float[][] coordinates = new float[3][size];
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < size; i++) {
                coordinates[axis][i] = entries[axis][opaque[i]];
            }
        }
        return new EntrySearch(coordinates, Arrays.copyOf(opaque, size));
    }

    int dimensions() {
        return entries.length;
    }

    /** A search for points that mostly lie in the box. */
    NearestEntry within() {
        return new NearestEntry(entries, low, high);
    }

    /** A search for points that may lie a little outside of the box. */
    NearestEntry around() {
        float[] from = new float[low.length];
        float[] to = new float[low.length];
        for (int axis = 0; axis < low.length; axis++) {
            float margin = (high[axis] - low[axis]) * MARGIN;
            from[axis] = low[axis] - margin;
            to[axis] = high[axis] + margin;
        }
        return new NearestEntry(entries, from, to);
    }

    /**
     * A search for colours in sRGB without alpha. Its cells are 1, 2, 4 or 8 levels a side from a multiple of that on, so that the
     * larger ones hold whole {@link ColorPages}.
     */
    NearestEntry aroundLevels() {
        float[] from = new float[low.length];
        float[] to = new float[low.length];
        for (int axis = 0; axis < low.length; axis++) {
            float margin = (high[axis] - low[axis]) * MARGIN;
            int first = (int) Math.max(0, low[axis] - margin);
            int last = (int) Math.min(255, high[axis] + margin);
            int side = 1;
            while (first / side * side + side * NearestEntry.CELLS <= last) {
                side *= 2;
            }
            from[axis] = first / side * side;
            to[axis] = from[axis] + side * NearestEntry.CELLS;
        }
        return new NearestEntry(entries, from, to);
    }
}

package tinct.image;

import java.util.Arrays;

/** Distinct colours and the palette index of each. Immutable as long as the creator keeps its promise. */
public final class IndexedColors {
    /** No colours. */
    public static final IndexedColors NONE = new IndexedColors(new int[0], new int[0]);

    private final int[] colors;
    private final int[] indices;

    /**
     * Wraps the arrays without copying; the caller must not write to them afterwards.
     *
     * @param colors [n] packed colours, all different
     * @param indices [n] 0..255
     */
    public IndexedColors(int[] colors, int[] indices) {
        if (colors.length != indices.length) {
            throw new IllegalArgumentException(colors.length + " colours have " + indices.length + " indices");
        }
        this.colors = colors;
        this.indices = indices;
    }

    /** How many colours there are. */
    public int size() {
        return colors.length;
    }

    /** A colour. */
    public int color(int position) {
        return colors[position];
    }

    /** The index of the colour at the same position. */
    public int index(int position) {
        return indices[position];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexedColors that
                && Arrays.equals(colors, that.colors)
                && Arrays.equals(indices, that.indices);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(colors) + Arrays.hashCode(indices);
    }

    @Override
    public String toString() {
        return "IndexedColors[" + colors.length + "]";
    }
}

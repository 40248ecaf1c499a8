package tinct.image;

import java.util.Arrays;

/**
 * 1 to 256 packed 8-bit sRGB colours, {@code 0xAARRGGBB}, not premultiplied.
 *
 * <p>An entry of alpha 0 is always {@code 0x00000000}: colour under full transparency cannot be seen and is not kept.
 */
public final class Palette {
    /** The most entries a palette can have: 256. */
    public static final int MAX_SIZE = 256;

    private final int[] entries;

    /**
     * Copies the entries; their order is kept and entries may repeat.
     *
     * @throws IllegalArgumentException unless there are 1 to 256
     */
    public Palette(int... entries) {
        if (entries.length < 1 || entries.length > MAX_SIZE) {
            throw new IllegalArgumentException("a palette must have 1..256 entries, had " + entries.length);
        }
        this.entries = new int[entries.length];
        for (int i = 0; i < entries.length; i++) {
            this.entries[i] = visible(entries[i]);
        }
    }

    /** The colour as it is kept: every colour of alpha 0 becomes {@code 0x00000000}. */
    public static int visible(int argb) {
        return argb >>> 24 == 0 ? 0 : argb;
    }

    /** Rec. 601 luma of a packed colour, alpha ignored, in 1/255000: 0..255000. */
    public static int luma(int argb) {
        return 299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF);
    }

    /** Rec. 601 luma of a packed colour on black, in 1/255000: 0..255000. */
    public static int lumaOnBlack(int argb) {
        return luma(argb) * (argb >>> 24) / 255;
    }

    /** Number of entries, 1..256. */
    public int size() {
        return entries.length;
    }

    /** The entry at {@code index}. */
    public int entry(int index) {
        return entries[index];
    }

    /** A copy of all entries in order. */
    public int[] toArray() {
        return entries.clone();
    }

    /** Whether each of these colours is an entry. */
    public boolean containsAll(int... colors) {
        int[] sorted = entries.clone();
        Arrays.sort(sorted);
        for (int color : colors) {
            if (Arrays.binarySearch(sorted, color) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every entry has alpha 255. */
    public boolean opaque() {
        for (int entry : entries) {
            if (entry >>> 24 != 255) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Palette that && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Palette[");
        for (int i = 0; i < entries.length; i++) {
            text.append(i == 0 ? "" : " ").append(hex(entries[i]));
        }
        return text.append(']').toString();
    }

    /** The colour as {@code #rrggbb}, or {@code #rrggbbaa} if it is not opaque. */
    public static String hex(int argb) {
        int alpha = argb >>> 24;
        String rgb = String.format("#%06x", argb & 0xFFFFFF);
        return alpha == 255 ? rgb : rgb + String.format("%02x", alpha);
    }
}

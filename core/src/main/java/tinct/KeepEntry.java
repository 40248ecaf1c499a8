package tinct;

import tinct.image.Palette;

/** The transparent entry that pixels get which stay as they are. */
final class KeepEntry {
    private KeepEntry() {}

    /** The palette behind such an entry; the palette itself if it has one, or no room. */
    static Palette before(Palette palette) {
        if (palette.size() == Palette.MAX_SIZE || palette.containsAll(0)) {
            return palette;
        }
        int[] entries = new int[palette.size() + 1];
        System.arraycopy(palette.toArray(), 0, entries, 1, palette.size());
        return new Palette(entries);
    }
}

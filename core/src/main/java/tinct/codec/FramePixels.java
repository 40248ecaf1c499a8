package tinct.codec;

import tinct.image.Area;

/** The pixels of a frame that is to be written: their indices, and which of them stay as they are. */
final class FramePixels {
    private final byte[] own;
    private final boolean[] kept;
    private final boolean[] known; // whether the colour of a pixel is an entry
    private boolean anyKept;
    private boolean allOwn = true;
    private boolean veiled;

    FramePixels(FrameComposer.Drawing frame, int width) {
        Area area = frame.area();
        int count = (int) area.pixelCount();
        own = new byte[count];
        kept = new boolean[count];
        known = new boolean[count];
        ColorIndices indices = new ColorIndices(frame.palette());
        int[] base = frame.base();
        int[] shown = frame.shown();
        for (int y = area.y(), i = 0; y < area.bottom(); y++) {
            for (int at = y * width + area.x(), end = at + area.width(); at < end; at++, i++) {
                int color = shown[at];
                int index = indices.find(color);
                kept[i] = base[at] == color;
                known[i] = index >= 0;
                if (index < 0 && !kept[i]) {
                    throw new IllegalStateException("a pixel that changes has a colour that is no entry");
                }
                own[i] = (byte) Math.max(0, index);
                anyKept |= kept[i];
                allOwn &= known[i];
                veiled |= !kept[i] && color >>> 24 < 255;
            }
        }
    }

    /** The indices of all pixels; of those whose colour is no entry, any. */
    byte[] own() {
        return own;
    }

    /** Which pixels stay as they are. */
    boolean[] kept() {
        return kept;
    }

    /** Whether a pixel stays as it is. */
    boolean anyKept() {
        return anyKept;
    }

    /** Whether each pixel's colour is an entry. */
    boolean allOwn() {
        return allOwn;
    }

    /** Whether a pixel that changes gets a colour that is not opaque. */
    boolean veiled() {
        return veiled;
    }

    /** The indices, but for pixels that stay as they are another one. */
    byte[] with(int other) {
        byte[] indices = own.clone();
        for (int i = 0; i < indices.length; i++) {
            indices[i] = kept[i] ? (byte) other : indices[i];
        }
        return indices;
    }

    /** The indices, but for pixels whose colour is no entry another one. */
    byte[] ownOr(int other) {
        byte[] indices = own.clone();
        for (int i = 0; i < indices.length; i++) {
            indices[i] = known[i] ? indices[i] : (byte) other;
        }
        return indices;
    }
}

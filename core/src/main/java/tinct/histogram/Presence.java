package tinct.histogram;

import java.io.IOException;
import java.util.Arrays;
import tinct.image.Animation;
import tinct.image.Area;
import tinct.image.Palette;

/**
 * Counts the colours of an animation: of each pixel of each frame. Only what changes from frame to frame is looked at: a
 * colour that appears counts for all frames from here on, and one that goes is taken back for them.
 */
final class Presence {
    private static final int START_BITS = 13;

    /* Positions in the lists below, plus 1; 0 is a free place. */
    private int[] places = new int[1 << START_BITS];
    private int[] colors = new int[1 << START_BITS - 1];
    private long[] counts = new long[1 << START_BITS - 1];
    private int size;

    private Presence() {}

    static Histogram of(Animation animation) throws IOException {
        Presence presence = new Presence();
        int width = animation.width();
        int[] before = new int[Math.toIntExact(animation.pixelCount())];
        long left = animation.frameCount();
        presence.add(0, left * before.length);
        try (Animation.FrameReader reader = animation.open()) {
            for (; reader.next(); left--) {
                int[] canvas = reader.canvas();
                Area area = reader.changed();
                for (int y = area.y(); y < area.bottom(); y++) {
                    presence.change(before, canvas, y * width + area.x(), y * width + area.right(), left);
                }
            }
        }
        return presence.total();
    }

    /** Counts the pixels from..to - 1 where they differ, and makes {@code before} the same. */
    private void change(int[] before, int[] canvas, int from, int to, long frames) {
        for (int i = from; i < to; ) {
            int old = before[i];
            int color = Palette.visible(canvas[i]);
            if (old == color) {
                i++;
                continue;
            }
            int start = i;
            while (i < to && before[i] == old && Palette.visible(canvas[i]) == color) {
                before[i++] = color;
            }
            add(old, -frames * (i - start));
            add(color, frames * (i - start));
        }
    }

    private void add(int color, long count) {
        int mask = places.length - 1;
        int at = hash(color) & mask;
        while (places[at] != 0) {
            if (colors[places[at] - 1] == color) {
                counts[places[at] - 1] += count;
                return;
            }
            at = (at + 1) & mask;
        }
        if (size == colors.length) {
            grow();
            add(color, count);
            return;
        }
        colors[size] = color;
        counts[size] = count;
        places[at] = ++size;
    }

    private void grow() {
        colors = Arrays.copyOf(colors, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        places = new int[4 * size];
        int mask = places.length - 1;
        for (int i = 0; i < size; i++) {
            int at = hash(colors[i]) & mask;
            while (places[at] != 0) {
                at = (at + 1) & mask;
            }
            places[at] = i + 1;
        }
    }

    private static int hash(int color) {
        int mixed = color * 0x9E3779B1;
        return mixed ^ mixed >>> 15;
    }

    /** Colours that were there: the transparent canvas before the first frame may have been covered at once. */
    private Histogram total() {
        int[] present = new int[size];
        long[] presence = new long[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (counts[i] > 0) {
                present[n] = colors[i];
                presence[n++] = counts[i];
            }
        }
        return Histogram.sorted(Arrays.copyOf(present, n), Arrays.copyOf(presence, n));
    }
}

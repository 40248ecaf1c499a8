package tinct.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tinct.image.Area;
import tinct.image.Delay;
import tinct.image.IndexedFrame;
import tinct.image.Palette;

/**
 * Finds what of each frame must be written: follows what a viewer's canvas shows, merges frames that show the same, and
 * chooses what becomes of a frame when its time is over by what the next one needs.
 *
 * <p>The choice is the disposal that leaves the fewest pixels to be drawn. Where the format cannot make a pixel transparent
 * by drawing, a frame that leaves no such pixel behind comes first; removing a part of the canvas that is large enough
 * always does. Three canvases are held, and only what has changed is looked at.
 */
final class FrameComposer {
    /** A pixel that is written though it does not change costs so little beside one that does. */
    private static final int UNCHANGED = 16;

    /** Frames are removed only if that saves such a part of what is drawn: not all viewers are good at it. */
    private static final int WORTH = 8;

    private final int width;
    private final int height;
    private final Rules rules;
    private final Sink sink;

    private final int[] base; // before the frame at hand is drawn
    private final int[] shown; // when it is
    private final int[] next; // with the one after it
    private Area drawn = Area.EMPTY; // where base and shown may differ
    private @Nullable Pending pending;
    private int written;

    /**
     * What a format can do.
     *
     * @param clears whether a pixel can be made transparent by drawing
     * @param removes whether frames may be removed again; else what later frames draw is only what changes
     * @param palettes what becomes of a palette in a file
     * @param longest whether a delay can be written
     */
    record Rules(boolean clears, boolean removes, UnaryOperator<Palette> palettes, Predicate<Delay> longest) {}

    /** A frame whose successor is not known yet. */
    private record Pending(Palette palette, Delay delay) {}

    /**
     * A frame as it is to be written.
     *
     * @param area of pixels to be written, at least one
     * @param base what the canvas [width * height] shows before
     * @param shown what it is to show
     * @param palette has the colours of all pixels in the area that are not the same in both
     */
    record Drawing(
            Area area,
            int[] base,
            int[] shown,
            Palette palette,
            Delay delay,
            FrameCanvas.Disposal disposal,
            int number) {}

    /** Takes frames to be written. */
    interface Sink {
        void write(Drawing drawing) throws IOException;
    }

    FrameComposer(int width, int height, Rules rules, Sink sink) {
        this.width = width;
        this.height = height;
        this.rules = rules;
        this.sink = sink;
        base = new int[width * height];
        shown = new int[width * height];
        next = new int[width * height];
    }

    int written() {
        return written;
    }

    void add(IndexedFrame frame) throws IOException {
        Palette palette = rules.palettes.apply(frame.image().palette());
        Area area = frame.area();
        if (area.right() > width || area.bottom() > height) {
            throw new IllegalArgumentException("a frame at " + area + " is not within " + width + " x " + height);
        }
        draw(frame, palette);
        Pending before = pending;
        if (before == null) {
            copy(next, shown, area);
            drawn = new Area(0, 0, width, height);
            pending = new Pending(palette, frame.delay());
            return;
        }
        Area changed = differing(shown, next, area);
        Optional<Delay> longer = changed.isEmpty() ? longer(before.delay, frame.delay()) : Optional.empty();
        if (longer.isPresent()) {
            pending = new Pending(before.palette, longer.get());
            return;
        }
        Ending ending = ending(changed);
        write(before, ending.disposal, ending.area);
        dispose(ending, changed);
        pending = new Pending(palette, frame.delay());
    }

    void finish() throws IOException {
        Pending last = pending;
        if (last == null) {
            throw new IllegalStateException("an animation needs a frame");
        }
        write(last, FrameCanvas.Disposal.NONE, Area.EMPTY);
        pending = null;
    }

    private Optional<Delay> longer(Delay first, Delay second) {
        return first.isShort() || second.isShort()
                ? Optional.empty()
                : first.plus(second).filter(rules.longest);
    }

    /** Brings the next canvas from what is shown to the frame. */
    private void draw(IndexedFrame frame, Palette palette) {
        int[] entries = palette.toArray();
        byte[] indices = frame.image().indices();
        boolean[] changed = frame.changed();
        Area area = frame.area();
        for (int y = 0, i = 0; y < area.height(); y++) {
            for (int to = (area.y() + y) * width + area.x(), end = to + area.width(); to < end; to++, i++) {
                if (changed[i]) {
                    next[to] = entries[indices[i] & 0xFF];
                }
            }
        }
    }

    /**
     * How the frame at hand ends.
     *
     * @param area that is removed with it; empty if it is not removed
     */
    private record Ending(FrameCanvas.Disposal disposal, Area area) {}

    private Ending ending(Area changed) {
        Ending stays = new Ending(FrameCanvas.Disposal.NONE, Area.EMPTY);
        if (!rules.removes) {
            return stays;
        }
        Area own = written == 0 ? drawn : differing(base, shown, drawn);
        Area either = changed.with(own);
        long best = rules.clears || !mustClear(shown, changed) ? cost(shown, changed) : Long.MAX_VALUE;
        Ending ending = stays;
        if (written > 0 && (rules.clears || !mustClear(base, either))) {
            long cost = cost(base, either);
            if (best == Long.MAX_VALUE || cost < best - best / WORTH) {
                best = cost;
                ending = new Ending(FrameCanvas.Disposal.PREVIOUS, own);
            }
        }
        Area removed = own.with(clears(changed));
        long more = removed.pixelCount() - own.pixelCount();
        long cost = more / UNCHANGED + costWithout(removed, changed.with(removed));
        return best == Long.MAX_VALUE || cost < best - best / WORTH
                ? new Ending(FrameCanvas.Disposal.BACKGROUND, removed)
                : ending;
    }

    /** What drawing the next frame costs on a canvas that differs from it there at the most. */
    private long cost(int[] canvas, Area area) {
        long count = 0;
        for (int y = area.y(); y < area.bottom(); y++) {
            for (int i = y * width + area.x(), end = i + area.width(); i < end; i++) {
                count += canvas[i] == next[i] ? 0 : 1;
            }
        }
        return count + differing(canvas, next, area).pixelCount() / UNCHANGED;
    }

    /** The same on what is shown, with a part made transparent. */
    private long costWithout(Area removed, Area area) {
        long count = 0;
        for (int y = area.y(); y < area.bottom(); y++) {
            boolean row = y >= removed.y() && y < removed.bottom();
            for (int x = area.x(); x < area.right(); x++) {
                boolean clear = row && x >= removed.x() && x < removed.right();
                int i = y * width + x;
                count += (clear ? 0 : shown[i]) == next[i] ? 0 : 1;
            }
        }
        return count + area.pixelCount() / UNCHANGED;
    }

    private boolean mustClear(int[] canvas, Area area) {
        for (int y = area.y(); y < area.bottom(); y++) {
            for (int i = y * width + area.x(), end = i + area.width(); i < end; i++) {
                if (next[i] == 0 && canvas[i] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The least area with all pixels that become transparent. */
    private Area clears(Area changed) {
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        for (int y = changed.y(); y < changed.bottom(); y++) {
            for (int x = changed.x(); x < changed.right(); x++) {
                if (next[y * width + x] == 0 && shown[y * width + x] != 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        return Area.between(left, top, right, bottom);
    }

    private void write(Pending frame, FrameCanvas.Disposal disposal, Area removed) throws IOException {
        Area area = written == 0
                ? new Area(0, 0, width, height) // viewers and PNG want the first frame to be whole
                : differing(base, shown, drawn).with(removed);
        Area whole = area.isEmpty() ? new Area(0, 0, 1, 1) : area;
        sink.write(new Drawing(whole, base, shown, frame.palette, frame.delay, disposal, written));
        written++;
    }

    /** Does what the viewer does when the frame ends, and goes on to the next one. */
    private void dispose(Ending ending, Area changed) {
        switch (ending.disposal) {
            case NONE -> {
                copy(shown, base, drawn);
                drawn = changed;
            }
            case PREVIOUS -> drawn = drawn.with(changed);
            case BACKGROUND -> {
                copy(shown, base, drawn);
                for (int y = ending.area.y(); y < ending.area.bottom(); y++) {
                    int from = y * width + ending.area.x();
                    Arrays.fill(base, from, from + ending.area.width(), 0);
                }
                drawn = ending.area.with(changed);
            }
        }
        copy(next, shown, changed);
    }

    private void copy(int[] from, int[] to, Area area) {
        for (int y = area.y(); y < area.bottom(); y++) {
            int at = y * width + area.x();
            System.arraycopy(from, at, to, at, area.width());
        }
    }

    /** The least area within another that has all pixels in which two canvases differ. */
    private Area differing(int[] one, int[] other, Area within) {
        int left = within.right();
        int right = within.x();
        int top = within.bottom();
        int bottom = within.y();
        for (int y = within.y(); y < within.bottom(); y++) {
            int from = y * width + within.x();
            int first = Arrays.mismatch(one, from, from + within.width(), other, from, from + within.width());
            if (first < 0) {
                continue;
            }
            int last = within.width() - 1;
            while (one[from + last] == other[from + last]) {
                last--;
            }
            left = Math.min(left, within.x() + first);
            right = Math.max(right, within.x() + last + 1);
            top = Math.min(top, y);
            bottom = y + 1;
        }
        return Area.between(left, top, right, bottom);
    }
}

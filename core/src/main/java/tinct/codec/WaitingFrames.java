package tinct.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tinct.internal.Parallel;

/**
 * Frames that wait to be coded: as many as there are threads, if they are not large, are coded at once, and then written in
 * their order.
 */
final class WaitingFrames {
    /** No more wait when they have so many pixels: each takes several bytes. */
    private static final long MOST_PIXELS = 1 << 23;

    private final int threads;
    private final List<Frame> waiting = new ArrayList<>();
    private long pixels;

    /** A frame. */
    interface Frame {
        /** Finds its bytes; called once, on any thread. */
        void code();

        /** Writes them; called after that, in the order of the frames. */
        void write() throws IOException;
    }

    WaitingFrames(int threads) {
        this.threads = threads;
    }

    /** Takes the next frame, of so many pixels. */
    void add(Frame frame, long pixelCount) throws IOException {
        waiting.add(frame);
        pixels += pixelCount;
        if (waiting.size() >= threads || pixels >= MOST_PIXELS) {
            finish();
        }
    }

    /** Writes all that wait. */
    void finish() throws IOException {
        Parallel.forEach(waiting.size(), threads, i -> waiting.get(i).code());
        for (Frame frame : waiting) {
            frame.write();
        }
        waiting.clear();
        pixels = 0;
    }
}

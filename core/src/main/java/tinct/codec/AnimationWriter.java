package tinct.codec;

import java.io.IOException;
import tinct.image.IndexedFrame;

/**
 * Writes an animation frame by frame. Frames that show the same as the one before make that one longer, where players
 * agree on how long that is; others are written as the rectangle that has changed. For one thread.
 */
public interface AnimationWriter {
    /**
     * Takes the next frame; the first one must cover the whole picture.
     *
     * @throws CodecException if the format cannot hold it
     */
    void add(IndexedFrame frame) throws IOException;

    /** Writes what has not been written, to the stream's end; the stream stays open. Needs at least one frame. */
    void finish() throws IOException;

    /** How many frames have been written. */
    int written();
}

package tinct.codec;

import java.io.IOException;

/**
 * What the chunk acTL says.
 *
 * @param frames at least 1
 * @param plays in all; 0 for without end
 */
record PngPlayback(int frames, int plays) {
    static PngPlayback read(PngChunks chunks) throws IOException {
        int frames = chunks.dataInt();
        int plays = chunks.dataInt();
        if (chunks.remaining() > 0) {
            throw chunks.error("has too many bytes");
        } else if (frames < 1 || plays < 0) {
            throw chunks.error("tells of " + Integer.toUnsignedString(frames) + " frames, played "
                    + Integer.toUnsignedString(plays) + " times");
        }
        chunks.finish();
        return new PngPlayback(frames, plays);
    }
}

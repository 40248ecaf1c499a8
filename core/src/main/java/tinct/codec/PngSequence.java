package tinct.codec;

import java.io.IOException;

/** The numbers of the chunks fcTL and fdAT of an animated PNG: 0, 1, 2 and so on over both. */
final class PngSequence {
    private int next;

    /** Reads the number that the chunk begins with. */
    void check(PngChunks chunks) throws IOException {
        int number = chunks.dataInt();
        if (number != next) {
            throw chunks.error("has number " + Integer.toUnsignedString(number) + " instead of " + next);
        }
        next++;
    }
}

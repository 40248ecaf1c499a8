package tinct.internal.packed;

import java.io.IOException;

/** Codes bits of known chance, in either direction: models are written once and so cannot differ between the two. */
public interface BitCoder {
    /**
     * Writes the bit, or reads one.
     *
     * @param bit 0 or 1; has no meaning when reading
     * @param chance that the bit is 1, in 1..65535 for 0 to 1
     * @return the bit that was written or read
     */
    int code(int bit, int chance) throws IOException;
}

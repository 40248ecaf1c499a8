package tinct.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a corpus.
 *
 * @param address where it is, as Hadoop says it
 * @param place below the folder that was named, with {@code /} between names
 * @param bytes of the file
 * @param modified when it was changed last, milliseconds since 1970
 * @param refusal why it is not to be compressed; null if it is
 */
record Found(
        String address,
        String place,
        long bytes,
        long modified,
        @Nullable String refusal) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The folder of the place; empty for the folder that was named. */
    String folder() {
        int end = place.lastIndexOf('/');
        return end < 0 ? "" : place.substring(0, end);
    }

    Found refused(String reason) {
        return new Found(address, place, bytes, modified, reason);
    }
}

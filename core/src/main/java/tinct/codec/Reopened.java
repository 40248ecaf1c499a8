package tinct.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that is read several times, from its first byte. */
interface Reopened {
    InputStream open() throws IOException;

    /** What reads the beginning of a file. */
    interface Reading<T> {
        T of(Reopened source) throws IOException;
    }

    /**
     * What is read of a file in memory.
     *
     * @throws CodecException as the reading does
     */
    static <T> T inMemory(byte[] file, Reading<T> reading) throws CodecException {
        try {
            return reading.of(() -> new ByteArrayInputStream(file));
        } catch (CodecException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError(e); // memory does not break
        }
    }
}

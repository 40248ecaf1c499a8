package tinct.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Function;
import java.util.zip.InflaterInputStream;

/** The colour profile in the chunk iCCP of a PNG. */
final class IccProfile {
    /** The most bytes that a profile may have; the largest in use have about a million. */
    static final int MAX_LENGTH = 1 << 24;

    private static final int MAX_NAME = 79;

    private IccProfile() {}

    /** Reads and unzips the profile of the current chunk. */
    static byte[] read(PngChunks chunks) throws IOException {
        return parse(chunks.data(MAX_LENGTH), chunks::error);
    }

    /** Unzips the profile in the data of a chunk. */
    static byte[] parse(byte[] data) throws CodecException {
        return parse(data, what -> new CodecException("PNG", -1, "chunk iCCP " + what));
    }

    private static byte[] parse(byte[] data, Function<String, CodecException> error) throws CodecException {
        int end = 0;
        while (end < data.length && data[end] != 0) {
            end++;
        }
        int from = end + 2; // behind the name's zero and the number of the compression method
        if (end < 1 || end > MAX_NAME || from > data.length || data[end + 1] != 0) {
            throw error.apply("has no valid name and compression method");
        }
        try (var in = new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))) {
            byte[] profile = in.readNBytes(MAX_LENGTH + 1);
            if (profile.length > MAX_LENGTH) {
                throw error.apply("holds a profile of more than " + MAX_LENGTH + " bytes");
            }
            return profile;
        } catch (CodecException e) {
            throw e;
        } catch (IOException e) { // ZipException and EOFException; memory has no other
            throw error.apply("holds a damaged profile");
        }
    }
}

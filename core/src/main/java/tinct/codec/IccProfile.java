package tinct.codec;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The colour profile in the chunk iCCP of a PNG. */
final class IccProfile {
    /** The most bytes that a profile may have; the largest in use have about a million. */
    static final int MAX_LENGTH = 1 << 24;

    private static final int MAX_NAME = 79;

    private IccProfile() {}

    /** Reads and unzips the profile of the current chunk. */
    static byte[] read(PngChunks chunks) throws IOException {
        byte[] data = chunks.data(MAX_LENGTH);
        int end = 0;
        while (end < data.length && data[end] != 0) {
            end++;
        }
        int from = end + 2; // behind the name's zero and the number of the compression method
        if (end < 1 || end > MAX_NAME || from > data.length || data[end + 1] != 0) {
            throw chunks.error("has no valid name and compression method");
        }
        try (var in = new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))) {
            byte[] profile = in.readNBytes(MAX_LENGTH + 1);
            if (profile.length > MAX_LENGTH) {
                throw chunks.error("holds a profile of more than " + MAX_LENGTH + " bytes");
            }
            return profile;
        } catch (ZipException | EOFException e) {
            throw chunks.error("holds a damaged profile");
        }
    }
}

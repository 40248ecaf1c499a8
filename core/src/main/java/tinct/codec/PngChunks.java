package tinct.codec;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A PNG file as chunks, in order, each with its checksum verified when it is left. */
final class PngChunks implements Closeable {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final CRC32 crc = new CRC32();
    private int position; // in the buffer
    private int limit;
    private long consumed; // bytes of the file before the buffer's first one
    private String type = "";
    private long start; // byte of the file at which the current chunk begins
    private int remaining; // data bytes of the current chunk that have not been read

    private PngChunks(InputStream in) {
        this.in = in;
    }

    /** Takes over the stream and reads the signature. */
    static PngChunks open(InputStream in) throws IOException {
        PngChunks chunks = new PngChunks(in);
        try {
            chunks.readSignature();
            return chunks;
        } catch (Throwable e) {
            in.close();
            throw e;
        }
    }

    private void readSignature() throws IOException {
        long signature = 0;
        for (int i = 0; i < 8; i++) {
            if (!fill()) {
                throw new CodecException("PNG", -1, offset() == 0 ? "the file is empty" : "the signature is cut short");
            }
            signature = signature << 8 | (buffer[position++] & 0xFF);
        }
        if (signature != SIGNATURE) {
            throw new CodecException("PNG", 0, "the file does not begin with the signature of PNG");
        }
    }

    /** Type of the current chunk. */
    String type() {
        return type;
    }

    /** Byte of the file at which the current chunk begins. */
    long start() {
        return start;
    }

    /** Data bytes of the current chunk that have not been read. */
    int remaining() {
        return remaining;
    }

    /** Whether a decoder may ignore the current chunk. */
    boolean ancillary() {
        return Character.isLowerCase(type.charAt(0));
    }

    /** Goes to the next chunk; the current one must have been finished. */
    void next() throws IOException {
        start = offset();
        if (!fill()) {
            throw new CodecException("PNG", start, "the file ends without an IEND chunk");
        }
        type = ""; // for the message if the file ends here
        int length = readInt();
        crc.reset();
        byte[] name = new byte[4];
        for (int i = 0; i < 4; i++) {
            name[i] = (byte) read();
        }
        crc.update(name);
        for (byte letter : name) {
            if (!isLetter(letter)) {
                throw new CodecException("PNG", start, "a chunk's type is not four letters");
            }
        }
        type = new String(name, StandardCharsets.ISO_8859_1);
        if (length < 0) {
            throw error("has an impossible length of " + Integer.toUnsignedString(length));
        }
        remaining = length;
    }

    /** All data of the current chunk, whose checksum is then verified; refuses more than {@code max} bytes. */
    byte[] data(int max) throws IOException {
        if (remaining > max) {
            throw error("has " + remaining + " bytes, more than " + max);
        }
        byte[] data = new byte[remaining];
        int n = 0;
        while (remaining > 0) {
            int from = position();
            int got = take();
            System.arraycopy(buffer, from, data, n, got);
            n += got;
        }
        finish();
        return data;
    }

    /** The next four data bytes of the current chunk as a number, most significant byte first. */
    int dataInt() throws IOException {
        if (remaining < 4) {
            throw error("has too few bytes");
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int at = position();
            crc.update(buffer[at]);
            value = value << 8 | buffer[at] & 0xFF;
            position++;
            remaining--;
        }
        return value;
    }

    /** Skips what has not been read of the current chunk and verifies its checksum. */
    void finish() throws IOException {
        while (remaining > 0) {
            position();
            take();
        }
        int computed = (int) crc.getValue();
        if (readInt() != computed) {
            throw error("has a wrong checksum");
        }
    }

    /** The buffer in which {@link #take} leaves data. */
    byte[] buffer() {
        return buffer;
    }

    /** Where in the buffer the next {@link #take} begins, with at least one byte there; the chunk must not be at its end. */
    int position() throws IOException {
        if (!fill()) {
            throw truncated();
        }
        return position;
    }

    /** Reads as many bytes of the chunk as the buffer holds; they stay there until the next call of {@link #position}. */
    int take() {
        int n = Math.min(remaining, limit - position);
        crc.update(buffer, position, n);
        position += n;
        remaining -= n;
        return n;
    }

    /** An error in the current chunk. */
    CodecException error(String what) {
        return new CodecException("PNG", start, "chunk " + type + " " + what);
    }

    private CodecException truncated() {
        return new CodecException(
                "PNG", offset(), "the file ends inside " + (type.isEmpty() ? "a chunk" : "chunk " + type));
    }

    private long offset() {
        return consumed + position;
    }

    /** Whether there is a byte in the buffer, after reading on if necessary. */
    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        consumed += limit;
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    private int read() throws IOException {
        int value = buffer[position()] & 0xFF;
        position++;
        return value;
    }

    private static boolean isLetter(byte b) {
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private int readInt() throws IOException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | read();
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

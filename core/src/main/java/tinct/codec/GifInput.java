package tinct.codec;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a GIF file in order. */
final class GifInput implements Closeable {
    private final InputStream in;
    private long offset;
    private int left; // bytes of the current block of data
    private boolean ended; // the chain of blocks of data

    GifInput(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** How many bytes have been read. */
    long offset() {
        return offset;
    }

    int u8() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new CodecException("GIF", offset, "the file ends before the picture does");
        }
        offset++;
        return value;
    }

    int u16() throws IOException {
        int low = u8();
        return low | u8() << 8;
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        offset += bytes.length;
        if (bytes.length < count) {
            throw new CodecException("GIF", offset, "the file ends before the picture does");
        }
        return bytes;
    }

    /** Begins a chain of blocks of data. */
    void beginData() {
        left = 0;
        ended = false;
    }

    /** The next byte of the chain; -1 behind its last one. */
    int data() throws IOException {
        if (left == 0 && !ended) {
            left = u8();
            ended = left == 0;
        }
        if (ended) {
            return -1;
        }
        left--;
        return u8();
    }

    /** The next block of the chain as a whole; empty behind the last one. */
    byte[] block() throws IOException {
        int length = ended ? 0 : u8();
        ended = length == 0;
        return bytes(length);
    }

    /** Skips what is left of the chain. */
    void endData() throws IOException {
        while (!ended) {
            skip(left);
            left = u8();
            ended = left == 0;
        }
    }

    private void skip(int count) throws IOException {
        long skipped = 0;
        while (skipped < count) {
            u8();
            skipped++;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package tinct.codec;

import java.io.IOException;
import java.io.OutputStream;

/** Writes bits to a stream, the lowest of a byte first. */
final class BitWriter {
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 13];
    private int size;
    private long pending;
    private int pendingBits; // always below 32 between calls

    BitWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes the low {@code count} bits of {@code bits}; the others must be 0; at most 32. */
    void write(int bits, int count) throws IOException {
        pending |= (bits & 0xFFFFFFFFL) << pendingBits;
        pendingBits += count;
        if (pendingBits >= 32) {
            if (size + 4 > buffer.length) {
                drain();
            }
            MatchTrees.INTS.set(buffer, size, (int) pending);
            size += 4;
            pending >>>= 32;
            pendingBits -= 32;
        }
    }

    /** How many bits are missing to a whole byte: 0..7. */
    int bitsToByte() {
        return -pendingBits & 7;
    }

    /** Fills up the byte with zeros. */
    void align() throws IOException {
        write(0, bitsToByte());
    }

    /** Writes whole bytes; the place must be a byte's start. */
    void write(byte[] bytes, int from, int length) throws IOException {
        flush();
        out.write(bytes, from, length);
    }

    /** Hands all whole bytes to the stream. */
    void flush() throws IOException {
        for (; pendingBits >= 8; pendingBits -= 8) {
            if (size == buffer.length) {
                drain();
            }
            buffer[size++] = (byte) pending;
            pending >>>= 8;
        }
        drain();
    }

    private void drain() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}

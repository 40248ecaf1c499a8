package tinct.app.file;

import java.io.IOException;
import java.io.OutputStream;

/** Counts the bytes that are written, and keeps none of them. */
public final class Counter extends OutputStream {
    private long bytes;

    private Counter() {}

    /** Something that writes. */
    public interface Writer {
        /** Writes to a stream. */
        void write(OutputStream out) throws IOException;
    }

    /** How many bytes it writes. */
    public static long bytes(Writer writer) throws IOException {
        try (Counter counter = new Counter()) {
            writer.write(counter);
            return counter.bytes;
        }
    }

    @Override
    public void write(int b) {
        bytes++;
    }

    @Override
    public void write(byte[] b, int offset, int length) {
        bytes += length;
    }
}

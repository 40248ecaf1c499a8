package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Adler32;
import org.jspecify.annotations.Nullable;
import tinct.internal.DeflateSymbols;

/**
 * Compresses to a zlib stream (RFC 1950, 1951). The bytes depend on the input and the effort alone, not on the Java
 * version, and not on the portions in which the input comes.
 */
final class Deflate extends OutputStream {
    private static final int SEGMENT = 1 << 19;
    private static final int SLIDE = 2 * DeflateSymbols.WINDOW;
    private static final int CAPACITY = DeflateSymbols.WINDOW + SLIDE + SEGMENT + DeflateSymbols.MAX_LENGTH;

    private final OutputStream out;
    private final Effort effort;
    private final BitWriter bits;
    private final BlockWriter blocks;
    private final Plan plan = new Plan();
    private final Adler32 checksum = new Adler32();
    private @Nullable Parser parser;
    private byte[] data = new byte[1 << 12];
    private int start; // of what is not yet written
    private int limit; // end of the data

    Deflate(OutputStream out, int effort) throws IOException {
        this(out, Effort.of(effort));
        out.write(header(effort));
    }

    private Deflate(OutputStream out, Effort effort) {
        this.effort = effort;
        this.out = out;
        bits = new BitWriter(out);
        blocks = new BlockWriter(bits);
    }

    /** What a zlib stream begins with: deflate, a window of 32 KiB; how hard it was tried, which makes the bytes a multiple of 31. */
    static byte[] header(int effort) {
        return new byte[] {0x78, (byte) (effort < 5 ? 0x5E : 0xDA)};
    }

    /**
     * A part of what a zlib stream has between its header and its checksum: whole bytes, so that the next part can follow.
     *
     * @param data data[from, to) is compressed; what is before can be copied from
     * @param last whether the stream ends here
     */
    static byte[] part(byte[] data, int from, int to, int effort, boolean last) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((to - from) / 2 + 64);
        try {
            Deflate deflate = new Deflate(bytes, Effort.of(effort));
            deflate.start = Math.min(from, DeflateSymbols.WINDOW);
            deflate.limit = deflate.start;
            deflate.ensure(deflate.start);
            System.arraycopy(data, from - deflate.start, deflate.data, 0, deflate.start);
            deflate.write(data, from, to - from);
            deflate.writeAll(last);
            deflate.end(last);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // arrays do not fail
        }
        return bytes.toByteArray();
    }

    /** Ends a part at a byte: where more follows by an empty stored block, which has three bits and then whole bytes. */
    private void end(boolean last) throws IOException {
        if (!last) {
            bits.write(0, 3);
            bits.align();
            bits.write(0xFFFF0000, 32);
        }
        bits.align();
        bits.flush();
    }

    /** A whole zlib stream of the bytes; effort 1..9. */
    static byte[] compress(byte[] raw, int effort) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length / 2 + 64);
        try (Deflate deflate = new Deflate(bytes, effort)) {
            deflate.write(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // arrays do not fail
        }
        return bytes.toByteArray();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checksum.update(bytes, offset, length);
        int from = offset;
        int left = length;
        while (left > 0) {
            if (limit == CAPACITY) {
                writeSegment(Math.min(start + SEGMENT, limit - DeflateSymbols.MAX_LENGTH), false);
                slide();
                continue;
            }
            int portion = Math.min(left, CAPACITY - limit);
            ensure(limit + portion);
            System.arraycopy(bytes, from, data, limit, portion);
            limit += portion;
            from += portion;
            left -= portion;
        }
    }

    /** Writes all that is left and the checksum, and closes the stream below. */
    @Override
    public void close() throws IOException {
        finish();
        out.close();
    }

    /** Writes all that is left and the checksum, and leaves the stream below open. */
    void finish() throws IOException {
        writeAll(true);
        bits.align();
        bits.write(Integer.reverseBytes((int) checksum.getValue()), 32);
        bits.flush();
    }

    private void writeAll(boolean last) throws IOException {
        do {
            int end = Math.min(start + SEGMENT, limit);
            writeSegment(end, last && end == limit);
        } while (start < limit);
    }

    private void writeSegment(int to, boolean last) throws IOException {
        if (start == limit) {
            blocks.write(data, plan.steps, start, start, last);
            return;
        }
        if (parser == null) {
            parser = effort.parser(limit);
            parser.learn(data, 0, start, limit);
        }
        int end = parser.plan(data, start, to, limit, plan);
        for (int blockEnd : plan.blockEnds) {
            blocks.write(data, plan.steps, start, blockEnd, last && blockEnd == limit);
            start = blockEnd;
        }
        start = end;
    }

    private void slide() {
        int by = Math.max(0, start - DeflateSymbols.WINDOW) / SLIDE * SLIDE;
        if (by > 0 && parser != null) {
            System.arraycopy(data, by, data, 0, limit - by);
            parser.slide(by);
            start -= by;
            limit -= by;
        }
    }

    private void ensure(int size) {
        if (data.length < size + MatchTrees.PADDING) {
            data = Arrays.copyOf(data, Math.min(CAPACITY, 2 * size) + MatchTrees.PADDING);
        }
    }
}

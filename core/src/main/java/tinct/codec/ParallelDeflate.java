package tinct.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.Adler32;
import tinct.internal.DeflateSymbols;
import tinct.internal.Parallel;

/**
 * Compresses to a zlib stream in parts of about the same size, several at once; each knows the window before it. The bytes
 * depend on the input and the effort alone; those of one part are the ones of {@link Deflate}.
 *
 * <p>The idea is that of pigz (Adler, 2007).
 */
final class ParallelDeflate extends OutputStream {
    /** Bytes of a part of a long input. */
    static final int PART = 1 << 20;

    /** And of a short one: the block that a part ends early, and statistics that are learned anew, cost 0.03 per cent. */
    static final int LEAST_PART = 3 << 16;

    /** So many parts an input has, if they can be of a size between these. */
    private static final int PARTS = 8;

    /** More parts at once would take much memory. */
    private static final int MOST_AT_ONCE = 8;

    private final OutputStream out;
    private final int effort;
    private final int atOnce;
    private final int partSize;
    private final Adler32 checksum = new Adler32();
    private byte[] data = new byte[1 << 12];
    private int start; // of what is not yet compressed; before it is the window
    private int limit; // end of the data

    /** Begins a stream of {@code total} bytes; effort 1..9. */
    ParallelDeflate(OutputStream out, int effort, int threads, long total) throws IOException {
        this.out = out;
        this.effort = effort;
        this.atOnce = Math.min(threads, MOST_AT_ONCE);
        this.partSize = partSize(total);
        out.write(Deflate.header(effort));
    }

    private static int partSize(long total) {
        long wanted = Math.max(LEAST_PART, Math.min(PART, total / PARTS));
        long parts = Math.max(1, (total + wanted / 2) / wanted);
        return (int) Math.max(1, (total + parts - 1) / parts);
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
            int full = start + atOnce * partSize;
            if (limit == full) {
                compress(false);
                continue;
            }
            int portion = Math.min(left, full - limit);
            if (limit + portion > data.length) {
                data = Arrays.copyOf(data, Math.min(full, 2 * (limit + portion)));
            }
            System.arraycopy(bytes, from, data, limit, portion);
            limit += portion;
            from += portion;
            left -= portion;
        }
    }

    /** Writes all that is left and the checksum, and leaves the stream below open. */
    void finish() throws IOException {
        compress(true);
        int sum = (int) checksum.getValue();
        out.write(new byte[] {(byte) (sum >> 24), (byte) (sum >> 16), (byte) (sum >> 8), (byte) sum});
    }

    private void compress(boolean last) throws IOException {
        int parts = Math.max(1, (limit - start + partSize - 1) / partSize);
        byte[][] compressed = new byte[parts][];
        byte[] bytes = data;
        Parallel.forEach(parts, atOnce, part -> {
            int from = start + part * partSize;
            int to = Math.min(limit, from + partSize);
            compressed[part] = Deflate.part(bytes, from, to, effort, last && part == parts - 1);
        });
        for (byte[] part : compressed) {
            out.write(part);
        }
        int window = Math.min(DeflateSymbols.WINDOW, limit);
        System.arraycopy(data, limit - window, data, 0, window);
        start = window;
        limit = window;
    }
}

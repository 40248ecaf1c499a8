package tinct.codec;

import java.io.IOException;

/**
 * The LZW of GIF: codes of growing width, lowest bit first, each for the longest string that the table has. A full table
 * is kept until it pays to clear it.
 */
final class Lzw {
    private final int indexBits;
    private final GifWriter.Blocks out;
    private int pending; // bits that do not make a byte yet, lowest first
    private int pendingBits;

    /** An encoder of indices below 2^bits, bits in 2..8. */
    Lzw(int indexBits, GifWriter.Blocks out) {
        this.indexBits = indexBits;
        this.out = out;
    }

    /** Writes all indices. */
    void encode(byte[] indices) throws IOException {
        int[] clears = LzwClears.of(indices, indexBits);
        LzwTable table = new LzwTable(indexBits);
        int clear = 1 << indexBits;
        emit(clear, table.width());
        for (int run = 0, i = 0; run <= clears.length; run++) {
            int end = run < clears.length ? clears[run] : indices.length;
            encode(indices, i, end, table);
            emit(run < clears.length ? clear : clear + 1, table.width());
            table.clear();
            i = end;
        }
        if (pendingBits > 0) {
            out.write(pending);
        }
    }

    private void encode(byte[] indices, int from, int to, LzwTable table) throws IOException {
        int prefix = indices[from] & 0xFF;
        for (int i = from + 1; i < to; i++) {
            int index = indices[i] & 0xFF;
            int width = table.width();
            int code = table.findOrAdd(prefix, index);
            if (code < 0) {
                emit(prefix, width);
                prefix = index;
            } else {
                prefix = code;
            }
        }
        emit(prefix, table.width());
        table.skip(); // the decoder adds a string here too, so what follows may need a wider code
    }

    private void emit(int code, int width) throws IOException {
        pending |= code << pendingBits;
        pendingBits += width;
        while (pendingBits >= 8) {
            out.write(pending);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }
}

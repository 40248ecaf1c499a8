package tinct.codec;

import java.io.IOException;

/** Writes blocks, each stored, with the fixed code or with one of its own, whichever is smallest to the bit. */
final class BlockWriter {
    private static final int MAX_STORED = 65535;

    private final BitWriter out;
    private final SymbolCounts counts = new SymbolCounts();

    BlockWriter(BitWriter out) {
        this.out = out;
    }

    /** Writes the steps that cover data[from, to). */
    void write(byte[] data, int[] steps, int from, int to, boolean last) throws IOException {
        counts.clear();
        counts.add(data, steps, from, to);
        BlockCode code = BlockCode.of(counts);
        long bits = code.bits(counts);
        long fixedBits = BlockCode.FIXED.bits(counts);
        if (fixedBits <= bits) {
            code = BlockCode.FIXED;
            bits = fixedBits;
        }
        if (storedBits(to - from) <= bits) {
            writeStored(data, from, to, last);
        } else {
            code.write(out, data, steps, from, to, last);
        }
    }

    private long storedBits(int length) {
        int blocks = Math.max(1, (length + MAX_STORED - 1) / MAX_STORED);
        long bits = 8L * length + 40L * blocks;
        return bits - 5 + (out.bitsToByte() + 5 & 7); // only the first block's header may cross a byte
    }

    private void writeStored(byte[] data, int from, int to, boolean last) throws IOException {
        int p = from;
        do {
            int length = Math.min(MAX_STORED, to - p);
            out.write(last && p + length == to ? 1 : 0, 3);
            out.align();
            out.write(length | (~length << 16), 32);
            out.write(data, p, length);
            p += length;
        } while (p < to);
    }
}

package tinct.codec;

import java.io.IOException;
import java.util.Arrays;

/** The LZW of GIF: codes of growing width, lowest bit first, a table of at most 4096 strings. */
final class Lzw {
    private static final int MAX_CODE_BITS = 12;
    private static final int MAX_CODES = 1 << MAX_CODE_BITS;
    private static final int SLOT_BITS = 14;
    private static final int SLOTS = 1 << SLOT_BITS; // of the hash table, at most a quarter full

    private final int bits;
    private final int clear;
    private final GifWriter.Blocks out;
    private final int[] keys = new int[SLOTS]; // 1 + (code of the prefix << 8 | next index), 0 if free
    private final short[] codes = new short[SLOTS];
    private int width; // bits of a code
    private int next; // the code that the next new string gets
    private int pending; // bits that do not make a byte yet, lowest first
    private int pendingBits;

    /** An encoder of indices below 2^bits, bits in 2..8. */
    Lzw(int bits, GifWriter.Blocks out) {
        this.bits = bits;
        this.clear = 1 << bits;
        this.out = out;
    }

    /**
     * Writes all indices.
     *
     * @param places the index to write for each index
     */
    void encode(byte[] indices, byte[] places) throws IOException {
        reset();
        emit(clear);
        int prefix = places[indices[0] & 0xFF] & 0xFF;
        for (int i = 1; i < indices.length; i++) {
            int index = places[indices[i] & 0xFF] & 0xFF;
            int key = 1 + (prefix << 8 | index);
            int slot = slot(key);
            if (keys[slot] == key) {
                prefix = codes[slot];
            } else {
                emit(prefix);
                add(slot, key);
                prefix = index;
            }
        }
        emit(prefix);
        takeCode(); // the decoder adds a string here too, so the end may need a wider code
        emit(clear + 1); // end
        if (pendingBits > 0) {
            out.write(pending);
        }
    }

    private void reset() {
        Arrays.fill(keys, 0);
        width = bits + 1;
        next = clear + 2;
    }

    /** Where the key is, or where it can be put. */
    private int slot(int key) {
        int slot = (key * 0x9E3779B1) >>> (32 - SLOT_BITS);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private void add(int slot, int key) throws IOException {
        if (takeCode()) {
            keys[slot] = key;
            codes[slot] = (short) (next - 1);
        }
    }

    /** Takes the next code, or starts a new table and says false when there is none left. */
    private boolean takeCode() throws IOException {
        if (next == MAX_CODES) {
            emit(clear);
            reset();
            return false;
        }
        // the decoder is one string behind, so codes widen when the first wide one has been given
        if (next == 1 << width) {
            width++;
        }
        next++;
        return true;
    }

    private void emit(int code) throws IOException {
        pending |= code << pendingBits;
        pendingBits += width;
        while (pendingBits >= 8) {
            out.write(pending);
            pending >>>= 8;
            pendingBits -= 8;
        }
    }
}

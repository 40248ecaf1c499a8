package tinct.codec;

import java.io.IOException;
import java.util.Arrays;

/**
 * Codes labels as {@code docs/format.md} says: each is a path through a tree of bits, and the chance of a bit is mixed from
 * seven contexts and four guesses at the label.
 */
final class PackedModel {
    private static final int CONTEXTS = 7;
    private static final int GUESSES = 4;
    private static final int INPUTS = CONTEXTS + GUESSES;
    private static final int ROW_BITS = 3; // of a label that find their slots in the same row
    private static final int HASH_BITS = 16;
    private static final int CLEAR = 512; // errors up to this one teach the weights nothing
    private static final int LEAST_SLOTS = 12;
    private static final int MOST_SLOTS = 20; // of a context, as a power of 2
    private static final int KNOTS = 2 * Logistic.LIMIT / 128 + 1;

    private static final int[] STRETCH = Logistic.stretches();
    private static final int[] SQUASH = Logistic.squashes();
    private static final int[] RATES = rates();

    private final PackedScene scene;
    private final int bits;
    private final int slotBits;
    private final char[] slots; // chance of 12 bits, count of 4
    private final int[] hashes = new int[CONTEXTS];
    private final int[] rows = new int[CONTEXTS];
    private final int[] weights;
    private final int[] trust = new int[GUESSES << 12];
    private final int[] refined;

    private final int[] guesses = new int[GUESSES];
    private final int[] trusts = new int[GUESSES];

    private final int[] places = new int[1 << HASH_BITS];
    private int matched = -1;
    private int matchLength;

    /** A model that has learned nothing, for labels of that many bits, 1 to 8, of a picture of that many pixels. */
    PackedModel(PackedScene scene, int bits, int pixels) {
        this.scene = scene;
        this.bits = bits;
        slotBits = Math.max(LEAST_SLOTS, Math.min(MOST_SLOTS, 33 - Integer.numberOfLeadingZeros(pixels)));
        slots = new char[CONTEXTS << slotBits];
        Arrays.fill(slots, (char) 0x8000);
        weights = new int[27 * 8 * 8 * INPUTS];
        Arrays.fill(weights, 65536 / 5);
        Arrays.fill(trust, 40000);
        Arrays.fill(places, -1);
        refined = new int[KNOTS << bits];
        for (int i = 0; i < refined.length; i++) {
            refined[i] = SQUASH[Math.min(2 * Logistic.LIMIT - 1, i % KNOTS * 128)];
        }
    }

    private static int[] rates() {
        int[] rates = new int[16];
        for (int n = 0; n < rates.length; n++) {
            rates[n] = 131072 / (2 * n + 3);
        }
        return rates;
    }

    /** Codes the label of the pixel that the scene looks at, and returns it. */
    int code(int label, byte[] labels, BitCoder coder) throws IOException {
        begin(labels);
        int node = 1;
        for (int depth = 0; depth < bits; depth++) {
            if (depth % ROW_BITS == 0) {
                findRows(node);
            }
            node = 2 * node + codeBit(label >> (bits - 1 - depth) & 1, node, depth, coder);
        }
        return node - (1 << bits);
    }

    private void begin(byte[] labels) {
        PackedScene s = scene;
        int w = s.west;
        int n = s.north;
        hashes[0] = hash(0, 0);
        hashes[1] = hash(1, w | s.westWest << 8);
        hashes[2] = hash(2, n | s.northNorth << 8);
        hashes[3] = hash(3, s.byMean | s.unrest << 8);
        hashes[4] = hash(4, s.cell);
        hashes[5] = hash(5, s.byWest | s.byNorth << 8);
        hashes[6] = hash(6, (w | n << 8 | s.other() << 16) * 729 + s.kinds());
        int around = (s.equals() << 3 | s.unrest) << 3;
        guess(0, w, around);
        guess(1, n, around);
        guess(2, s.byMean, around);
        guess(3, matched < 0 ? 0 : labels[matched] & 0xFF, (Math.min(15, matchLength) << 3 | s.unrest) << 3);
        if (matched < 0) {
            guesses[3] = 0; // on no path
        }
    }

    private void guess(int i, int label, int context) {
        guesses[i] = label | 1 << bits;
        trusts[i] = i << 12 | context;
    }

    private static int hash(int context, int key) {
        int hash = (key + context * 0x3C6EF372) * 0x9E3779B1;
        return (hash ^ hash >>> 15) * 0x85EBCA77;
    }

    private void findRows(int node) {
        int shift = 32 - (slotBits - ROW_BITS);
        for (int i = 0; i < CONTEXTS; i++) {
            int hash = (hashes[i] + node * 0x27D4EB2F) * 0x9E3779B1;
            rows[i] = i << slotBits | hash >>> shift << ROW_BITS;
        }
    }

    /* One method for all that a bit needs: what is computed for its chance is needed again to learn from it. */
    private int codeBit(int given, int node, int depth, BitCoder coder) throws IOException {
        char[] slots = this.slots;
        int[] rows = this.rows;
        int[] stretch = STRETCH;
        int level = depth % ROW_BITS;
        int inRow = 1 << level | node & (1 << level) - 1;
        int in0 = stretch[slots[rows[0] + inRow] >>> 4];
        int in1 = stretch[slots[rows[1] + inRow] >>> 4];
        int in2 = stretch[slots[rows[2] + inRow] >>> 4];
        int in3 = stretch[slots[rows[3] + inRow] >>> 4];
        int in4 = stretch[slots[rows[4] + inRow] >>> 4];
        int in5 = stretch[slots[rows[5] + inRow] >>> 4];
        int in6 = stretch[slots[rows[6] + inRow] >>> 4];
        int shift = bits - 1 - depth;
        int way0 = way(guesses[0] >> shift, node);
        int way1 = way(guesses[1] >> shift, node);
        int way2 = way(guesses[2] >> shift, node);
        int way3 = way(guesses[3] >> shift, node);
        int in7 = way0 * stretch[trust[trusts[0] | depth] >> 4];
        int in8 = way1 * stretch[trust[trusts[1] | depth] >> 4];
        int in9 = way2 * stretch[trust[trusts[2] | depth] >> 4];
        int in10 = way3 * stretch[trust[trusts[3] | depth] >> 4];
        int[] weights = this.weights;
        int set = ((way0 * 9 + way1 * 3 + way2 + 13 << 3 | scene.unrest) << 3 | depth) * INPUTS;
        long dot = (long) in0 * weights[set]
                + (long) in1 * weights[set + 1]
                + (long) in2 * weights[set + 2]
                + (long) in3 * weights[set + 3]
                + (long) in4 * weights[set + 4]
                + (long) in5 * weights[set + 5]
                + (long) in6 * weights[set + 6]
                + (long) in7 * weights[set + 7]
                + (long) in8 * weights[set + 8]
                + (long) in9 * weights[set + 9]
                + (long) in10 * weights[set + 10];
        int position = (int) Math.max(0, Math.min(2 * Logistic.LIMIT - 1, (dot >> 16) + Logistic.LIMIT));
        int mixed = SQUASH[position];
        int low = node * KNOTS + (position >> 7);
        int part = position & 127;
        int fine = refined[low] * (128 - part) + refined[low + 1] * part >> 7;
        int bit = coder.code(given, mixed + fine >> 1);

        int knot = low + (part >> 6);
        refined[knot] += bit * 65535 - refined[knot] >> 6;
        int error = (bit << 16) - mixed;
        if (Math.abs(error) > CLEAR) {
            weights[set] += in0 * error + 0x8000 >> 16;
            weights[set + 1] += in1 * error + 0x8000 >> 16;
            weights[set + 2] += in2 * error + 0x8000 >> 16;
            weights[set + 3] += in3 * error + 0x8000 >> 16;
            weights[set + 4] += in4 * error + 0x8000 >> 16;
            weights[set + 5] += in5 * error + 0x8000 >> 16;
            weights[set + 6] += in6 * error + 0x8000 >> 16;
            weights[set + 7] += in7 * error + 0x8000 >> 16;
            weights[set + 8] += in8 * error + 0x8000 >> 16;
            weights[set + 9] += in9 * error + 0x8000 >> 16;
            weights[set + 10] += in10 * error + 0x8000 >> 16;
        }
        for (int i = 0; i < CONTEXTS; i++) {
            slots[rows[i] + inRow] = learned(slots[rows[i] + inRow], bit * 4095);
        }
        trust(trusts[0] | depth, way0, bit);
        trust(trusts[1] | depth, way1, bit);
        trust(trusts[2] | depth, way2, bit);
        trust(trusts[3] | depth, way3, bit);
        return bit;
    }

    private static int way(int guess, int node) {
        return guess >> 1 == node ? 2 * (guess & 1) - 1 : 0;
    }

    /** The chance moves towards the goal by less each time, at last by 2/33 of the way. */
    private static char learned(int slot, int goal) {
        int count = slot & 15;
        int step = (goal - (slot >>> 4)) * RATES[count] + 0x8000 >> 16;
        return (char) (slot + (step << 4) + (count < 15 ? 1 : 0));
    }

    private void trust(int at, int way, int bit) {
        if (way != 0) {
            int right = way > 0 ? bit : 1 - bit;
            trust[at] += right * 65535 - trust[at] >> 7;
        }
    }

    /** Takes the label, which is in labels[p] already. */
    void learn(byte[] labels, int p) {
        if (matched >= 0 && labels[matched] == labels[p]) {
            matchLength++;
            matched++;
        } else {
            matchLength = 0;
            matched = -1;
        }
        PackedScene s = scene;
        int hash = (labels[p] & 0xFF | s.west << 8 | s.westWest << 16) * 0x9E3779B1
                + (s.northEast | s.northEastEast << 8 | s.north << 16) * 0x85EBCA77;
        hash = (hash ^ hash >>> 15) * 0x27D4EB2F >>> 32 - HASH_BITS;
        if (matched < 0) {
            matched = places[hash];
        }
        places[hash] = p + 1;
    }
}

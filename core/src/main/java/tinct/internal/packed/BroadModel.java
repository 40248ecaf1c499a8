package tinct.internal.packed;

import java.io.IOException;
import java.util.Arrays;

/**
 * Codes labels digit by digit, by 25 contexts and four mixings of them, as {@code docs/format.md} says: files are a
 * twentieth smaller than those of {@link PackedModel}, and take several times as long.
 *
 * <p>A context with the expected entry in it is met half as often as one without it. Ranks need that entry in all of
 * them; digits of labels do not.
 */
public final class BroadModel implements LabelModel {
    private static final int CONTEXTS = 25;
    private static final int INPUTS = CONTEXTS + Trust.GUESSES;
    private static final int MIXINGS = 4;
    private static final int NODES = 256;
    private static final int CHOICES = 32; // of weights, for a node and a mixing
    private static final int CHOICE_BITS = 5;
    private static final int FIRST_WEIGHT = 5243; // of 65536
    private static final int MOST_WEIGHT = 1 << 18; // so that a product has 31 bits
    private static final int CLEAR = 512; // errors up to this one teach the weights nothing
    private static final int ROW_DIGITS = 3; // whose slots are in one row

    private final PackedScene scene;
    private final Match match = new Match();
    private final Trust trust = new Trust();
    private final Refinement refinement = new Refinement(8);
    private final int digits;
    private final int slotBits;
    private final char[] slots;
    private final int[] hashes = new int[CONTEXTS];
    private final int[] rows = new int[CONTEXTS];
    private final int[] guesses = new int[Trust.GUESSES]; // labels, or -1

    private final int[] weights = new int[MIXINGS * NODES * CHOICES * INPUTS];
    private final int[] choices = new int[MIXINGS];

    /* The digit at hand, between its chance and what is learned of it. */
    private final int[] inputs = new int[INPUTS];
    private final int[] sets = new int[MIXINGS];
    private final int[] mixed = new int[MIXINGS];

    /**
     * A model that has learned nothing.
     *
     * @param width of the picture
     * @param argb the palette, of 2 entries or more
     * @param pixels of the picture
     */
    public BroadModel(int width, int[] argb, int pixels) {
        scene = new PackedScene(width, argb);
        digits = 32 - Integer.numberOfLeadingZeros(argb.length - 1);
        slotBits = Slots.bits(pixels);
        slots = Slots.clean(CONTEXTS << slotBits);
        Arrays.fill(weights, FIRST_WEIGHT);
    }

    @Override
    public void look(byte[] labels, int x, int y) {
        PackedScene s = scene;
        s.look(labels, x, y);
        hashContexts(s, x > 2 ? labels[y * s.width + x - 3] & 0xFF : s.westWest);
        trust.look(s, match);
        guesses[0] = s.west;
        guesses[1] = s.north;
        guesses[2] = match.at < 0 ? -1 : labels[match.at] & 0xFF;
        int cut = Math.max(0, digits - CHOICE_BITS);
        choices[0] = s.unrest;
        choices[1] = s.equals() & CHOICES - 1;
        choices[2] = s.west >> cut;
        choices[3] = s.north >> cut;
    }

    private void hashContexts(PackedScene s, int westWestWest) {
        int w = s.west;
        int n = s.north;
        int nw = s.northWest;
        int ne = s.northEast;
        int ww = s.westWest;
        int nn = s.northNorth;
        int nee = s.northEastEast;
        int nne = s.northNorthEast;
        int e = s.expected;
        int upwards = s.entryOf(5);
        int[] single = {0, w, n, nw, ne, ww, nn, nee, nne, westWestWest, e, s.entryOf(2), upwards, s.entryOf(6)};
        for (int i = 0; i < single.length; i++) {
            hashes[i] = hash(i, single[i], 0);
        }
        hashes[14] = hash(14, e | s.offset() << 8, 0);
        hashes[15] = hash(15, e | s.unrest << 8, 0);
        hashes[16] = hash(16, e | upwards << 8 | s.unrest << 16, 0);
        hashes[17] = hash(17, w | nw << 8, 0);
        hashes[18] = hash(18, w | ww << 8, 0);
        hashes[19] = hash(19, w | nn << 8, 0);
        hashes[20] = hash(20, w | n << 8 | nn << 16, 0);
        hashes[21] = hash(21, w | ne << 8 | nee << 16, 0);
        hashes[22] = hash(22, ne | nn << 8 | nne << 16, 0);
        hashes[23] = hash(23, w | n << 8 | nw << 16 | ne << 24, 0);
        hashes[24] = hash(24, e | w << 8 | n << 16 | nw << 24, ne | ww << 8 | nn << 16 | nee << 24);
    }

    private static int hash(int context, int key, int more) {
        int hash = (key + context * 0x3C6EF372) * 0x9E3779B1;
        return (hash ^ hash >>> 15) * 0x85EBCA77 + more * 0xC2B2AE35;
    }

    @Override
    public int code(int label, BitCoder coder) throws IOException {
        final int[] ways = trust.ways;
        int node = 1;
        for (int depth = 0; depth < digits; depth++) {
            if (depth % ROW_DIGITS == 0) {
                takeRows(depth == 0 ? 0 : node);
            }
            for (int i = 0; i < Trust.GUESSES; i++) {
                int path = (guesses[i] & (1 << digits) - 1 | 1 << digits) >> digits - 1 - depth;
                ways[i] = guesses[i] >= 0 && path >> 1 == node ? 2 * (path & 1) - 1 : 0;
            }
            int leading = 1 << depth % ROW_DIGITS;
            int place = leading | node & leading - 1;
            int bit = coder.code(label >> digits - 1 - depth & 1, chance(depth, node, place));
            learn(depth, place, bit);
            node = 2 * node + bit;
        }
        return node - (1 << digits);
    }

    private void takeRows(int node) {
        final int[] rows = this.rows, hashes = this.hashes;
        final int slotBits = this.slotBits, far = node * 0x27D4EB2F;
        for (int i = 0; i < CONTEXTS; i++) {
            int hash = (hashes[i] + far) * 0x9E3779B1;
            rows[i] = (i << slotBits) + (hash >>> 32 - (slotBits - ROW_DIGITS) << ROW_DIGITS);
        }
    }

    /** The chance that the digit is 1; what it was made of stays for {@link #learn(int, int, int)}. */
    private int chance(int depth, int node, int place) {
        gather(depth, place);
        final int[] sets = this.sets;
        sets[0] = (trust.ways[0] + 1) * 8 + depth;
        for (int i = 1; i < MIXINGS; i++) {
            sets[i] = i * NODES + node;
        }
        int sum = 0;
        for (int i = 0; i < MIXINGS; i++) {
            sets[i] = (sets[i] * CHOICES + choices[i]) * INPUTS;
            int dot = dot(inputs, weights, sets[i]);
            mixed[i] = Logistic.SQUASH[position(dot >> 8)];
            sum += dot;
        }
        return refinement.chance(depth, position(sum >> 10));
    }

    private void gather(int depth, int place) {
        final int[] inputs = this.inputs, rows = this.rows;
        final char[] slots = this.slots;
        for (int i = 0; i < CONTEXTS; i++) {
            inputs[i] = Logistic.STRETCH[slots[rows[i] + place] >> 4];
        }
        for (int i = 0; i < Trust.GUESSES; i++) {
            inputs[CONTEXTS + i] = trust.input(i, depth);
        }
    }

    private static int dot(int[] inputs, int[] weights, int set) {
        int dot = 0;
        for (int i = 0; i < INPUTS; i++) {
            dot += inputs[i] * weights[set + i] >> 8;
        }
        return dot;
    }

    private static int position(int x) {
        return Math.max(0, Math.min(2 * Logistic.LIMIT - 1, x + Logistic.LIMIT));
    }

    private void learn(int depth, int place, int bit) {
        refinement.learn(bit);
        for (int i = 0; i < MIXINGS; i++) {
            int error = (bit << 16) - mixed[i];
            if (Math.abs(error) > CLEAR) {
                learn(inputs, weights, sets[i], error);
            }
        }
        final int[] rows = this.rows;
        final char[] slots = this.slots;
        final int goal = bit * 4095;
        for (int i = 0; i < CONTEXTS; i++) {
            slots[rows[i] + place] = Slots.learned(slots[rows[i] + place], goal);
        }
        trust.learn(depth, bit);
    }

    private static void learn(int[] inputs, int[] weights, int set, int error) {
        for (int i = 0; i < INPUTS; i++) {
            int weight = weights[set + i] + (inputs[i] * error + 0x8000 >> 16);
            weights[set + i] = Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, weight));
        }
    }

    @Override
    public void learn(byte[] labels, int p, int x) {
        match.learn(labels, p, scene);
        scene.learn(labels[p] & 0xFF, x);
    }
}

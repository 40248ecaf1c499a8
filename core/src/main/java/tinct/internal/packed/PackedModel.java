package tinct.internal.packed;

import java.io.IOException;
import java.util.Arrays;

/**
 * Codes labels as {@code docs/format.md} says: the rank of each, by its distance from the entry that is expected, is a path
 * through a tree of bits, and the chance of a bit is mixed from four or five contexts and three guesses at the label.
 */
public final class PackedModel implements LabelModel {
    private static final int NEAR = 4; // contexts that every pixel has
    private static final int FAR = NEAR; // the one that only repeated pixels have
    private static final int CONTEXTS = NEAR + 1;
    private static final int GUESSES = Trust.GUESSES;
    private static final int INPUTS = CONTEXTS + GUESSES;
    private static final int LAST_LEVEL = 7;
    private static final int KINDS = 16;
    private static final int FIRST_OF_TWO = 7; // kind of bit, and place in its row: which of the ranks 2 and 3
    private static final int ROW_BITS = 3; // slots of a row, as a power of 2
    private static final int NEIGHBOURS = 4; // rows in one line of the processor's cache
    private static final int LINE_START = 24; // slots: behind an array's header of 16 bytes, a line begins here
    private static final int CLEAR = 512; // errors up to this one teach the weights nothing

    private static final short[] STRETCH = Logistic.STRETCH;
    private static final float[] BITS = bits(); // of a chance of 12 bits

    private final PackedScene scene;
    private final int size;
    private final int last; // level
    private final Match match = new Match();
    private final Trust trust = new Trust();
    private final Refinement refinement = new Refinement(KINDS);
    private final int slotBits;
    private final char[] slots;
    private final int[] hashes = new int[CONTEXTS];
    private final int[] rows = new int[CONTEXTS];
    private final int[] weights = new int[3 * 8 * KINDS * INPUTS];

    /* Of each guess: its rank and level, or -1 if there is none. */
    private final int[] guesses = new int[GUESSES];
    private final int[] guessLevels = new int[GUESSES];

    /* The bit at hand, between its chance and what is learned of it. */
    private final int[] inputs = new int[INPUTS];
    private boolean repeats; // whether the pixel before was matched, so that there is a far context
    private int rowsOf; // which row of each context is at hand
    private int weightsAt;
    private int mixed;

    /* What is known of the prices at the pixel. */
    private int pixel;
    private final int[] pricedAt = new int[(LAST_LEVEL + 1) << 8]; // the last pixel of each question and digit
    private final char[] chances = new char[(LAST_LEVEL + 1) << 8];

    /**
     * A model that has learned nothing.
     *
     * @param width of the picture
     * @param argb the palette, of 2 entries or more
     * @param pixels of the picture
     */
    public PackedModel(int width, int[] argb, int pixels) {
        scene = new PackedScene(width, argb);
        size = argb.length;
        last = level(size - 1);
        slotBits = Slots.bits(pixels);
        slots = Slots.clean(LINE_START + (CONTEXTS << slotBits));
        Arrays.fill(weights, 65536 / 5);
    }

    private static float[] bits() {
        float[] bits = new float[4096];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (float) (StrictMath.log(8192 / (2.0 * i + 1)) / StrictMath.log(2));
        }
        return bits;
    }

    /** Ranks 0, 1, 2..3, 4..7, ... 32..63 and 64..255 are the levels 0..7. */
    private static int level(int rank) {
        return Math.min(LAST_LEVEL, 32 - Integer.numberOfLeadingZeros(rank));
    }

    /** How many bits tell the ranks of a level apart. */
    private static int digits(int level) {
        return level == LAST_LEVEL ? 8 : Math.max(0, level - 1);
    }

    @Override
    public void look(byte[] labels, int x, int y) {
        PackedScene s = scene;
        s.look(labels, x, y);
        int e = s.expected;
        int w = s.rank(s.west);
        int n = s.rank(s.north);
        hashes[0] = hash(0, e);
        hashes[1] = hash(1, e | s.west << 8 | s.north << 16);
        hashes[2] = hash(2, e | s.offset() << 8);
        hashes[3] = hash(3, s.cutRanks());
        repeats = match.length > 0;
        if (repeats) {
            hashes[FAR] = hash(FAR, e | s.west << 8 | s.north << 16 | s.northWest << 24)
                    + (s.northEast | s.westWest << 8 | s.northNorth << 16 | s.northEastEast << 24) * 0xC2B2AE35;
        }
        rowsOf = -1;
        takeRows(0);
        pixel++;
        trust.look(s, match);
        guess(0, w);
        guess(1, n);
        guess(2, match.at < 0 ? -1 : s.rank(labels[match.at] & 0xFF));
    }

    private void guess(int i, int rank) {
        guesses[i] = rank;
        guessLevels[i] = rank < 0 ? -1 : level(rank);
    }

    private static int hash(int context, int key) {
        int hash = (key + context * 0x3C6EF372) * 0x9E3779B1;
        return (hash ^ hash >>> 15) * 0x85EBCA77;
    }

    @Override
    public int code(int label, BitCoder coder) throws IOException {
        int rank = scene.rank(label);
        int level = codeLevel(level(rank), coder);
        int read = level == LAST_LEVEL
                ? codeDigits(level, rank, coder)
                : codeDigits(level, rank, coder) + (1 << level >> 1);
        return read < size ? scene.label(read) : -1;
    }

    /**
     * What it would take to code a label at the pixel that is looked at.
     *
     * @return bits; if they are more than the limit, any number above it
     */
    public float bits(int label, float limit) {
        int rank = scene.rank(label);
        int level = level(rank);
        float bits = 0;
        for (int question = 0; question >= 0; ) {
            int answer = LevelTree.answer(question, level);
            if (LevelTree.asks(question, last)) {
                bits += answerBits(question, answer);
            }
            question = LevelTree.next(question, answer);
        }
        int digits = digits(level);
        int node = 1;
        for (int depth = 0; depth < digits && bits <= limit; depth++) {
            int bit = rank >> digits - 1 - depth & 1;
            bits += digitBits(level, node, depth, digits, bit);
            node = 2 * node + bit;
        }
        return bits;
    }

    /** The bits that a bit of a chance takes, the chance cut to 12 bits. */
    public static float price(int bit, int chance) {
        return BITS[bit == 1 ? chance >> 4 : 4095 - (chance >> 4)];
    }

    private float answerBits(int question, int answer) {
        if (pricedAt[question] != pixel) {
            pricedAt[question] = pixel;
            enterQuestion(question);
            chances[question] = (char) chance(question, question);
        }
        return price(answer, chances[question]);
    }

    private float digitBits(int level, int node, int depth, int digits, int bit) {
        int at = level << 8 | node;
        if (pricedAt[at] != pixel) {
            pricedAt[at] = pixel;
            enterDigit(level, node, depth, digits);
            chances[at] = (char) chance(kind(level, depth), place(level, node, depth));
        }
        return price(bit, chances[at]);
    }

    private int codeLevel(int given, BitCoder coder) throws IOException {
        int question = 0;
        while (question >= 0) {
            int answer = 1;
            if (LevelTree.asks(question, last)) {
                enterQuestion(question);
                answer = coder.code(LevelTree.answer(question, given), chance(question, question));
                learn(question, question, answer);
            }
            question = LevelTree.next(question, answer);
        }
        return -1 - question;
    }

    private int codeDigits(int level, int rank, BitCoder coder) throws IOException {
        int digits = digits(level);
        int node = 1;
        for (int depth = 0; depth < digits; depth++) {
            enterDigit(level, node, depth, digits);
            int kind = kind(level, depth);
            int place = place(level, node, depth);
            int bit = coder.code(rank >> digits - 1 - depth & 1, chance(kind, place));
            learn(kind, place, bit);
            node = 2 * node + bit;
        }
        return node - (1 << digits);
    }

    private void enterQuestion(int question) {
        takeRows(0);
        final int[] ways = trust.ways;
        for (int i = 0; i < GUESSES; i++) {
            ways[i] = LevelTree.way(question, guessLevels[i]);
        }
    }

    /** Prepares for the digit behind those of a node: a leading one and {@code depth} digits. */
    private void enterDigit(int level, int node, int depth, int digits) {
        takeRows(row(level, node >> depth % ROW_BITS));
        final int[] ways = trust.ways;
        for (int i = 0; i < GUESSES; i++) {
            int path = (guesses[i] & (1 << digits) - 1 | 1 << digits) >> digits - 1 - depth;
            ways[i] = guessLevels[i] == level && path >> 1 == node ? 2 * (path & 1) - 1 : 0;
        }
    }

    private static int kind(int level, int depth) {
        return level == 2 ? FIRST_OF_TWO : depth > 2 ? Math.min(15, 10 + depth) : (level == 3 ? 8 : 10) + depth;
    }

    private static int place(int level, int node, int depth) {
        int e = depth % ROW_BITS;
        return level == 2 ? FIRST_OF_TWO : 1 << e | node & (1 << e) - 1;
    }

    /** The row of digits; the first ones of the levels 3, 4 and 5 are beside that of questions. */
    private static int row(int level, int node) {
        return level == 2 ? 0 : node == 1 && level < 2 + NEIGHBOURS ? level - 2 : level << 8 | node;
    }

    private void takeRows(int row) {
        if (row == rowsOf) {
            return;
        }
        rowsOf = row;
        int far = row < NEIGHBOURS ? 0 : row * 0x27D4EB2F;
        int near = row < NEIGHBOURS ? row : 0;
        int shift = 32 - (slotBits - ROW_BITS);
        if (repeats) {
            rows[FAR] = rowAt(FAR, hashes[FAR] + far, shift, near);
        }
        for (int i = 0; i < NEAR; i++) {
            rows[i] = rowAt(i, hashes[i] + far, shift, near);
        }
    }

    private int rowAt(int context, int key, int shift, int near) {
        return LINE_START + (context << slotBits | (key * 0x9E3779B1 >>> shift ^ near) << ROW_BITS);
    }

    /** The chance that the bit is 1; what it was made of stays for {@link #learn}. */
    private int chance(int kind, int place) {
        final int[] inputs = this.inputs, weights = this.weights, rows = this.rows;
        final char[] slots = this.slots;
        for (int i = 0; i < NEAR; i++) {
            inputs[i] = STRETCH[slots[rows[i] + place] >> 4];
        }
        inputs[FAR] = repeats ? STRETCH[slots[rows[FAR] + place] >> 4] : 0;
        for (int i = 0; i < GUESSES; i++) {
            inputs[CONTEXTS + i] = trust.input(i, kind);
        }
        int set = (((trust.ways[0] + 1) * 8 + scene.unrest) * KINDS + kind) * INPUTS;
        long dot = 0;
        for (int i = 0; i < INPUTS; i++) {
            dot += (long) inputs[i] * weights[set + i];
        }
        int position = (int) Math.max(0, Math.min(2 * Logistic.LIMIT - 1, (dot >> 16) + Logistic.LIMIT));
        weightsAt = set;
        mixed = Logistic.SQUASH[position];
        return refinement.chance(kind, position);
    }

    private void learn(int kind, int place, int bit) {
        final int[] inputs = this.inputs, weights = this.weights, rows = this.rows;
        final char[] slots = this.slots;
        refinement.learn(bit);
        int error = (bit << 16) - mixed;
        if (Math.abs(error) > CLEAR) {
            final int set = weightsAt;
            for (int i = 0; i < INPUTS; i++) {
                weights[set + i] += inputs[i] * error + 0x8000 >> 16;
            }
        }
        final int goal = bit * 4095;
        for (int i = 0; i < NEAR; i++) {
            slots[rows[i] + place] = Slots.learned(slots[rows[i] + place], goal);
        }
        if (repeats) {
            slots[rows[FAR] + place] = Slots.learned(slots[rows[FAR] + place], goal);
        }
        trust.learn(kind, bit);
    }

    /** The label that is expected of the pixel that is looked at. */
    public int expected() {
        return scene.expected;
    }

    @Override
    public void learn(byte[] labels, int p, int x) {
        match.learn(labels, p, scene);
        scene.learn(labels[p] & 0xFF, x);
    }
}

package tinct.internal.packed;

import java.util.Arrays;

/** How often guesses at the label were right, each where it is as equal, or matched for as long, and as calm as here. */
final class Trust {
    /** Of W, of N and of the match. */
    static final int GUESSES = 3;

    private static final int KINDS = 16; // of bits

    private final char[] trust = new char[GUESSES << 13];
    private final int[] contexts = new int[GUESSES];

    /** [GUESSES] for the bit at hand: 1 if the guess speaks for a 1, -1 if for a 0, 0 if it says nothing. */
    final int[] ways = new int[GUESSES];

    Trust() {
        Arrays.fill(trust, (char) 40000);
    }

    void look(PackedScene s, Match match) {
        int around = (s.equals() << 3 | s.unrest) * KINDS;
        contexts[0] = around;
        contexts[1] = 1 << 13 | around;
        contexts[2] = 2 << 13 | (Math.min(15, match.length) << 3 | s.unrest) * KINDS;
    }

    /** What a guess says of a bit of that kind, 0..15, on the logistic scale. */
    int input(int guess, int kind) {
        return ways[guess] == 0 ? 0 : ways[guess] * Logistic.STRETCH[trust[contexts[guess] | kind] >> 4];
    }

    void learn(int kind, int bit) {
        for (int i = 0; i < GUESSES; i++) {
            if (ways[i] != 0) {
                int at = contexts[i] | kind;
                int right = ways[i] > 0 ? bit : 1 - bit;
                trust[at] += right * 65535 - trust[at] >> 7;
            }
        }
    }
}

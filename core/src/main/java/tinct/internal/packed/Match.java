package tinct.internal.packed;

import java.util.Arrays;

/** Where the labels before the pixel at hand, and those around, were met before. */
final class Match {
    private static final int HASH_BITS = 16;

    private final int[] places = new int[1 << HASH_BITS];

    /** The pixel that followed there, or -1. */
    int at = -1;

    /** How many pixels that followed were the same since. */
    int length;

    Match() {
        Arrays.fill(places, -1);
    }

    /** Takes the label of pixel p, around which the scene is. */
    void learn(byte[] labels, int p, PackedScene s) {
        if (at >= 0 && labels[at] == labels[p]) {
            length++;
            at++;
        } else {
            length = 0;
            at = -1;
        }
        int hash = (labels[p] & 0xFF | s.west << 8 | s.westWest << 16) * 0x9E3779B1
                + (s.northEast | s.northEastEast << 8 | s.north << 16) * 0x85EBCA77;
        hash = (hash ^ hash >>> 15) * 0x27D4EB2F >>> 32 - HASH_BITS;
        if (at < 0) {
            at = places[hash];
        }
        places[hash] = p + 1;
    }
}

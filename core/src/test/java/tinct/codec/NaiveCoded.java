package tinct.codec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** A decoder of the coded body of .tinct written from docs/format.md, with maps for all tables, sharing nothing with ours. */
final class NaiveCoded {
    private static final long MOD = 1L << 32;
    private static final int[] LEVELS = {1, 100, 300, 800, 2000, 5000, 12000};

    private final IntSupplier bytes;
    private final int width;
    private final int height;
    private final int[] palette;
    private final int[] labels;
    private long low = 0;
    private long high = MOD - 1;
    private long number;

    private final Map<List<Integer>, Integer> chances = new HashMap<>(); // of lengths of steps
    private final Map<Integer, int[]> parts = new HashMap<>();
    private final Map<Long, int[]> slots = new HashMap<>();
    private final Map<List<Integer>, Integer> trust = new HashMap<>();
    private final Map<List<Integer>, long[]> weights = new HashMap<>();
    private final Map<List<Integer>, Integer> refined = new HashMap<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final int[] errors;
    private int match = -1;
    private int matchLength = 0;

    // of the pixel at hand
    private int[] mean = {};
    private int equal;
    private int unrest;
    private long[] keys = {};
    private int[] guesses = {};
    private int[] around = {}; // W, WW, N, NE, NEE

    NaiveCoded(IntSupplier bytes, int width, int height, int k) {
        this.bytes = bytes;
        this.width = width;
        this.height = height;
        palette = new int[k];
        labels = new int[width * height];
        errors = new int[width * height];
        for (int i = 0; i < 4; i++) {
            number = number * 256 + bytes.getAsInt();
        }
    }

    int[] palette(boolean alpha) {
        for (int i = 0; i < palette.length; i++) {
            int[] parts = {0, 0, 0, 255};
            int[] shifts = {8, 16, 0, 24};
            for (int part = 0; part < (alpha ? 4 : 3); part++) {
                int before = i == 0 ? 0 : palette[i - 1] >>> shifts[part] & 255;
                parts[part] = Math.floorMod(before + step(part), 256);
            }
            palette[i] = parts[3] << 24 | parts[1] << 16 | parts[0] << 8 | parts[2];
        }
        return palette;
    }

    private int step(int part) {
        int length = 0;
        while (length < 8) {
            List<Integer> key = List.of(part, length);
            int chance = chances.getOrDefault(key, 32768);
            int bit = bit(chance);
            chances.put(key, chance + Math.floorDiv(65535 * bit - chance, 16));
            if (bit == 0) {
                break;
            }
            length++;
        }
        if (length == 0) {
            return 0;
        }
        int sign = bit(32768) == 1 ? -1 : 1;
        int size = 1;
        for (int i = 1; i < length; i++) {
            size = 2 * size + bit(32768);
        }
        return sign * size;
    }

    int[] labels() {
        int b = 0;
        while (1 << b < palette.length) {
            b++;
        }
        for (int p = 0; p < labels.length && b > 0; p++) {
            look(p % width, p / width);
            int node = 1;
            for (int d = 0; d < b; d++) {
                node = 2 * node + labelBit(node, d, b);
            }
            labels[p] = node - (1 << b);
            errors[p] = distance(part(labels[p]), mean);
            learnMatch(p);
        }
        return labels;
    }

    private int label(int x, int y, int other) {
        return x < 0 || y < 0 || x >= width ? other : labels[y * width + x];
    }

    private void look(int x, int y) {
        int w = label(x - 1, y, label(0, y - 1, 0));
        int ww = label(x - 2, y, w);
        int n = label(x, y - 1, w);
        int nw = label(x - 1, y - 1, n);
        int nww = label(x - 2, y - 1, nw);
        int ne = label(x + 1, y - 1, n);
        int nee = label(x + 2, y - 1, ne);
        int nn = label(x, y - 2, n);
        around = new int[] {w, ww, n, ne, nee};
        boolean[] same = {w == n, n == nw, w == nw, n == ne, w == ww, n == nn};
        equal = 0;
        for (int i = 0; i < 6; i++) {
            equal += same[i] ? 1 << i : 0;
        }
        int other = nn;
        for (int one : new int[] {ww, ne, nw}) {
            other = one != w && one != n ? one : other;
        }
        int kinds = 0;
        for (int one : new int[] {nw, ne, ww, nn, nee, nww}) {
            kinds = kinds * 3 + (one == w ? 0 : one == n ? 1 : 2);
        }
        mean = new int[3];
        for (int i = 0; i < 3; i++) {
            mean[i] = (3 * part(w)[i] + 3 * part(n)[i] + part(nw)[i] + part(ne)[i] + 4) / 8;
        }
        int sum = error(x - 1, y) + error(x, y - 1) + error(x - 1, y - 1) + error(x + 1, y - 1);
        unrest = 0;
        for (int level : LEVELS) {
            unrest += level <= sum ? 1 : 0;
        }
        int byMean = nearest(mean);
        long cell = mean[0] / 8 * 1024L + mean[1] / 8 * 32 + mean[2] / 8;
        int byWest = nearest(near(w, n, nw));
        int byNorth = nearest(near(w, ne, n));
        long all = (w + 256L * n + 65536L * other) * 729 + kinds;
        keys = new long[] {
            0, w + 256L * ww, n + 256L * nn, byMean + 256L * unrest, cell, byWest + 256L * byNorth, all % MOD
        };
        guesses = new int[] {w, n, byMean, match < 0 ? -1 : labels[match]};
    }

    private int error(int x, int y) {
        return x < 0 || y < 0 || x >= width ? 0 : errors[y * width + x];
    }

    private int[] part(int entry) {
        return parts.computeIfAbsent(entry, key -> {
            int alpha = palette[entry] >>> 24;
            int[] part = new int[3];
            for (int i = 0; i < 3; i++) {
                part[i] = ((palette[entry] >> (16 - 8 * i) & 255) * alpha + 127) / 255;
            }
            return part;
        });
    }

    private int[] near(int a, int b, int c) {
        int[] parts = new int[3];
        for (int i = 0; i < 3; i++) {
            int u = part(a)[i];
            int v = part(b)[i];
            parts[i] = Math.max(Math.min(u, v), Math.min(Math.max(u, v), u + v - part(c)[i]));
        }
        return parts;
    }

    private int nearest(int[] color) {
        int[] middle = new int[3];
        for (int i = 0; i < 3; i++) {
            middle[i] = color[i] / 8 * 8 + 4;
        }
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            best = distance(part(i), middle) < distance(part(best), middle) ? i : best;
        }
        return best;
    }

    private static int distance(int[] a, int[] b) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static long times(long a, long b) {
        return a % MOD * b & MOD - 1; // what is lost above 2^64 is a multiple of 2^32
    }

    private int[] slot(int i, int node, int d) {
        int digits = Long.toBinaryString((long) width * height).length();
        int s = Math.max(12, Math.min(20, 1 + digits));
        long ofRow = node >> d % 3; // the node at the depth where the row began
        long h = times(keys[i] + times(i, 0x3C6EF372L), 0x9E3779B1L);
        h = times(h ^ h >> 15, 0x85EBCA77L);
        long row = times(h + times(ofRow, 0x27D4EB2FL), 0x9E3779B1L) >> 35 - s;
        long at = 8 * row + (1 << d % 3) + node % (1 << d % 3);
        return slots.computeIfAbsent(i * MOD + at, key -> new int[] {2048, 0});
    }

    private int labelBit(int node, int d, int b) {
        long[] inputs = new long[11];
        int[][] found = new int[7][];
        for (int i = 0; i < 7; i++) {
            found[i] = slot(i, node, d);
            inputs[i] = stretch(found[i][0]);
        }
        int[] ways = new int[4];
        List<List<Integer>> trusts = List.of(trust(0, d), trust(1, d), trust(2, d), trust(3, d));
        for (int g = 0; g < 4; g++) {
            String path = Integer.toBinaryString(node).substring(1);
            String guess =
                    Integer.toBinaryString((1 << b) + Math.max(0, guesses[g])).substring(1);
            if (guesses[g] >= 0 && guess.startsWith(path)) {
                ways[g] = guess.charAt(d) == '1' ? 1 : -1;
            }
            inputs[7 + g] = (long) ways[g] * stretch(trust.getOrDefault(trusts.get(g), 40000) / 16);
        }
        long[] w = weights.computeIfAbsent(List.of(9 * ways[0] + 3 * ways[1] + ways[2] + 13, unrest, d), key -> {
            long[] start = new long[11];
            Arrays.fill(start, 13107);
            return start;
        });
        long sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += w[i] * inputs[i];
        }
        int x = (int) Math.max(-2304, Math.min(2303, Math.floorDiv(sum, 65536)));
        int j = (x + 2304) / 128;
        int t = (x + 2304) % 128;
        int f = (refined(node, j) * (128 - t) + refined(node, j + 1) * t) / 128;
        int bit = bit((squash(x) + f) / 2);

        int at = t < 64 ? j : j + 1;
        refined.put(List.of(node, at), refined(node, at) + Math.floorDiv(65535 * bit - refined(node, at), 64));
        int e = 65536 * bit - squash(x);
        for (int i = 0; i < 11 && Math.abs(e) > 512; i++) {
            w[i] += Math.floorDiv(inputs[i] * e + 32768, 65536);
        }
        for (int[] one : found) {
            one[0] += Math.floorDiv((4095 * bit - one[0]) * (131072 / (2 * one[1] + 3)) + 32768, 65536);
            one[1] = Math.min(15, one[1] + 1);
        }
        for (int g = 0; g < 4; g++) {
            if (ways[g] != 0) {
                int old = trust.getOrDefault(trusts.get(g), 40000);
                int goal = ways[g] == 2 * bit - 1 ? 65535 : 0;
                trust.put(trusts.get(g), old + Math.floorDiv(goal - old, 128));
            }
        }
        return bit;
    }

    private List<Integer> trust(int guess, int d) {
        return List.of(guess, guess == 3 ? Math.min(15, matchLength) : equal, unrest, d);
    }

    private int refined(int node, int j) {
        return refined.getOrDefault(List.of(node, j), squash(Math.min(2303, 128 * j - 2304)));
    }

    private static int squash(int x) {
        return (int) Math.max(16, Math.min(65520, Math.round(65536 / (1 + Math.exp(-x / 256.0)))));
    }

    private static int stretch(int i) {
        return (int) Math.round(256 * Math.log((i + 0.5) / (4095.5 - i)));
    }

    private void learnMatch(int p) {
        if (match >= 0 && labels[match] == labels[p]) {
            match++;
            matchLength++;
        } else {
            match = -1;
            matchLength = 0;
        }
        long h = times(labels[p] + 256L * around[0] + 65536L * around[1], 0x9E3779B1L)
                + times(around[3] + 256L * around[4] + 65536L * around[2], 0x85EBCA77L);
        h %= MOD;
        h = times(h ^ h >> 15, 0x27D4EB2FL) >> 16;
        if (match < 0) {
            match = places.getOrDefault(h, -1);
        }
        places.put(h, p + 1);
    }

    private int bit(int chance) {
        long cut = low + (high - low) * chance / 65536;
        int bit = number <= cut ? 1 : 0;
        if (bit == 1) {
            high = cut;
        } else {
            low = cut + 1;
        }
        while (low / (1 << 24) == high / (1 << 24)) {
            low = low * 256 % MOD;
            high = high * 256 % MOD + 255;
            number = number * 256 % MOD + bytes.getAsInt();
        }
        return bit;
    }
}

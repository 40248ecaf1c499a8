package tinct.codec;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/** A decoder of the coded body of .tinct written from docs/format.md, with maps for all tables, sharing nothing with ours. */
final class NaiveCoded {
    private static final long MOD = 1L << 32;
    private static final int[] LEVELS = {1, 100, 300, 800, 2000, 5000, 12000};

    /** First level, level of the question, last level; after a 1 and after a 0: the level or -1, the next question or -1. */
    private static final int[][] QUESTIONS = {
        {0, 0, 7, 0, -1, -1, 1},
        {1, 2, 7, -1, 2, -1, 3},
        {1, 1, 2, 1, -1, 2, -1},
        {3, 4, 7, -1, 4, -1, 5},
        {3, 3, 4, 3, -1, 4, -1},
        {5, 5, 7, 5, -1, -1, 6},
        {6, 6, 7, 6, -1, 7, -1}
    };

    private final IntSupplier bytes;
    private final int width;
    private final int height;
    private final int[] palette;
    private final int[] labels;
    private final boolean broad;
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
    private final int[][] errors;
    private int match = -1;
    private int matchLength = 0;

    // of the pixel at hand
    private final int[][] mays = new int[8][3]; // the last one is the forecast
    private Integer[] order = {};
    private int equal;
    private int unrest;
    private long[] keys = {};
    private long[] farther = {}; // a second key of each
    private int[] choices = {}; // of weights of the broad model, but for the node
    private int[] guesses = {};
    private int[] around = {}; // W, WW, N, NE, NEE

    NaiveCoded(IntSupplier bytes, int width, int height, int k, boolean broad) {
        this.broad = broad;
        this.bytes = bytes;
        this.width = width;
        this.height = height;
        palette = new int[k];
        labels = new int[width * height];
        errors = new int[width * height][8];
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
        for (int p = 0; p < labels.length && palette.length > 1; p++) {
            look(p % width, p / width);
            labels[p] = broad ? label() : order[rank()];
            for (int i = 0; i < 8; i++) {
                errors[p][i] = distance(part(labels[p]), mays[i]);
            }
            learnMatch(p);
        }
        return labels;
    }

    private int rank() {
        int last = level(palette.length - 1);
        int question = 0;
        int level = -1;
        while (level < 0) {
            int[] q = QUESTIONS[question];
            int answer = q[1] >= last ? 1 : bit(question, 0, question, wayOfLevel(q));
            level = answer == 1 ? q[3] : q[5];
            question = answer == 1 ? q[4] : q[6];
        }
        String digits = "";
        while (digits.length() < digits(level)) {
            int d = digits.length();
            int e = d % 3;
            int node = Integer.parseInt("1" + digits, 2);
            int place = level == 2 ? 7 : (1 << e) + node % (1 << e);
            int row = level == 2 ? 0 : level < 6 && node >> e == 1 ? level - 2 : 256 * level + (node >> e);
            int kind = level == 2 ? 7 : level == 3 ? 8 + d : Math.min(15, 10 + d);
            digits += bit(kind, row, place, wayOfDigit(level, digits));
        }
        int value = digits.isEmpty() ? 0 : Integer.parseInt(digits, 2);
        return level == 0 || level == 7 ? value : (1 << (level - 1)) + value;
    }

    private int label() {
        int b = Integer.toBinaryString(palette.length - 1).length();
        String digits = "";
        while (digits.length() < b) {
            String before = digits;
            digits += broadBit(digits, guess -> {
                String own = guesses[guess] < 0
                        ? ""
                        : Integer.toBinaryString(guesses[guess] + (1 << b)).substring(1);
                return own.isEmpty() || !own.startsWith(before) ? 0 : own.charAt(before.length()) == '1' ? 1 : -1;
            });
        }
        return Integer.parseInt(digits, 2);
    }

    private int broadBit(String digits, IntUnaryOperator wayOf) {
        int d = digits.length();
        int node = Integer.parseInt("1" + digits, 2);
        int e = d % 3;
        long[] inputs = new long[28];
        int[][] found = new int[25][];
        for (int i = 0; i < 25; i++) {
            long h = hash(i) + times(d < 3 ? 0 : node >> e, 0x27D4EB2FL);
            found[i] = slot(i, times(h, 0x9E3779B1L) >> 35 - slotBits(), (1 << e) + node % (1 << e));
            inputs[i] = stretch(found[i][0]);
        }
        int[] ways = new int[3];
        for (int g = 0; g < 3; g++) {
            ways[g] = wayOf.applyAsInt(g);
            inputs[25 + g] = (long) ways[g] * stretch(trust.getOrDefault(trust(g, d), 40000) / 16);
        }
        List<List<Integer>> sets = List.of(
                List.of(0, ways[0], d, unrest),
                List.of(1, node, choices[1]),
                List.of(2, node, choices[2]),
                List.of(3, node, choices[3]));
        long all = 0;
        int[] chances = new int[4];
        for (int set = 0; set < 4; set++) {
            long sum = 0;
            long[] w = weightsOf(sets.get(set), 28, 5243);
            for (int i = 0; i < 28; i++) {
                sum += Math.floorDiv(w[i] * inputs[i], 256);
            }
            chances[set] = squash(cut(Math.floorDiv(sum, 256)));
            all += sum;
        }
        int x = cut(Math.floorDiv(all, 1024));
        int bit = refinedBit(d, x);
        for (int set = 0; set < 4; set++) {
            int error = 65536 * bit - chances[set];
            long[] w = weightsOf(sets.get(set), 28, 5243);
            for (int i = 0; i < 28 && Math.abs(error) > 512; i++) {
                w[i] += Math.floorDiv(inputs[i] * error + 32768, 65536);
                w[i] = Math.max(-262144, Math.min(262144, w[i]));
            }
        }
        learn(found, ways, d, bit);
        return bit;
    }

    private long[] weightsOf(List<Integer> set, int size, long first) {
        return weights.computeIfAbsent(set, key -> {
            long[] start = new long[size];
            Arrays.fill(start, first);
            return start;
        });
    }

    private static int cut(long x) {
        return (int) Math.max(-2304, Math.min(2303, x));
    }

    private static int level(int rank) {
        return rank >= 64 ? 7 : rank == 0 ? 0 : Integer.toBinaryString(rank).length();
    }

    private static int digits(int level) {
        return level == 7 ? 8 : Math.max(0, level - 1);
    }

    private IntUnaryOperator wayOfLevel(int[] question) {
        return guess -> {
            int of = guesses[guess] < 0 ? -1 : level(rank(guesses[guess]));
            return of < question[0] || of > question[2] ? 0 : of <= question[1] ? 1 : -1;
        };
    }

    private IntUnaryOperator wayOfDigit(int level, String digits) {
        return guess -> {
            if (guesses[guess] < 0 || level(rank(guesses[guess])) != level) {
                return 0;
            }
            String all = Integer.toBinaryString(256 + rank(guesses[guess]));
            String own = all.substring(9 - digits(level));
            return !own.startsWith(digits) ? 0 : own.charAt(digits.length()) == '1' ? 1 : -1;
        };
    }

    private int rank(int label) {
        return Arrays.asList(order).indexOf(label);
    }

    private int label(int x, int y, int other) {
        return x < 0 || y < 0 || x >= width ? other : labels[y * width + x];
    }

    private void look(int x, int y) {
        int w = label(x - 1, y, label(0, y - 1, 0));
        int ww = label(x - 2, y, w);
        int n = label(x, y - 1, w);
        int nw = label(x - 1, y - 1, n);
        int ne = label(x + 1, y - 1, n);
        int nee = label(x + 2, y - 1, ne);
        int nn = label(x, y - 2, n);
        around = new int[] {w, ww, n, ne, nee};
        boolean[] same = {w == n, n == nw, w == nw, n == ne, w == ww, n == nn};
        equal = 0;
        for (int i = 0; i < 6; i++) {
            equal += same[i] ? 1 << i : 0;
        }
        int nne = label(x + 1, y - 2, ne);
        forecast(x, y, part(w), part(ww), part(n), part(nw), part(ne), part(nne));
        int e = nearest(mays[7]);
        order = new Integer[palette.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> distance(part(i), part(e))));
        long offset = 0;
        for (int i = 2; i >= 0; i--) {
            offset = 16 * offset + Math.floorMod((mays[7][i] - part(e)[i]) / 4, 16);
        }
        long ranks = 0;
        for (int label : new int[] {nee, nn, ww, ne, nw, n, w}) {
            ranks = 4 * ranks + Math.min(3, rank(label));
        }
        keys = new long[] {
            e, e + 256L * w + 65536L * n, e + 256L * offset, ranks, e + 256L * w + 65536L * n + 16777216L * nw
        };
        long far = ne + 256L * ww + 65536L * nn + 16777216L * nee;
        farther = new long[] {0, 0, 0, 0, far};
        if (broad) {
            lookBroadly(x, y, e, offset, far, new int[] {w, n, nw, ne, ww, nn, nee, nne});
        }
        guesses = new int[] {w, n, match < 0 ? -1 : labels[match]};
    }

    private void lookBroadly(int x, int y, long e, long offset, long far, int[] near) {
        long w = near[0];
        long n = near[1];
        long nw = near[2];
        long ne = near[3];
        long ww = near[4];
        long nn = near[5];
        long nee = near[6];
        long nne = near[7];
        int f5 = nearest(cut(mays[5]));
        keys = new long[] {
            0,
            w,
            n,
            nw,
            ne,
            ww,
            nn,
            nee,
            nne,
            label(x - 3, y, near[4]),
            e,
            nearest(cut(mays[2])),
            f5,
            nearest(cut(mays[6])),
            e + 256 * offset,
            e + 256 * unrest,
            e + 256 * f5 + 65536 * unrest,
            w + 256 * nw,
            w + 256 * ww,
            w + 256 * nn,
            w + 256 * n + 65536 * nn,
            w + 256 * ne + 65536 * nee,
            ne + 256 * nn + 65536 * nne,
            w + 256 * n + 65536 * nw + 16777216 * ne,
            e + 256 * w + 65536 * n + 16777216 * nw
        };
        farther = new long[25];
        farther[24] = far;
        int c = Math.max(0, Integer.toBinaryString(palette.length - 1).length() - 5);
        choices = new int[] {unrest, equal % 32, near[0] >> c, near[1] >> c};
    }

    private static int[] cut(int[] color) {
        return Arrays.stream(color).map(v -> Math.max(0, Math.min(255, v))).toArray();
    }

    private void forecast(int x, int y, int[] w, int[] ww, int[] n, int[] nw, int[] ne, int[] nne) {
        for (int i = 0; i < 3; i++) {
            mays[0][i] = w[i];
            mays[1][i] = n[i];
            mays[2][i] = w[i] + n[i] - nw[i];
            mays[3][i] = (w[i] + ne[i] + 1) / 2;
            mays[4][i] = (3 * w[i] + 3 * n[i] + nw[i] + ne[i] + 4) / 8;
            mays[5][i] = n[i] + ne[i] - nne[i];
            mays[6][i] = 2 * w[i] - ww[i];
        }
        int[] sums = new int[8];
        int[] digits = new int[7];
        for (int i = 0; i < 8; i++) {
            sums[i] = error(i, x - 1, y) + error(i, x - 1, y - 1) + error(i, x, y - 1) + error(i, x + 1, y - 1);
            if (i < 7) {
                digits[i] = Integer.toBinaryString(sums[i] + 30).length();
            }
        }
        int least = Arrays.stream(digits).min().orElseThrow();
        for (int part = 0; part < 3; part++) {
            int all = 0;
            int sum = 0;
            for (int i = 0; i < 7; i++) {
                int weight = 64 >> Math.min(6, digits[i] - least);
                all += weight;
                sum += weight * mays[i][part];
            }
            int mean = Math.floorDiv(sum + all / 2 + 256 * all, all) - 256;
            mays[7][part] = Math.max(0, Math.min(255, mean));
        }
        unrest = 0;
        for (int level : LEVELS) {
            unrest += level <= sums[7] ? 1 : 0;
        }
    }

    private int error(int i, int x, int y) {
        return x < 0 || y < 0 || x >= width ? 0 : errors[y * width + x][i];
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

    private int slotBits() {
        int digits = Long.toBinaryString((long) width * height).length();
        return Math.max(12, Math.min(20, 1 + digits));
    }

    private long hash(int i) {
        long h = times(keys[i] + times(i, 0x3C6EF372L), 0x9E3779B1L);
        return times(h ^ h >> 15, 0x85EBCA77L) + times(farther[i], 0xC2B2AE35L);
    }

    private int[] slot(int i, long row, int place) {
        return slots.computeIfAbsent(i * MOD + 8 * row + place, key -> new int[] {2048, 0});
    }

    private int bit(int kind, int row, int place, IntUnaryOperator wayOf) {
        long[] inputs = new long[8];
        int[][] found = new int[matchLength > 0 ? 5 : 4][];
        for (int i = 0; i < found.length; i++) {
            long at = row < 4
                    ? times(hash(i), 0x9E3779B1L) >> 35 - slotBits() ^ row
                    : times(hash(i) + times(row, 0x27D4EB2FL), 0x9E3779B1L) >> 35 - slotBits();
            found[i] = slot(i, at, place);
            inputs[i] = stretch(found[i][0]);
        }
        int[] ways = new int[3];
        for (int g = 0; g < 3; g++) {
            ways[g] = wayOf.applyAsInt(g);
            inputs[5 + g] = (long) ways[g] * stretch(trust.getOrDefault(trust(g, kind), 40000) / 16);
        }
        long[] w = weightsOf(List.of(ways[0], unrest, kind), 8, 13107);
        long sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += w[i] * inputs[i];
        }
        int x = cut(Math.floorDiv(sum, 65536));
        int bit = refinedBit(kind, x);
        int e = 65536 * bit - squash(x);
        for (int i = 0; i < 8 && Math.abs(e) > 512; i++) {
            w[i] += Math.floorDiv(inputs[i] * e + 32768, 65536);
        }
        learn(found, ways, kind, bit);
        return bit;
    }

    private int refinedBit(int kind, int x) {
        int j = (x + 2304) / 128;
        int t = (x + 2304) % 128;
        int f = (refined(kind, j) * (128 - t) + refined(kind, j + 1) * t) / 128;
        int bit = bit((squash(x) + f) / 2);
        int at = t < 64 ? j : j + 1;
        refined.put(List.of(kind, at), refined(kind, at) + Math.floorDiv(65535 * bit - refined(kind, at), 64));
        return bit;
    }

    private void learn(int[][] found, int[] ways, int kind, int bit) {
        for (int[] one : found) {
            one[0] += Math.floorDiv((4095 * bit - one[0]) * (131072 / (2 * one[1] + 3)) + 32768, 65536);
            one[1] = Math.min(15, one[1] + 1);
        }
        for (int g = 0; g < 3; g++) {
            if (ways[g] != 0) {
                int old = trust.getOrDefault(trust(g, kind), 40000);
                int goal = ways[g] == 2 * bit - 1 ? 65535 : 0;
                trust.put(trust(g, kind), old + Math.floorDiv(goal - old, 128));
            }
        }
    }

    private List<Integer> trust(int guess, int kind) {
        return List.of(guess, guess == 2 ? Math.min(15, matchLength) : equal, unrest, kind);
    }

    private int refined(int kind, int j) {
        return refined.getOrDefault(List.of(kind, j), squash(Math.min(2303, 128 * j - 2304)));
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

package tinct.remap.rate;

import java.util.Arrays;
import tinct.internal.LzwCodes;

/**
 * Chooses the indices of a strip so that error and the codes of LZW are cheap together: a shortest path from place to
 * place, of all strings that cost little there.
 *
 * <p>A writer takes the longest string that it knows, so a code is never followed by an index with which it would be a
 * string, and the writer finds the codes of the path again.
 */
final class LzwPath {
    /** After how many pixels it is looked what all ways have in common. */
    private static final int PERIOD = 16;

    /** How far ways may lead apart. */
    private static final int MOST_OPEN = 600;

    /** Pixels of which the cost of one is the mean. */
    private static final int SAMPLE = 1000;

    private static final float DOUBT = 4;

    private final int pixels;
    private final int size;
    private final double price;
    private final LzwSearch search;
    private final LzwStrings strings;
    private final LzwWays ways;
    private final LzwErrors errors;
    private final float[] single = new float[256];
    private final boolean[] barred = new boolean[256];
    private final int[] open = new int[LzwCodes.MOST];
    private final float[] openCost = new float[LzwCodes.MOST];
    private final float[][] openDrift = new float[3][LzwCodes.MOST];
    private final int[] spelled = new int[LzwErrors.LONGEST + 1];
    private float pixelCost;
    private int sampled;

    LzwPath(LzwWays ways, LzwErrors errors, int size, double price, LzwSearch search) {
        this.ways = ways;
        this.errors = errors;
        this.size = size;
        this.price = price;
        this.search = search;
        strings = ways.strings;
        pixels = ways.indices.length;
        pixelCost = (float) (4 * price);
    }

    /** Settles all pixels; returns the cost: errors by their weights and bits by their price. */
    float settle() {
        for (int place = 0; place < pixels; place++) {
            if (!ways.reached(place)) {
                continue;
            }
            if (place % LzwCodes.CLEAR_STEP == 0 && ways.full(place)) {
                ways.settle(place, LzwErrors.LONGEST);
                ways.clear(place, price);
            }
            extend(place);
            if (place % PERIOD == 0) {
                agree(place);
            }
        }
        ways.settle(pixels, LzwErrors.LONGEST);
        return ways.cost[pixels];
    }

    /** Settles what all ways have in common, or what the cheapest one has if they lead far apart. */
    private void agree(int place) {
        int common = ways.common(place);
        if (common > ways.settled) {
            ways.settle(common, LzwErrors.LONGEST);
        }
        if (place - ways.settled > MOST_OPEN) {
            int through = place + 1;
            for (int end = place + 2; end <= ways.reach; end++) {
                // A place that is not reached costs more than any other.
                if (ways.cost[end] - pixelCost * end < ways.cost[through] - pixelCost * through) {
                    through = end;
                }
            }
            while (through > place) {
                through = ways.from[through];
            }
            ways.settle(through, LzwErrors.LONGEST);
            ways.keep(through, place);
        }
        int settled = ways.settled;
        if (settled - sampled > SAMPLE) {
            pixelCost = 0.5f * (pixelCost + (ways.cost[settled] - ways.cost[sampled]) / (settled - sampled));
            sampled = settled;
        }
    }

    private void extend(int place) {
        float code = (float) (price * ways.width(place));
        float slack = code * search.slack();
        int end = Math.min(pixels, place + LzwErrors.LONGEST);
        int before = ways.before(place);
        Arrays.fill(barred, false);
        if (before != LzwWays.NO_STRING) {
            bar(before, place);
        }
        takeSingles(place, end, ways.cost[place] + code, slack);
        for (int at = place; at > ways.settled; at = ways.from[at]) {
            int made = ways.made(at);
            if (made != LzwWays.NO_STRING) {
                take(place, end, made, made, LzwStrings.NONE, code);
            }
        }
        boolean makes = strings.first + ways.written[place] - 1 < LzwCodes.MOST;
        if (before != LzwWays.NO_STRING && makes) {
            int again = ways.head(before);
            // If the string is known, it was found already.
            if (before < 0 || strings.find(before, again) == LzwStrings.NONE) {
                take(place, end, before, ~(place + ways.length(before) + 1), again, code);
            }
        }
    }

    /** Bars the indices with which the code before would be a longer string. */
    private void bar(int before, int place) {
        if (before >= 0) {
            for (int code = strings.longer[before]; code != LzwStrings.NONE; code = strings.other[code]) {
                barred[strings.last[code]] = true;
            }
        }
        for (int at = place; at > ways.settled; at = ways.from[at]) {
            int made = ways.made(at);
            if (made != LzwWays.NO_STRING && ways.prefix(made) == before) {
                barred[ways.last(made)] = true;
            }
        }
    }

    /** Offers the strings of the table that cost little here. */
    private void takeSingles(int place, int end, float base, float slack) {
        System.arraycopy(errors.table(place, ways.settled), 0, single, 0, size);
        float weight = errors.driftWeight(place);
        float d0 = ways.drift[0][place], d1 = ways.drift[1][place], d2 = ways.drift[2][place];
        if (weight > 0) {
            errors.addDrift(place, d0, d1, d2, single);
        }
        float limit = Math.min(
                ways.cost[place + 1] + slack - base,
                errors.plain(place, place + 1) + pixelCost * search.breadth() + slack);
        int least = -1;
        int leastOfAll = 0;
        for (int k = 0; k < size; k++) {
            leastOfAll = single[k] < single[leastOfAll] ? k : leastOfAll;
            if (!barred[k] && single[k] < Entries.NEVER) {
                least = least < 0 || single[k] < single[least] ? k : least;
                if (single[k] <= limit || single[k] == 0) {
                    takeLonger(place, end, k, base, slack);
                }
            }
        }
        if (least >= 0) {
            // Taken already if it is within the limit.
            if (single[least] > limit && single[least] > 0) {
                takeLonger(place, end, least, base, slack);
            }
        } else {
            // A writer will take a longer string; what comes of that is not known.
            one(place, leastOfAll, base + DOUBT * slack);
        }
    }

    /** Offers a single index; returns what it leads to cost. */
    private float one(int place, int index, float base) {
        float c = base + single[index];
        ways.offer(
                place,
                place + 1,
                c,
                index,
                ways.drift[0][place] * LzwErrors.FADING + errors.error(place, index, 0),
                ways.drift[1][place] * LzwErrors.FADING + errors.error(place, index, 1),
                ways.drift[2][place] * LzwErrors.FADING + errors.error(place, index, 2));
        return c;
    }

    /** Offers an index and the strings of the table that begin with it. */
    private void takeLonger(int place, int end, int index, float base, float slack) {
        float c = one(place, index, base);
        if (strings.longer[index] == LzwStrings.NONE) {
            return;
        }
        open[0] = index;
        openCost[0] = c;
        for (int axis = 0; axis < 3; axis++) {
            openDrift[axis][0] = ways.drift[axis][place] * LzwErrors.FADING + errors.error(place, index, axis);
        }
        for (int left = 1; left > 0; ) {
            left = takeLonger(place, end, left - 1, slack);
        }
    }

    /** Offers the strings that are one longer than the last open one, and opens these instead; returns how many are open. */
    private int takeLonger(int place, int end, int left, float slack) {
        final int[] last = strings.last, other = strings.other, longer = strings.longer;
        final int string = open[left];
        final int at = place + strings.length[string];
        if (at >= end) {
            return left;
        }
        final float[] table = errors.table(at, ways.settled);
        final float weight = errors.driftWeight(at);
        final float c = openCost[left];
        final float f0 = openDrift[0][left] * LzwErrors.FADING;
        final float f1 = openDrift[1][left] * LzwErrors.FADING;
        final float f2 = openDrift[2][left] * LzwErrors.FADING;
        final float limit = Math.min(
                ways.cost[at + 1] + slack,
                ways.cost[place]
                        + errors.plain(place, at + 1)
                        + pixelCost * search.breadth() * (at + 1 - place)
                        + 2 * slack);
        int n = left;
        for (int code = longer[string]; code != LzwStrings.NONE; code = other[code]) {
            int k = last[code];
            float e = table[k];
            if (e > 0 && c + e > limit) {
                continue;
            }
            float d0 = f0 + errors.error(at, k, 0), d1 = f1 + errors.error(at, k, 1), d2 = f2 + errors.error(at, k, 2);
            e += weight * (d0 * d0 + d1 * d1 + d2 * d2);
            if (e > 0 && c + e > limit) {
                continue;
            }
            ways.offer(place, at + 1, c + e, code, d0, d1, d2);
            if (longer[code] != LzwStrings.NONE) {
                open[n] = code;
                openCost[n] = c + e;
                openDrift[0][n] = d0;
                openDrift[1][n] = d1;
                openDrift[2][n] = d2;
                n++;
            }
        }
        return n;
    }

    /** Offers the code {@code name} for a string, and one index more unless that is {@link LzwStrings#NONE}. */
    private void take(int place, int end, int string, int name, int more, float code) {
        int length = ways.length(string);
        int total = more == LzwStrings.NONE ? length : length + 1;
        if (place + total > end) {
            return;
        }
        spelled[length] = more;
        for (int i = length, shorter = string; i > 0; shorter = ways.prefix(shorter)) {
            spelled[--i] = ways.last(shorter);
        }
        if (barred[spelled[0]]) {
            return;
        }
        float c = ways.cost[place] + code;
        float d0 = ways.drift[0][place], d1 = ways.drift[1][place], d2 = ways.drift[2][place];
        for (int i = 0; i < total; i++) {
            int at = place + i;
            int k = spelled[i];
            d0 = d0 * LzwErrors.FADING + errors.error(at, k, 0);
            d1 = d1 * LzwErrors.FADING + errors.error(at, k, 1);
            d2 = d2 * LzwErrors.FADING + errors.error(at, k, 2);
            c += errors.table(at, ways.settled)[k] + errors.driftWeight(at) * (d0 * d0 + d1 * d1 + d2 * d2);
            if (c >= Entries.NEVER) {
                return;
            }
        }
        ways.offer(place, place + total, c, name, d0, d1, d2);
    }
}

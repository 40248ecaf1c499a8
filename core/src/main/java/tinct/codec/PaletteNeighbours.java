package tinct.codec;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import tinct.internal.Parallel;

/**
 * How often the entries of a palette are neighbours in a picture, and orders in which such entries have numbers that are near
 * each other, so that little is left where a number is predicted by those around it.
 */
final class PaletteNeighbours {
    /** Places that an entry moves at once, at most. */
    private static final int REACH = 80;

    /** Places between two that are swapped, at most. */
    private static final int SWAP_REACH = 50;

    /** Gaps of fewer places cost nearly the same: filters mix a few neighbours, and hardly ever leave 0. */
    private static final int NEAR = 4;

    /**
     * What counts as near in one sweep after the other. Where much is near, gaps cost as many bits as they have places, so that
     * all of an order pulls at an entry; where little is, only who can be a neighbour does. With the latter alone, entries get
     * caught where they happen to stand.
     */
    private static final int[] SWEEPS = {256, 32, NEAR, NEAR};

    private static final int[] LONG_SWEEPS = {1024, 256, 128, 64, 32, 16, 8, NEAR, NEAR, NEAR, NEAR};

    /** The size from which an order may be turned round. */
    private static final int TURNS = 256;

    private final int size;
    private final int[] pairs; // [size * size], symmetric
    private final int[] starts; // [size] how many rows begin with an entry

    /**
     * Counts pairs of pixels side by side and one above the other.
     *
     * @param indices below {@code size}
     */
    PaletteNeighbours(byte[] indices, int width, int size) {
        this.size = size;
        int[] pairs = new int[size * size];
        starts = new int[size];
        for (int row = 0; row < indices.length; row += width) {
            starts[indices[row] & 0xFF]++;
            for (int p = row + 1; p < row + width; p++) {
                pairs[(indices[p - 1] & 0xFF) * size + (indices[p] & 0xFF)]++;
            }
        }
        for (int p = width; p < indices.length; p++) {
            pairs[(indices[p - width] & 0xFF) * size + (indices[p] & 0xFF)]++;
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                int both = pairs[a * size + b] + pairs[b * size + a];
                pairs[a * size + b] = both;
                pairs[b * size + a] = both;
            }
        }
        this.pairs = pairs;
    }

    /** How often two different entries are neighbours. */
    int pairs(int a, int b) {
        return pairs[a * size + b];
    }

    /**
     * A good order, the entry that stands at each place: the better of those that come of {@linkplain #order() ends} and of
     * {@linkplain #inserted() insertion}, improved.
     *
     * @param longer whether to take longer, which gains a little
     * @param threads most threads to use, at least 1; the order does not depend on it
     */
    int[] sought(boolean longer, int threads) {
        int[] sweeps = longer ? LONG_SWEEPS : SWEEPS;
        int[][] orders = new int[2][];
        Parallel.forEach(orders.length, threads, i -> {
            int[] start = i == 0 ? order() : swap(inserted());
            orders[i] = improve(start, sweeps);
        });
        return turn(cost(orders[1]) < cost(orders[0]) ? orders[1] : orders[0]);
    }

    /**
     * A good order, soon found: the entry that stands at each place. From the most frequent pair on, the entry with most
     * neighbours among those that have a place is put at one of their two ends, that nearer to its neighbours; on a tie the
     * lowest entry, and the upper end.
     *
     * <p>Zeng, Li, Lei 2000, "An efficient color re-indexing scheme for palette-based compression", as modified by Pinho and
     * Neves 2004, "A note on Zeng's technique for color reindexing of palette-based images", doi:10.1109/LSP.2003.821688.
     */
    int[] order() {
        int[] places = new int[2 * size]; // entries from `first` on, in the middle
        int first = size;
        int count = 0;
        boolean[] placed = new boolean[size];
        long[] neighbours = new long[size]; // among those that have a place
        for (int next = mostFrequent(); count < size; next = best(neighbours, placed)) {
            if (count > 0 && nearerToStart(next, places, first, count)) {
                places[--first] = next;
            } else {
                places[first + count] = next;
            }
            count++;
            placed[next] = true;
            for (int entry = 0; entry < size; entry++) {
                neighbours[entry] += entry == next ? 0 : pairs[next * size + entry];
            }
        }
        return Arrays.copyOfRange(places, first, first + size);
    }

    /**
     * An order in which entries come in the same sequence, each to the place, between two or at an end, where all pairs have the
     * fewest places between them; on a tie to the first.
     */
    int[] inserted() {
        int[] order = new int[size];
        boolean[] placed = new boolean[size];
        long[] neighbours = new long[size]; // among those that have a place
        int next = mostFrequent();
        for (int count = 0; count < size; count++) {
            int place = place(next, order, count);
            System.arraycopy(order, place, order, place + 1, count - place);
            order[place] = next;
            placed[next] = true;
            for (int entry = 0; entry < size; entry++) {
                neighbours[entry] += entry == next ? 0 : pairs[next * size + entry];
            }
            next = best(neighbours, placed);
        }
        return order;
    }

    /** Where in the first {@code count} of an order an entry adds least, by its own gaps and by those that it widens. */
    private int place(int entry, int[] order, int count) {
        long gaps = 0; // of the entry at a place
        long above = 0; // pairs of the entry with those from the place on
        for (int i = 0; i < count; i++) {
            int both = pairs[entry * size + order[i]];
            gaps += (long) both * (i + 1);
            above += both;
        }
        long below = 0;
        long widened = 0; // pairs of which one is below the place
        int best = 0;
        long least = gaps;
        for (int i = 0; i < count; i++) {
            int both = pairs[entry * size + order[i]];
            above -= both;
            below += both;
            gaps += below - above - both;
            for (int j = 0; j < count; j++) {
                int pair = j == i ? 0 : pairs[order[i] * size + order[j]];
                widened += j > i ? pair : -pair;
            }
            if (gaps + widened < least) {
                least = gaps + widened;
                best = i + 1;
            }
        }
        return best;
    }

    private int mostFrequent() {
        int best = 0;
        int most = -1;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                if (pairs[a * size + b] > most) {
                    most = pairs[a * size + b];
                    best = b;
                }
            }
        }
        return best;
    }

    private int best(long[] neighbours, boolean[] placed) {
        int best = -1;
        for (int entry = 0; entry < size; entry++) {
            if (!placed[entry] && (best < 0 || neighbours[entry] > neighbours[best])) {
                best = entry;
            }
        }
        return best;
    }

    private boolean nearerToStart(int entry, int[] places, int first, int count) {
        long lean = 0;
        for (int i = 0; i < count; i++) {
            lean += (long) (count - 1 - 2 * i) * pairs[entry * size + places[first + i]];
        }
        return lean > 0;
    }

    /**
     * Moves single entries where that brings neighbours nearer: what counts are the bits of the gaps.
     *
     * @param order [size] is changed
     * @param nears gaps of how many places cost nearly the same, for each sweep, in which each entry is moved once
     * @return the same array
     */
    int[] improve(int[] order, int... nears) {
        Moves moves = new Moves(order);
        for (int near : nears) {
            moves.setGaps(gap -> gap(gap, near));
            for (int entry = 0; entry < size; entry++) {
                moves.move(entry);
            }
        }
        return order;
    }

    /** Swaps entries of an order as long as that brings neighbours nearer, by places; returns the same array. */
    private int[] swap(int[] order) {
        Moves moves = new Moves(order);
        moves.setGaps(gap -> Math.min(gap, 256 - gap));
        boolean swapped = true;
        while (swapped) {
            swapped = false;
            for (int a = 0; a < size; a++) {
                for (int b = a + 1; b < Math.min(size, a + SWAP_REACH); b++) {
                    swapped |= moves.swapIfNearer(a, b);
                }
            }
        }
        return order;
    }

    /**
     * Turns an order round, its end before its start, so that rows begin near to 0, which is what filters expect there. That
     * parts nobody who was near where differences are written modulo the size; of smaller palettes the order stays.
     *
     * @param order [size] is changed
     * @return the same array
     */
    int[] turn(int[] order) {
        if (size < TURNS) {
            return order;
        }
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int turn = 0; turn < size; turn++) {
            long cost = 0;
            for (int place = 0; place < size; place++) {
                cost += starts[order[(place + turn) % size]] * gap(place, NEAR);
            }
            if (cost < least) {
                least = cost;
                best = turn;
            }
        }
        int[] before = order.clone();
        for (int place = 0; place < size; place++) {
            order[place] = before[(place + best) % size];
        }
        return order;
    }

    /** What a gap between numbers costs; differences are written modulo 256. */
    private static long gap(int places, int near) {
        return Ideal.log2(near + Math.min(places, 256 - places));
    }

    /** What the gaps of an order cost. */
    long cost(int[] order) {
        long cost = 0;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                cost += (long) pairs[order[a] * size + order[b]] * gap(a - b, NEAR);
            }
        }
        return cost;
    }

    /** Moves of entries in an order. */
    private final class Moves {
        private final int[] order;
        private final int[] places = new int[size]; // of entries
        private final int[][] near = new int[size][]; // the neighbours of each entry, as most pairs never meet
        private final long[] gaps = new long[size]; // what they cost

        Moves(int[] order) {
            this.order = order;
            int[] some = new int[size];
            for (int entry = 0; entry < size; entry++) {
                places[order[entry]] = entry;
                int count = 0;
                for (int other = 0; other < size; other++) {
                    if (other != entry && pairs[entry * size + other] > 0) {
                        some[count++] = other;
                    }
                }
                near[entry] = Arrays.copyOf(some, count);
            }
        }

        /** Says what a gap of so many places costs. */
        void setGaps(IntToLongFunction cost) {
            Arrays.setAll(gaps, cost);
        }

        /** Moves an entry to its best place; false if that is where it is. */
        boolean move(int entry) {
            int at = places[entry];
            long best = 0;
            int bestPlace = at;
            for (int direction = -1; direction <= 1; direction += 2) {
                long gain = 0;
                int end = direction < 0 ? Math.max(0, at - REACH) : Math.min(size - 1, at + REACH);
                for (int place = at; place != end; place += direction) {
                    gain += swap(place, place + direction);
                    if (gain > best) {
                        best = gain;
                        bestPlace = place + direction;
                    }
                }
                for (int place = end; place != at; place -= direction) {
                    put(order[place - direction], place, order[place], place - direction);
                }
            }
            int direction = Integer.signum(bestPlace - at);
            for (int place = at; place != bestPlace; place += direction) {
                put(order[place + direction], place, order[place], place + direction);
            }
            return bestPlace != at;
        }

        private void put(int entry, int place, int other, int otherPlace) {
            order[place] = entry;
            places[entry] = place;
            order[otherPlace] = other;
            places[other] = otherPlace;
        }

        /** Swaps what stands at two places if that gains; whether it did. */
        boolean swapIfNearer(int a, int b) {
            long gain = gain(a, b);
            if (gain > 0) {
                put(order[b], a, order[a], b);
            }
            return gain > 0;
        }

        /** Swaps what stands at two places, and returns what that gains. */
        private long swap(int a, int b) {
            long gain = gain(a, b);
            put(order[b], a, order[a], b);
            return gain;
        }

        /** What it gains to swap what stands at two places. */
        private long gain(int a, int b) {
            return change(order[a], order[b], a, b) + change(order[b], order[a], b, a);
        }

        /** What an entry gains by going to a place; its distance from the one that it swaps with stays. */
        private long change(int entry, int with, int from, int to) {
            int row = entry * size;
            long gain = 0;
            for (int other : near[entry]) {
                if (other != with) {
                    int place = places[other];
                    gain += pairs[row + other] * (gaps[Math.abs(place - from)] - gaps[Math.abs(place - to)]);
                }
            }
            return gain;
        }
    }
}

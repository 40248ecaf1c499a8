package tinct.palette;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tinct.color.ColorSpace;
import tinct.internal.Parallel;
import tinct.kmeans.Labeller;
import tinct.kmeans.TwoNearest;

/**
 * Moves 8-bit entries to neighbouring 8-bit colours, one step in any of the channels, while that lowers the inertia.
 *
 * <p>Rounding each entry for itself is best as long as no colour changes its entry. But those at the borders do, and so
 * the errors of entries side by side can do each other good, which wins back a good part of what rounding costs.
 */
final class Polish {
    /** Most times to look at an entry before the nearest entries are found anew; more gains little (docs/engine.md). */
    private static final int PASSES = 2;

    private final Labeller labeller;
    private final ColorSpace space;
    private final int dimensions;
    private final int threads;

    /** Prepares for the points of {@code labeller}; in three dimensions entries stay opaque. */
    Polish(Labeller labeller, ColorSpace space, int dimensions, int threads) {
        this.labeller = labeller;
        this.space = space;
        this.dimensions = dimensions;
        this.threads = threads;
    }

    /** Moves entries, in at most so many rounds; there are as many as before. */
    Set<Integer> apply(Set<Integer> entries, int rounds) {
        int[] colors = entries.stream().mapToInt(Integer::intValue).toArray();
        for (int round = 0; round < rounds; round++) {
            if (!new Round(colors).moves()) {
                break;
            }
        }
        return asSet(colors);
    }

    private static Set<Integer> asSet(int[] colors) {
        return Arrays.stream(colors).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The visible 8-bit colours whose channels differ from one by 1 at most, without itself. */
    private int[] steps(int argb) {
        return IntStream.range(1, dimensions == 4 ? 81 : 27)
                .map(number -> step(argb, number))
                .filter(step -> step != 0)
                .toArray();
    }

    /** A step by its number in base 3, a digit a channel, that of alpha highest; 0 if it leads outside. */
    private static int step(int argb, int number) {
        int stepped = 0;
        int digits = number;
        for (int shift = 0; shift < 32; shift += 8) {
            int digit = digits % 3;
            int channel = (argb >>> shift & 0xFF) + (digit == 2 ? -1 : digit);
            if (channel < 0 || channel > 255 || (shift == 24 && channel == 0)) {
                return 0;
            }
            stepped |= channel << shift;
            digits /= 3;
        }
        return stepped;
    }

    /** Passes over the entries with the same two nearest entries to each point. */
    private final class Round {
        private final int[] entries;
        private final Set<Integer> taken;
        private final TwoNearest nearest;
        /** Entries that have moved, or others around them, since they were looked at last. */
        private final BitSet open = new BitSet();

        Round(int[] entries) {
            this.entries = entries;
            taken = asSet(entries);
            nearest = labeller.twoNearest(space.coordinates(entries, dimensions));
            open.set(0, entries.length);
        }

        /** Moves entries; returns whether it has. */
        boolean moves() {
            boolean moved = false;
            int[][] apart = nearest.apart();
            for (int pass = 0; pass < PASSES; pass++) {
                for (int[] set : apart) {
                    moved |= moves(set);
                }
            }
            return moved;
        }

        /** Looks at entries that share no points, so that none changes what another one sees. */
        private boolean moves(int[] set) {
            int[] looked = Arrays.stream(set).filter(open::get).toArray();
            int[] found = new int[looked.length];
            Parallel.forEach(looked.length, threads, at -> found[at] = better(entries[looked[at]], looked[at]));
            boolean moved = false;
            for (int at = 0; at < looked.length; at++) {
                int j = looked[at];
                open.clear(j);
                if (taken.add(found[at])) {
                    taken.remove(entries[j]);
                    entries[j] = found[at];
                    nearest.move(j, space.coordinates(new int[] {found[at]}, dimensions));
                    open.set(j);
                    open.or(nearest.around(j));
                    moved = true;
                }
            }
            return moved;
        }

        /** The best of the colours around an entry, or the entry. */
        private int better(int entry, int j) {
            int[] steps = steps(entry);
            int best = nearest.best(j, space.coordinates(steps, dimensions));
            return best < 0 ? entry : steps[best];
        }
    }
}

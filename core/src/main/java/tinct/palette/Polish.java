package tinct.palette;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tinct.color.ColorSpace;
import tinct.internal.Parallel;
import tinct.kmeans.Labeller;
import tinct.kmeans.TwoNearest;

/**
 * Moves 8-bit entries to neighbouring 8-bit colours, by a step in any of the channels, while that lowers the inertia.
 *
 * <p>Rounding each entry for itself is best as long as no colour changes its entry. But those at the borders do, and so
 * the errors of entries side by side can do each other good, which wins back a good part of what rounding costs.
 */
final class Polish {
    /** Most times to look at an entry before the nearest entries are found anew; more gains little (docs/engine.md). */
    private static final int PASSES = 2;

    /** By what share the costs must fall: more than the rounding of the sums. */
    private static final double LEAST_GAIN = 1e-6;

    private final Labeller labeller;
    private final ColorSpace space;
    private final int dimensions;
    private final boolean grey;
    private final int threads;

    /**
     * Prepares for the points of {@code labeller}; in three dimensions entries stay opaque.
     *
     * @param grey whether entries that are grey, as all that may move then are, stay grey
     */
    Polish(Labeller labeller, ColorSpace space, int dimensions, boolean grey, int threads) {
        this.labeller = labeller;
        this.space = space;
        this.dimensions = dimensions;
        this.grey = grey;
        this.threads = threads;
    }

    /** Moves entries but for the first {@code fixed}, in at most so many rounds; there are as many as before. */
    Set<Integer> apply(Set<Integer> entries, int fixed, int rounds) {
        int[] colors = entries.stream().mapToInt(Integer::intValue).toArray();
        for (int round = 0; round < rounds; round++) {
            if (!new Round(colors, fixed).moves()) {
                break;
            }
        }
        return asSet(colors);
    }

    private static Set<Integer> asSet(int[] colors) {
        return Arrays.stream(colors).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * A colour with some channels changed.
     *
     * @param channels a bit for each channel to change, that of blue lowest
     * @param steps by what to change each channel, blue first
     * @return the colour; the given one if a channel would leave 0..255 or alpha become 0
     */
    private static int stepped(int argb, int channels, int[] steps) {
        int stepped = argb;
        for (int channel = 0; channel < steps.length; channel++) {
            if ((channels >> channel & 1) != 0) {
                int value = (argb >>> (8 * channel) & 0xFF) + steps[channel];
                if (value < 0 || value > 255 || (channel == 3 && value == 0)) {
                    return argb;
                }
                stepped += steps[channel] << (8 * channel);
            }
        }
        return stepped;
    }

    /** Passes over the entries with the same two nearest entries to each point. */
    private final class Round {
        private final int[] entries;
        private final int fixed;
        private final Set<Integer> taken;
        private final TwoNearest nearest;
        /** Entries that have moved, or others around them, since they were looked at last. */
        private final BitSet open = new BitSet();

        Round(int[] entries, int fixed) {
            this.entries = entries;
            this.fixed = fixed;
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
            int[] looked =
                    Arrays.stream(set).filter(j -> j >= fixed && open.get(j)).toArray();
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

        /** The best found around an entry, or the entry: single channels down and up, then the better ways together. */
        private int better(int entry, int j) {
            TwoNearest.Part part = nearest.part(j);
            Best best = new Best(part, entry);
            if (grey) {
                return betterGrey(entry, best);
            }
            int[] steps = new int[dimensions];
            for (int channel = 0; channel < dimensions; channel++) {
                steps[channel] = 1;
                double up = best.tried(stepped(entry, 1 << channel, steps));
                steps[channel] = -1;
                double down = best.tried(stepped(entry, 1 << channel, steps));
                steps[channel] = up < down ? 1 : -1;
            }
            for (int channels = 3; channels < 1 << dimensions; channels++) {
                if (Integer.bitCount(channels) > 1) {
                    best.tried(stepped(entry, channels, steps));
                }
            }
            return best.color;
        }
    }

    /** The same with the three channels in step, and alpha by itself. */
    private int betterGrey(int entry, Best best) {
        int most = dimensions == 4 ? 1 : 0;
        for (int level = -1; level <= 1; level++) {
            for (int alpha = -most; alpha <= most; alpha++) {
                best.tried(stepped(
                        entry,
                        (1 << dimensions) - 1,
                        Arrays.copyOf(new int[] {level, level, level, alpha}, dimensions)));
            }
        }
        return best.color;
    }

    /** The colour of least cost so far. */
    private final class Best {
        private final TwoNearest.Part part;
        private int color;
        private double least;

        Best(TwoNearest.Part part, int color) {
            this.part = part;
            this.color = color;
            least = cost(color) * (1 - LEAST_GAIN);
        }

        private double cost(int argb) {
            return part.cost(space.coordinates(new int[] {argb}, dimensions));
        }

        double tried(int argb) {
            double cost = cost(argb);
            if (cost < least) {
                least = cost;
                color = argb;
            }
            return cost;
        }
    }
}

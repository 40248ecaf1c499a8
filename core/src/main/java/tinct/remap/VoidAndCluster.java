package tinct.remap;

import java.util.SplittableRandom;

/**
 * Makes a square of ranks in which every leading part is spread evenly, on a torus.
 *
 * <p>Source: Ulichney 1993, https://doi.org/10.1117/12.152707, with his Gaussian of 1.5 pixels. On a torus his last two
 * phases are one: a tight cluster of what is not set is a void of what is.
 */
final class VoidAndCluster {
    private static final double SIGMA = 1.5;
    /** Beyond it the Gaussian is less than a unit. */
    private static final int RADIUS = 8;

    private static final long SEED = 1993;

    private final int side;
    private final int count;
    private final boolean[] set;
    /* The sum of the Gaussians of all set places, in integers: exact, whatever the order of additions and removals. */
    private final int[] density;
    private final int[] gaussian = new int[RADIUS + 1];

    private VoidAndCluster(int side) {
        this.side = side;
        count = side * side;
        set = new boolean[count];
        density = new int[count];
        for (int d = 0; d <= RADIUS; d++) {
            gaussian[d] = (int) StrictMath.rint(1024 * StrictMath.exp(-d * d / (2 * SIGMA * SIGMA)));
        }
    }

    /**
     * The ranks.
     *
     * @param side a power of two, at least 32: a Gaussian must not reach itself around the torus
     * @return [side * side], row-major; every number of 0..side * side - 1 once
     */
    static int[] ranks(int side) {
        return new VoidAndCluster(side).ranks();
    }

    private int[] ranks() {
        int first = count / 10;
        draw(first);
        relax();
        int[] ranks = new int[count];
        boolean[] start = set.clone();
        int[] startDensity = density.clone();
        for (int rank = first - 1; rank >= 0; rank--) {
            int place = tightest();
            put(place, false);
            ranks[place] = rank;
        }
        System.arraycopy(start, 0, set, 0, count);
        System.arraycopy(startDensity, 0, density, 0, count);
        for (int rank = first; rank < count; rank++) {
            int place = emptiest();
            put(place, true);
            ranks[place] = rank;
        }
        return ranks;
    }

    /** Sets places at random. */
    private void draw(int places) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int n = 0; n < places; ) {
            int place = random.nextInt(count);
            if (!set[place]) {
                put(place, true);
                n++;
            }
        }
    }

    /** Moves the place in the tightest cluster to the largest void until that is where it came from. */
    private void relax() {
        while (true) {
            int from = tightest();
            put(from, false);
            int to = emptiest();
            put(to, true);
            if (to == from) {
                return;
            }
        }
    }

    private int tightest() {
        int best = -1;
        int most = -1;
        for (int i = 0; i < count; i++) {
            if (set[i] && density[i] > most) {
                most = density[i];
                best = i;
            }
        }
        return best;
    }

    private int emptiest() {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            if (!set[i] && density[i] < least) {
                least = density[i];
                best = i;
            }
        }
        return best;
    }

    private void put(int place, boolean on) {
        set[place] = on;
        int x = place % side, y = place / side, mask = side - 1, sign = on ? 1 : -1;
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            int row = ((y + dy) & mask) * side;
            int weight = sign * gaussian[Math.abs(dy)];
            for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                density[row + ((x + dx) & mask)] += weight * gaussian[Math.abs(dx)];
            }
        }
    }
}

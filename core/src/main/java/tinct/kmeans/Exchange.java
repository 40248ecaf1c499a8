package tinct.kmeans;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Takes centroids from where they are least needed to where they gain most: one cluster is dissolved among its
 * neighbours, and another is cut in two across its principal axis.
 *
 * <p>Both sides are known before anything is done. Dissolving costs what the cluster's points then lose to their second
 * nearest centroid, a cut gains what {@link Splitting} finds. A cluster that is cut or dissolved, or takes up points,
 * has no other part in the same round; so the effects add up, inertia falls by at least their sum, and nothing has to be
 * taken back. Related: Kaukoranta, Fränti, Nevalainen 1998, "Iterative split-and-merge algorithm for vector quantization
 * codebook generation"; utility as in Fritzke, arXiv 2006.15666.
 */
final class Exchange {
    /** Second nearest centroids are looked for among as many neighbours; a farther one would only raise the cost. */
    private static final int NEIGHBOURS = 24;

    private final Points points;
    private final float[][] means;
    private final int k;
    private final Splitting.Part[] parts;
    private final int[] order;
    private final boolean[] busy;

    /**
     * Prepares exchanges.
     *
     * @param means [dimensions][k] of the clusters; {@link #apply} changes them
     * @param labels [n] of the points
     */
    Exchange(Points points, float[][] means, int[] labels) {
        this.points = points;
        this.means = means;
        this.k = means[0].length;
        Splitting splitting = new Splitting(points, Seeding.PRINCIPAL_AXIS);
        this.parts = splitting.parts(labels, k);
        this.order = splitting.order();
        this.busy = new boolean[k];
    }

    /** Makes all exchanges that pay, the best cuts with the cheapest to dissolve; returns the least that is gained. */
    double apply() {
        double[] gains = Arrays.stream(parts).mapToDouble(Splitting.Part::gain).toArray();
        double[] costs = new double[k];
        int[][] neighbours = new int[k][];
        int[] receivers = new int[points.size()];
        for (int j = 0; j < k; j++) {
            neighbours[j] = neighbours(j);
            costs[j] = dissolve(j, neighbours[j], receivers);
        }
        int[] cheapest = ranked(costs);
        int[] best = ranked(Arrays.stream(gains).map(gain -> -gain).toArray());
        double gained = 0;
        int next = 0;
        for (int from : cheapest) {
            if (busy[from] || receiverBusy(from, receivers)) {
                continue;
            }
            while (next < k && busy[best[next]]) {
                next++;
            }
            int cut = next;
            while (cut < k && (busy[best[cut]] || best[cut] == from || receives(best[cut], from, receivers))) {
                cut++;
            }
            if (cut == k || gains[best[cut]] <= costs[from]) {
                continue;
            }
            gained += gains[best[cut]] - costs[from];
            occupy(from, receivers);
            busy[best[cut]] = true;
            parts[best[cut]].halves(means, best[cut], from);
        }
        return gained;
    }

    private static int[] ranked(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> values[j]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The clusters whose means are nearest to that of cluster j, nearest first. */
    private int[] neighbours(int j) {
        double[] distances = new double[k];
        for (float[] axis : means) {
            for (int other = 0; other < k; other++) {
                double d = axis[other] - axis[j];
                distances[other] += d * d;
            }
        }
        distances[j] = Double.POSITIVE_INFINITY;
        return Arrays.copyOf(ranked(distances), Math.min(NEIGHBOURS, k - 1));
    }

    /** What the points of cluster j lose if they go to the nearest of its neighbours; notes which those are. */
    private double dissolve(int j, int[] neighbours, int[] receivers) {
        Splitting.Part part = parts[j];
        double cost = 0;
        for (int at = part.from; at < part.to; at++) {
            int point = order[at];
            double least = Double.POSITIVE_INFINITY;
            for (int other : neighbours) {
                double d = distance(point, other);
                if (d < least) {
                    least = d;
                    receivers[at] = other;
                }
            }
            cost += points.weights()[point] * (least - distance(point, j));
        }
        return cost;
    }

    private double distance(int point, int cluster) {
        double distance = 0;
        for (int axis = 0; axis < means.length; axis++) {
            double d = points.axis(axis)[point] - means[axis][cluster];
            distance += d * d;
        }
        return distance;
    }

    private boolean receiverBusy(int from, int[] receivers) {
        for (int at = parts[from].from; at < parts[from].to; at++) {
            if (busy[receivers[at]]) {
                return true;
            }
        }
        return false;
    }

    private boolean receives(int cluster, int from, int[] receivers) {
        for (int at = parts[from].from; at < parts[from].to; at++) {
            if (receivers[at] == cluster) {
                return true;
            }
        }
        return false;
    }

    private void occupy(int from, int[] receivers) {
        busy[from] = true;
        for (int at = parts[from].from; at < parts[from].to; at++) {
            busy[receivers[at]] = true;
        }
    }
}

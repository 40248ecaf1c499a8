package tinct.kmeans;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tinct.internal.Parallel;

/**
 * Takes centroids from where they are least needed to where they gain most: one cluster is dissolved among its
 * neighbours, another is cut in two across its principal axis.
 *
 * <p>What either is worth is found by doing it, with the nearest clusters around and a few iterations on their points
 * alone ({@link Group}). As long as the neighbourhoods of a dissolved and of a cut cluster have nothing in common their
 * effects add up, and so do those of several exchanges; inertia falls by at least their sum and nothing has to be taken
 * back. When no such pair is left, pairs whose neighbourhoods overlap are tried, each as a whole.
 *
 * <p>Which clusters are worth trying is guessed from the loss of their points to the next nearest centroid, and from the
 * gain of the cut by itself. Related: Kaukoranta, Fränti, Nevalainen 1998, "Iterative split-and-merge algorithm for
 * vector quantization codebook generation"; Fritzke 2020, arXiv 2006.15666 (utility). What it gains: ADR-0006.
 */
final class Exchange {
    /** Clusters around one that is dissolved or cut that move with it. */
    private static final int NEIGHBOURS = 10;

    /** Iterations of a trial after the first assignment. */
    private static final int ITERATIONS = 3;
    /** Of each kind, this many trials and at least one in this many clusters. */
    private static final int TRIALS = 16;

    private static final int CLUSTERS_PER_TRIAL = 2;
    /** Pairs tried together, of the best {@link #TRIALS} times two cuts and dissolutions. */
    private static final int PAIRS = 64;

    private final Points points;
    private final float[][] means;
    private final int k;
    private final int threads;
    private final Splitting.Part[] parts;
    private final int[] order;
    private final double[] origin;
    private final double[] scores;
    private final int[][] near;
    private final Splitting.Halves[] halves;
    private final boolean[] busy;

    /**
     * Prepares a round.
     *
     * @param means [dimensions][k] of the clusters; {@link #apply} changes them
     * @param labels [n] of the points
     */
    Exchange(Points points, float[][] means, int[] labels, int threads) {
        this.points = points;
        this.means = means;
        this.threads = threads;
        k = means[0].length;
        Splitting splitting = new Splitting(points, Seeding.PRINCIPAL_AXIS);
        parts = splitting.parts(labels, k);
        order = splitting.order();
        origin = origin();
        scores = scores();
        near = new int[k][];
        halves = new Splitting.Halves[k];
        busy = new boolean[k];
    }

    private double[] origin() {
        double[] sums = new double[means.length];
        double weight = 0;
        for (Splitting.Part part : parts) {
            weight += part.weight;
            for (int axis = 0; axis < sums.length; axis++) {
                sums[axis] += part.sums[axis];
            }
        }
        for (int axis = 0; axis < sums.length; axis++) {
            sums[axis] /= weight;
        }
        return sums;
    }

    /** What each cluster adds to the score of a {@link Group} as it is. */
    private double[] scores() {
        double[] scores = new double[k];
        for (int j = 0; j < k; j++) {
            if (parts[j].weight > 0) {
                for (int axis = 0; axis < means.length; axis++) {
                    double s = parts[j].sums[axis] - parts[j].weight * origin[axis];
                    scores[j] += s * s / parts[j].weight;
                }
            }
        }
        return scores;
    }

    /** Makes exchanges that pay, the best cuts with the cheapest to dissolve; returns what is gained at least. */
    double apply() {
        double[] losses = new double[k];
        for (int j = 0; j < k; j++) {
            halves[j] = parts[j].halves();
            near[j] = neighbours(j);
            losses[j] = loss(j);
        }
        int tries = Math.min(k, Math.max(TRIALS, k / CLUSTERS_PER_TRIAL));
        Trial[] cuts = trials(ranked(k, j -> -halves[j].gain()), tries, true);
        Trial[] dissolutions = trials(ranked(k, j -> losses[j]), tries, false);
        double gained = apart(cuts, dissolutions);
        return gained > 0 ? gained : together(cuts, dissolutions);
    }

    /** Tries the first of the clusters that are ranked; the best first. */
    private Trial[] trials(int[] ranked, int tries, boolean cut) {
        Trial[] trials = new Trial[tries];
        Parallel.forEach(tries, threads, i -> trials[i] = cut ? cut(ranked[i]) : dissolve(ranked[i]));
        Arrays.sort(trials, Comparator.comparingDouble((Trial trial) -> -trial.change));
        return trials;
    }

    /** Exchanges whose neighbourhoods have nothing in common. */
    private double apart(Trial[] cuts, Trial[] dissolutions) {
        double gained = 0;
        for (Trial dissolution : dissolutions) {
            if (busy(dissolution)) {
                continue;
            }
            for (Trial cut : cuts) {
                if (cut.change + dissolution.change <= 0) {
                    break;
                }
                if (!busy(cut) && !dissolution.overlaps(cut)) {
                    gained += cut.change + dissolution.change;
                    commit(dissolution, dissolution.cluster);
                    commit(cut, dissolution.cluster);
                    break;
                }
            }
        }
        return gained;
    }

    /** The best exchange among the most promising pairs whose neighbourhoods overlap, if it gains anything. */
    private double together(Trial[] cuts, Trial[] dissolutions) {
        int few = Math.min(2 * TRIALS, cuts.length);
        int[] pairs = ranked(few * few, i -> -cuts[i / few].change - dissolutions[i % few].change);
        Trial[] trials = new Trial[Math.min(PAIRS, pairs.length)];
        Parallel.forEach(
                trials.length,
                threads,
                i -> trials[i] = exchange(cuts[pairs[i] / few].cluster, dissolutions[pairs[i] % few].cluster));
        Trial best = Arrays.stream(trials)
                .max(Comparator.comparingDouble(Trial::change))
                .orElseThrow();
        if (best.change <= 0) {
            return 0;
        }
        commit(best, best.spare);
        return best.change;
    }

    /** What it changes to put {@code centroids} in place of those of the clusters {@code all}. */
    private Trial attempt(int cluster, int spare, int[] all, int[] kept, float[][] centroids) {
        double before = 0;
        for (int j : all) {
            before += scores[j];
        }
        double after = new Group(points, origin, parts, order, all).relax(centroids, ITERATIONS);
        return new Trial(cluster, spare, after - before, all, kept, centroids);
    }

    private Trial dissolve(int cluster) {
        int[] kept = near[cluster];
        return attempt(cluster, cluster, with(kept, cluster), kept, at(kept, 0));
    }

    private Trial cut(int cluster) {
        int[] kept = near[cluster];
        float[][] centroids = at(kept, 2);
        if (halves[cluster].gain() == 0) {
            return new Trial(cluster, -1, Double.NEGATIVE_INFINITY, kept, kept, centroids);
        }
        addHalves(cluster, centroids, kept.length);
        return attempt(cluster, -1, with(kept, cluster), kept, centroids);
    }

    /** Cuts one cluster and dissolves another, all clusters around both taking part. */
    private Trial exchange(int cut, int dissolved) {
        int[] kept = IntStream.concat(Arrays.stream(near[cut]), Arrays.stream(near[dissolved]))
                .filter(j -> j != cut && j != dissolved)
                .distinct()
                .sorted()
                .toArray();
        float[][] centroids = at(kept, 2);
        if (cut == dissolved || halves[cut].gain() == 0) {
            return new Trial(cut, dissolved, Double.NEGATIVE_INFINITY, kept, kept, centroids);
        }
        addHalves(cut, centroids, kept.length);
        return attempt(cut, dissolved, with(with(kept, cut), dissolved), kept, centroids);
    }

    private void addHalves(int cluster, float[][] centroids, int position) {
        for (int axis = 0; axis < means.length; axis++) {
            System.arraycopy(halves[cluster].means()[axis], 0, centroids[axis], position, 2);
        }
    }

    /** The means of some clusters, with room for more. */
    private float[][] at(int[] clusters, int more) {
        float[][] centroids = new float[means.length][clusters.length + more];
        for (int axis = 0; axis < means.length; axis++) {
            for (int j = 0; j < clusters.length; j++) {
                centroids[axis][j] = means[axis][clusters[j]];
            }
        }
        return centroids;
    }

    /** Puts the centroids of a trial in place; the second half of a cut goes to the number that is free. */
    private void commit(Trial trial, int free) {
        int kept = trial.kept.length;
        for (int axis = 0; axis < means.length; axis++) {
            for (int j = 0; j < kept; j++) {
                means[axis][trial.kept[j]] = trial.centroids[axis][j];
            }
            if (trial.centroids[axis].length > kept) {
                means[axis][trial.cluster] = trial.centroids[axis][kept];
                means[axis][free] = trial.centroids[axis][kept + 1];
            }
        }
        for (int j : trial.all) {
            busy[j] = true;
        }
    }

    private boolean busy(Trial trial) {
        return Arrays.stream(trial.all).anyMatch(j -> busy[j]);
    }

    /** What the points of a cluster lose if each goes to the nearest of the neighbours as they are. */
    private double loss(int cluster) {
        double loss = 0;
        for (int at = parts[cluster].from; at < parts[cluster].to; at++) {
            int point = order[at];
            double least = Double.POSITIVE_INFINITY;
            for (int other : near[cluster]) {
                least = Math.min(least, distance(point, other));
            }
            loss += points.weights()[point] * (least - distance(point, cluster));
        }
        return loss;
    }

    private double distance(int point, int cluster) {
        double distance = 0;
        for (int axis = 0; axis < means.length; axis++) {
            double d = points.axis(axis)[point] - means[axis][cluster];
            distance += d * d;
        }
        return distance;
    }

    /** The clusters whose means are nearest to that of a cluster, nearest first, the lowest number on a tie. */
    private int[] neighbours(int cluster) {
        int wanted = Math.min(NEIGHBOURS, k - 1);
        int[] nearest = new int[wanted];
        double[] distances = new double[wanted];
        int found = 0;
        for (int other = 0; other < k; other++) {
            if (other == cluster) {
                continue;
            }
            double distance = 0;
            for (float[] axis : means) {
                double d = axis[other] - axis[cluster];
                distance += d * d;
            }
            if (found == wanted && distance >= distances[wanted - 1]) {
                continue;
            }
            int at = found < wanted ? found++ : wanted - 1;
            for (; at > 0 && distances[at - 1] > distance; at--) {
                distances[at] = distances[at - 1];
                nearest[at] = nearest[at - 1];
            }
            distances[at] = distance;
            nearest[at] = other;
        }
        return nearest;
    }

    /** The numbers 0..n-1 by ascending value, the lowest number on a tie. */
    private static int[] ranked(int n, IntToDoubleFunction value) {
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(value::applyAsDouble))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] with(int[] clusters, int cluster) {
        int[] all = Arrays.copyOf(clusters, clusters.length + 1);
        all[clusters.length] = cluster;
        return all;
    }

    /**
     * What was tried.
     *
     * @param cluster that is cut or dissolved
     * @param spare the number that becomes free, or -1
     * @param change of the score of {@code all}: positive lowers the inertia
     * @param all clusters whose points took part
     * @param kept clusters whose centroids are the first ones of {@code centroids}
     * @param centroids [dimensions][kept, or kept + 2] after it
     */
    private record Trial(int cluster, int spare, double change, int[] all, int[] kept, float[][] centroids) {
        boolean overlaps(Trial that) {
            return Arrays.stream(all).anyMatch(j -> Arrays.stream(that.all).anyMatch(i -> i == j));
        }
    }
}

package tinct.kmeans;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tinct.internal.Parallel;

/**
 * Takes centroids from where they are least needed to where they gain most: one cluster is dissolved among its
 * neighbours, another is cut in two across its principal axis.
 *
 * <p>What either is worth is found by doing it, with the nearest clusters around and a few iterations on their points
 * alone ({@link Group}). As long as the neighbourhoods of a dissolved and of a cut cluster have nothing in common their
 * effects add up, and inertia falls by their sum; nothing has to be taken back. The best pair is exchanged, its points
 * are given to their new clusters, and only what is then in question is tried anew: a trial whose neighbourhood has
 * changed keeps its old value as a guess until it would be the best. When no such pair is left, pairs whose
 * neighbourhoods overlap are tried, each as a whole.
 *
 * <p>Which clusters are worth trying at all is guessed from the loss of their points to the next nearest centroid, and
 * from the gain of the cut by itself. Related: Kaukoranta, Fränti, Nevalainen 1998, "Iterative split-and-merge algorithm
 * for vector quantization codebook generation"; Fritzke 2020, arXiv 2006.15666 (utility). What it gains: ADR-0006.
 */
final class Exchange {
    /** Clusters around one that is dissolved or cut that move with it. */
    private static final int NEIGHBOURS = 10;

    /** Iterations of a trial after the first assignment. */
    private static final int ITERATIONS = 3;
    /** Of each kind, this many trials and at least one in this many clusters. */
    private static final int TRIALS = 16;

    private static final int CLUSTERS_PER_TRIAL = 2;
    /** Pairs tried together without success, of the best {@link #TRIALS} times two cuts and dissolutions. */
    private static final int PAIRS = 64;

    private final Points points;
    private final Terms terms;
    private final float[][] means;
    private final int k;
    private final int threads;
    private final int[][] members;
    private final double[] scores;
    /** The number of exchanges after which a cluster was changed last. */
    private final int[] changed;

    private int exchanges;

    /**
     * Prepares exchanges.
     *
     * @param means [dimensions][k] of the clusters; {@link #apply} changes them
     * @param labels [n] of the points
     */
    Exchange(Points points, Terms terms, float[][] means, int[] labels, int threads) {
        this.points = points;
        this.terms = terms;
        this.means = means;
        this.threads = threads;
        k = means[0].length;
        members = members(labels, k);
        scores = scores();
        changed = new int[k];
    }

    private static int[][] members(int[] labels, int k) {
        int[] sizes = new int[k];
        for (int label : labels) {
            sizes[label]++;
        }
        int[][] members = new int[k][];
        for (int j = 0; j < k; j++) {
            members[j] = new int[sizes[j]];
        }
        for (int i = labels.length - 1; i >= 0; i--) {
            members[labels[i]][--sizes[labels[i]]] = i;
        }
        return members;
    }

    /** What each cluster adds to the score of a {@link Group} as it is. */
    private double[] scores() {
        Sums sums = new Sums(means.length, k);
        for (int j = 0; j < k; j++) {
            for (int point : members[j]) {
                sums.weights[j] += points.weights()[point];
                for (int axis = 0; axis < means.length; axis++) {
                    sums.coordinates[axis][j] += terms.moments[axis][point];
                }
            }
        }
        return IntStream.range(0, k).mapToDouble(sums::score).toArray();
    }

    /** Makes exchanges while they pay more than {@code least} each; returns what is gained at least. */
    double apply(double least) {
        int tries = Math.min(k, Math.max(TRIALS, k / CLUSTERS_PER_TRIAL));
        Trial[] cuts = trials(guessed(j -> -gain(j)), tries, true);
        Trial[] dissolutions = trials(guessed(this::loss), tries, false);
        Map<Long, Integer> failed = new HashMap<>();
        double total = 0;
        for (double gained = 1; gained > 0; total += gained) {
            gained = apart(cuts, dissolutions, least);
            if (gained == 0) {
                gained = together(cuts, dissolutions, failed, least);
            }
        }
        return total;
    }

    /** The clusters by a guessed value, the least first. */
    private int[] guessed(IntToDoubleFunction guess) {
        double[] values = new double[k];
        int chunk = 16;
        Parallel.forEach((k + chunk - 1) / chunk, threads, part -> {
            for (int j = part * chunk; j < Math.min(k, part * chunk + chunk); j++) {
                values[j] = guess.applyAsDouble(j);
            }
        });
        return ranked(values);
    }

    private Trial[] trials(int[] ranked, int tries, boolean cut) {
        Trial[] trials = new Trial[tries];
        Parallel.forEach(tries, threads, i -> trials[i] = attempt(ranked[i], cut));
        return trials;
    }

    private Trial attempt(int cluster, boolean cut) {
        return cut ? cut(cluster) : dissolve(cluster);
    }

    /** Exchanges the best pair whose neighbourhoods have nothing in common; returns what is gained, 0 if nothing. */
    private double apart(Trial[] cuts, Trial[] dissolutions, double least) {
        while (true) {
            Arrays.sort(cuts, Trial.BEST_FIRST);
            Arrays.sort(dissolutions, Trial.BEST_FIRST);
            int[] pair = bestPair(cuts, dissolutions, least);
            if (pair.length == 0) {
                return 0;
            }
            boolean fresh = refresh(cuts, pair[0], true) && refresh(dissolutions, pair[1], false);
            if (fresh) {
                Trial cut = cuts[pair[0]];
                Trial dissolution = dissolutions[pair[1]];
                exchanges++;
                commit(dissolution, dissolution.cluster);
                commit(cut, dissolution.cluster);
                return cut.change + dissolution.change;
            }
        }
    }

    /** Positions of a cut and a dissolution that gain most together; none if none gains more than {@code least}. */
    private static int[] bestPair(Trial[] cuts, Trial[] dissolutions, double least) {
        double most = least;
        int[] best = {};
        for (int d = 0; d < dissolutions.length && dissolutions[d].change + cuts[0].change > most; d++) {
            for (int c = 0; c < cuts.length && dissolutions[d].change + cuts[c].change > most; c++) {
                if (!dissolutions[d].overlaps(cuts[c])) {
                    most = dissolutions[d].change + cuts[c].change;
                    best = new int[] {c, d};
                }
            }
        }
        return best;
    }

    /** Tries again what was tried before its neighbourhood changed; returns whether there was no need to. */
    private boolean refresh(Trial[] trials, int at, boolean cut) {
        Trial old = trials[at];
        for (int j : old.all) {
            if (changed[j] > old.exchanges) {
                trials[at] = attempt(old.cluster, cut);
                return false;
            }
        }
        return true;
    }

    /** Exchanges the most promising pair whose neighbourhoods overlap, if it gains anything. */
    private double together(Trial[] cuts, Trial[] dissolutions, Map<Long, Integer> failed, double least) {
        int few = Math.min(2 * TRIALS, cuts.length);
        double[] promises = new double[few * few];
        for (int i = 0; i < promises.length; i++) {
            promises[i] = -cuts[i / few].change - dissolutions[i % few].change;
        }
        int[] pairs = ranked(promises);
        for (int i = 0; i < Math.min(PAIRS, pairs.length); i++) {
            int cut = cuts[pairs[i] / few].cluster;
            int dissolved = dissolutions[pairs[i] % few].cluster;
            long pair = (long) cut << 32 | dissolved;
            if (failed.getOrDefault(pair, -1) >= Math.max(changed[cut], changed[dissolved])) {
                continue;
            }
            Trial trial = exchange(cut, dissolved);
            if (trial.change > least) {
                exchanges++;
                commit(trial, dissolved);
                return trial.change;
            }
            failed.put(pair, exchanges);
        }
        return 0;
    }

    /** What it changes to put {@code centroids} in place of those of the clusters {@code all}. */
    private Trial attempt(int cluster, int[] all, int[] kept, float[][] centroids) {
        double before = 0;
        for (int j : all) {
            before += scores[j];
        }
        double after = new Group(terms, members, all).relax(centroids, ITERATIONS);
        return new Trial(cluster, after - before, all, kept, centroids, exchanges);
    }

    private Trial dissolve(int cluster) {
        int[] kept = neighbours(cluster);
        return attempt(cluster, with(kept, cluster), kept, at(kept, 0));
    }

    private Trial cut(int cluster) {
        int[] kept = neighbours(cluster);
        float[][] centroids = at(kept, 2);
        int[] all = with(kept, cluster);
        return addHalves(cluster, centroids, kept.length)
                ? attempt(cluster, all, kept, centroids)
                : new Trial(cluster, Double.NEGATIVE_INFINITY, all, kept, centroids, exchanges);
    }

    /** Cuts one cluster and dissolves another, all clusters around both taking part. */
    private Trial exchange(int cut, int dissolved) {
        int[] kept = IntStream.concat(Arrays.stream(neighbours(cut)), Arrays.stream(neighbours(dissolved)))
                .filter(j -> j != cut && j != dissolved)
                .distinct()
                .sorted()
                .toArray();
        float[][] centroids = at(kept, 2);
        int[] all = with(with(kept, cut), dissolved);
        return cut != dissolved && addHalves(cut, centroids, kept.length)
                ? attempt(cut, all, kept, centroids)
                : new Trial(cut, Double.NEGATIVE_INFINITY, all, kept, centroids, exchanges);
    }

    private boolean addHalves(int cluster, float[][] centroids, int position) {
        Splitting.Halves halves = halves(cluster);
        for (int axis = 0; axis < means.length; axis++) {
            System.arraycopy(halves.means()[axis], 0, centroids[axis], position, 2);
        }
        return halves.gain() > 0;
    }

    private double gain(int cluster) {
        return halves(cluster).gain();
    }

    private Splitting.Halves halves(int cluster) {
        return Splitting.halves(points, members[cluster]);
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

    /** Puts the centroids of a trial in place and divides the points; the second half of a cut goes to a free number. */
    private void commit(Trial trial, int free) {
        int count = trial.centroids[0].length;
        Group group = new Group(terms, members, trial.all);
        group.relax(trial.centroids, 0);
        int[][] split = group.members(count);
        for (int j : trial.all) {
            changed[j] = exchanges;
        }
        if (count == trial.kept.length) {
            members[trial.cluster] = new int[0];
            scores[trial.cluster] = 0;
        }
        for (int i = 0; i < count; i++) {
            int cluster = i < trial.kept.length ? trial.kept[i] : i == trial.kept.length ? trial.cluster : free;
            members[cluster] = split[i];
            scores[cluster] = group.score(i);
            changed[cluster] = exchanges;
            for (int axis = 0; axis < means.length; axis++) {
                means[axis][cluster] = trial.centroids[axis][i];
            }
        }
    }

    /** What the points of a cluster lose if each goes to the nearest of the neighbours as they are. */
    private double loss(int cluster) {
        int[] near = neighbours(cluster);
        double loss = 0;
        for (int point : members[cluster]) {
            double least = Double.POSITIVE_INFINITY;
            for (int other : near) {
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

    /** The positions of values in ascending order, the lowest position on a tie. */
    private static int[] ranked(double... values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
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
     * @param change of the score of {@code all}: positive lowers the inertia
     * @param all clusters whose points took part
     * @param kept clusters whose centroids are the first ones of {@code centroids}
     * @param centroids [dimensions][kept, or kept + 2] after it
     * @param exchanges how many had been made before
     */
    private record Trial(int cluster, double change, int[] all, int[] kept, float[][] centroids, int exchanges) {
        static final Comparator<Trial> BEST_FIRST =
                Comparator.comparingDouble((Trial trial) -> -trial.change).thenComparing(Trial::cluster);

        boolean overlaps(Trial that) {
            for (int mine : all) {
                for (int its : that.all) {
                    if (mine == its) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}

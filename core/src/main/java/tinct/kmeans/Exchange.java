package tinct.kmeans;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
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
    /** Of each kind there are at least so many trials. */
    private static final int TRIALS = 16;

    /** Pairs tried together are of the best so many cuts and dissolutions. */
    private static final int PAIRED = 2 * TRIALS;

    private static final int PAIRS_AT_ONCE = 8;

    /** So many stale trials of each kind are tried again together; their number does not depend on that of threads. */
    private static final int AHEAD = 2;

    /** Errors of scores, as a share of them: of sums that many additions have changed. */
    private static final double ROUNDING = 1e-12;

    private final Effort effort;
    private final Terms terms;
    private final int threads;
    private float[][] means = {};
    private int k;
    private Members[] members = {};
    private Trial[] cuts = {};
    private Trial[] dissolutions = {};
    /** The clusters nearest to each as they were when this call began, nearest first. */
    private int[][] around = {};
    /** After how many exchanges, calls counted with them, a cluster was changed last by one. */
    private int[] changed = {};
    /** The same of the last call: iterations in between move all clusters a little. */
    private int called;

    /** For a pair whose neighbourhoods overlap, after how many exchanges it was tried and gained nothing. */
    private final Map<Long, Integer> failed = new HashMap<>();

    private int exchanges;

    Exchange(Points points, Spread spread, Effort effort, int threads) {
        this.effort = effort;
        this.terms = new Terms(points, spread);
        this.threads = threads;
    }

    Effort effort() {
        return effort;
    }

    /**
     * Makes exchanges while they pay more than {@code least} each; returns what is gained at least.
     *
     * <p>What was tried in a call is known in all later ones, as a guess at least.
     *
     * @param means [dimensions][k] of the clusters; changed
     * @param labels [n] of the points
     */
    double apply(float[][] means, int[] labels, double least) {
        if (means[0].length < 2) {
            return 0;
        }
        this.means = means;
        k = means[0].length;
        members = members(labels, members);
        called = ++exchanges;
        changed = Arrays.copyOf(changed, k);
        around = new int[k][];
        forEachCluster(j -> around[j] = nearest(j));
        cuts = tried(cuts, guessed(j -> -members[j].halves().gain()), true);
        dissolutions = tried(dissolutions, guessed(this::loss), false);
        double believed = Math.max(least, rounding());
        double total = 0;
        for (double gained = 1; gained > 0; total += gained) {
            gained = apart(believed);
            if (gained == 0) {
                gained = together(believed);
            }
        }
        return total;
    }

    /** Less than this may be an error of scores: believed, it could be gained again and again. */
    private double rounding() {
        double scores = 0;
        for (Members cluster : members) {
            scores += cluster.score;
        }
        return scores * ROUNDING;
    }

    /** @param before those of them that are the same are kept, with what is known of them */
    private Members[] members(int[] labels, Members... before) {
        int[] sizes = new int[k];
        for (int label : labels) {
            sizes[label]++;
        }
        int[][] points = new int[k][];
        for (int j = 0; j < k; j++) {
            points[j] = new int[sizes[j]];
        }
        for (int i = labels.length - 1; i >= 0; i--) {
            points[labels[i]][--sizes[labels[i]]] = i;
        }
        Members[] members = new Members[k];
        forEachCluster(j -> {
            boolean same = j < before.length && Arrays.equals(points[j], before[j].points);
            members[j] = same ? before[j] : new Members(terms, points[j]);
        });
        return members;
    }

    /** The clusters by a guessed value, the least first. */
    private int[] guessed(IntToDoubleFunction guess) {
        double[] values = new double[k];
        forEachCluster(j -> values[j] = guess.applyAsDouble(j));
        return ranked(values);
    }

    private void forEachCluster(IntConsumer task) {
        int chunk = 16;
        Parallel.forEach((k + chunk - 1) / chunk, threads, part -> {
            for (int j = part * chunk; j < Math.min(k, part * chunk + chunk); j++) {
                task.accept(j);
            }
        });
    }

    /** Tries the clusters of the best guesses, and anew those around which exchanges were made since they were tried. */
    private Trial[] tried(Trial[] before, int[] guessed, boolean cut) {
        Trial[] trials = new Trial[k];
        for (Trial trial : before) {
            trials[trial.cluster] = trial;
        }
        int tries = Math.min(k, Math.max(TRIALS, k / effort.clustersPerTrial()));
        int[] clusters = IntStream.concat(
                        Arrays.stream(before).filter(this::changed).mapToInt(Trial::cluster),
                        Arrays.stream(guessed).limit(tries).filter(j -> trials[j] == null))
                .toArray();
        Parallel.forEach(
                clusters.length,
                threads,
                i -> trials[clusters[i]] = attempt(clusters[i], cut, effort.firstIterations(k)));
        return Arrays.stream(trials).filter(Objects::nonNull).toArray(Trial[]::new);
    }

    /** A trial of few iterations counts for what more would come to, and is made again with all before it is believed. */
    private Trial attempt(int cluster, boolean cut, int iterations) {
        return cut ? cut(cluster, iterations) : dissolve(cluster, iterations);
    }

    /** Exchanges the best pair whose neighbourhoods have nothing in common; returns what is gained, 0 if nothing. */
    private double apart(double least) {
        while (true) {
            Arrays.sort(cuts, Trial.BEST_FIRST);
            Arrays.sort(dissolutions, Trial.BEST_FIRST);
            int[] pair = bestPair(least);
            if (pair.length == 0) {
                return 0;
            }
            boolean fresh = !stale(cuts[pair[0]]) && !stale(dissolutions[pair[1]]);
            if (!fresh) {
                refresh(pair);
            }
            if (fresh) {
                Outcome cut = outcome(cuts[pair[0]]);
                Outcome dissolution = outcome(dissolutions[pair[1]]);
                if (cut.change + dissolution.change > least) {
                    exchanges++;
                    commit(dissolution, dissolution.trial.cluster);
                    commit(cut, dissolution.trial.cluster);
                    return cut.change + dissolution.change;
                }
                cuts[pair[0]] = cut.trial.worth(cut.change);
                dissolutions[pair[1]] = dissolution.trial.worth(dissolution.change);
            }
        }
    }

    /** Positions of a cut and a dissolution that gain most together; none if none gains more than {@code least}. */
    private int[] bestPair(double least) {
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

    private boolean stale(Trial trial) {
        return trial.guessed || trial.exchanges < called || changed(trial);
    }

    /** Whether an exchange has changed the neighbourhood since it was tried. */
    private boolean changed(Trial trial) {
        for (int j : trial.all) {
            if (changed[j] > trial.exchanges) {
                return true;
            }
        }
        return false;
    }

    /** Tries a pair again as far as it is stale, and some of the best stale trials with it, on several threads. */
    private void refresh(int[] pair) {
        int[] staleCuts = stale(cuts, pair[0]);
        int[] staleDissolutions = stale(dissolutions, pair[1]);
        Parallel.forEach(staleCuts.length + staleDissolutions.length, threads, at -> {
            if (at < staleCuts.length) {
                cuts[staleCuts[at]] = cut(cuts[staleCuts[at]].cluster, effort.iterations());
            } else {
                int position = staleDissolutions[at - staleCuts.length];
                dissolutions[position] = dissolve(dissolutions[position].cluster, effort.iterations());
            }
        });
    }

    private int[] stale(Trial[] trials, int first) {
        return IntStream.concat(IntStream.of(first), IntStream.range(0, trials.length))
                .distinct()
                .filter(at -> stale(trials[at]))
                .limit(AHEAD)
                .toArray();
    }

    /** Exchanges the most promising pair whose neighbourhoods overlap, if it gains anything. */
    private double together(double least) {
        int few = Math.min(PAIRED, Math.min(cuts.length, dissolutions.length));
        double[] promises = new double[few * few];
        for (int i = 0; i < promises.length; i++) {
            promises[i] = -cuts[i / few].change - dissolutions[i % few].change;
        }
        int[] pairs = Arrays.stream(ranked(promises))
                .filter(pair -> cuts[pair / few].overlaps(dissolutions[pair % few]))
                .limit(effort.pairs(k))
                .filter(pair -> !hopeless(pair, few))
                .toArray();
        for (int from = 0; from < pairs.length; from += PAIRS_AT_ONCE) {
            int first = from;
            Trial[] trials = new Trial[Math.min(PAIRS_AT_ONCE, pairs.length - from)];
            Parallel.forEach(trials.length, threads, i -> trials[i] = attempt(pairs[first + i], few));
            for (int i = 0; i < trials.length; i++) {
                if (trials[i].change > least) {
                    Outcome outcome = outcome(trials[i]);
                    if (outcome.change > least) {
                        exchanges++;
                        commit(outcome, dissolutions[pairs[first + i] % few].cluster);
                        return outcome.change;
                    }
                }
                failed.put(key(pairs[first + i], few), exchanges);
            }
        }
        return 0;
    }

    /** Whether the pair was tried since its clusters were changed last. */
    private boolean hopeless(int pair, int few) {
        int cut = cuts[pair / few].cluster;
        int dissolved = dissolutions[pair % few].cluster;
        return failed.getOrDefault(key(pair, few), -1) >= Math.max(changed[cut], changed[dissolved]);
    }

    private long key(int pair, int few) {
        return (long) cuts[pair / few].cluster << 32 | dissolutions[pair % few].cluster;
    }

    private Trial attempt(int pair, int few) {
        return exchange(cuts[pair / few].cluster, dissolutions[pair % few].cluster);
    }

    /** What it changes to put {@code centroids} in place of those of the clusters {@code all}. */
    private Trial attempt(int cluster, int[] all, int[] kept, float[][] centroids, double wanted, int iterations) {
        double before = 0;
        for (int j : all) {
            before += members[j].score;
        }
        Group group = group(all);
        double after = group.relax(centroids, iterations, before + wanted);
        boolean guessed = iterations < effort.iterations();
        double change = after - before + (guessed ? group.toCome() : 0);
        return new Trial(cluster, change, all, kept, centroids, exchanges, guessed);
    }

    private Group group(int... clusters) {
        Members[] chosen = new Members[clusters.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = members[clusters[i]];
        }
        return new Group(terms, chosen);
    }

    private Trial dissolve(int cluster, int iterations) {
        int[] kept = neighbours(cluster);
        return attempt(cluster, with(kept, cluster), kept, at(kept, 0), Double.NEGATIVE_INFINITY, iterations);
    }

    private Trial cut(int cluster, int iterations) {
        int[] kept = neighbours(cluster);
        float[][] centroids = at(kept, 2);
        int[] all = with(kept, cluster);
        return addHalves(cluster, centroids, kept.length)
                ? attempt(cluster, all, kept, centroids, Double.NEGATIVE_INFINITY, iterations)
                : new Trial(cluster, Double.NEGATIVE_INFINITY, all, kept, centroids, exchanges, false);
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
                ? attempt(cut, all, kept, centroids, 0, effort.iterations())
                : new Trial(cut, Double.NEGATIVE_INFINITY, all, kept, centroids, exchanges, false);
    }

    private boolean addHalves(int cluster, float[][] centroids, int position) {
        Halves halves = members[cluster].halves();
        for (int axis = 0; axis < means.length; axis++) {
            System.arraycopy(halves.means()[axis], 0, centroids[axis], position, 2);
        }
        return halves.gain() > 0;
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

    /**
     * What comes of a trial: its centroids found their points where they were before the last move, and it is by these that
     * points are divided. Where centroids are nearer to each other than the grid is fine they may take points back.
     */
    private Outcome outcome(Trial trial) {
        Group group = group(trial.all);
        group.relax(trial.centroids, 0);
        Members[] split = group.split(trial.centroids[0].length);
        double change = 0;
        for (Members cluster : split) {
            change += cluster.score;
        }
        for (int j : trial.all) {
            change -= members[j].score;
        }
        return new Outcome(trial, split, change);
    }

    /** The clusters that a trial leads to, and what they change. */
    private record Outcome(Trial trial, Members[] split, double change) {}

    /** Puts the centroids of a trial in place; the second half of a cut goes to a free number. */
    private void commit(Outcome outcome, int free) {
        Trial trial = outcome.trial;
        Members[] split = outcome.split;
        int count = trial.centroids[0].length;
        for (int j : trial.all) {
            changed[j] = exchanges;
        }
        if (count == trial.kept.length) {
            members[trial.cluster] = new Members(terms);
        }
        for (int i = 0; i < count; i++) {
            int cluster = i < trial.kept.length ? trial.kept[i] : i == trial.kept.length ? trial.cluster : free;
            members[cluster] = split[i];
            changed[cluster] = exchanges;
            for (int axis = 0; axis < means.length; axis++) {
                means[axis][cluster] = trial.centroids[axis][i];
            }
        }
    }

    /** What the points of a cluster lose if each goes to the nearest of the neighbours as they are. */
    private double loss(int cluster) {
        return members[cluster].cost(places(neighbours(cluster))) - members[cluster].cost(places(cluster));
    }

    private int[][] places(int... clusters) {
        int[][] places = new int[means.length][clusters.length];
        for (int axis = 0; axis < means.length; axis++) {
            for (int i = 0; i < clusters.length; i++) {
                places[axis][i] = terms.place(means[axis][clusters[i]], axis);
            }
        }
        return places;
    }

    private int[] neighbours(int cluster) {
        return exchanges == called ? around[cluster] : nearest(cluster);
    }

    /** The clusters whose means are nearest to that of a cluster, nearest first, the lowest number on a tie. */
    private int[] nearest(int cluster) {
        float[] squares = new float[k];
        for (float[] axis : means) {
            float own = axis[cluster];
            for (int j = 0; j < k; j++) {
                float d = axis[j] - own;
                squares[j] += d * d;
            }
        }
        squares[cluster] = Float.POSITIVE_INFINITY;
        int wanted = Math.min(effort.neighbours(), k - 1);
        int[] nearest = new int[wanted + 1];
        int found = 0;
        float limit = Float.POSITIVE_INFINITY;
        for (int other = 0; other < k; other++) {
            if (squares[other] < limit) {
                int at = found;
                for (; at > 0 && squares[nearest[at - 1]] > squares[other]; at--) {
                    nearest[at] = nearest[at - 1];
                }
                nearest[at] = other;
                found = Math.min(found + 1, wanted);
                limit = found < wanted ? limit : squares[nearest[wanted - 1]];
            }
        }
        return Arrays.copyOf(nearest, wanted);
    }

    /** The positions of values in ascending order as floats, the lowest position on a tie. */
    private static int[] ranked(double... values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits((float) values[i]);
            keys[i] = (long) (bits ^ bits >> 31 & Integer.MAX_VALUE) << 32 | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
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
     * @param guessed whether {@code change} is what more iterations would come to, probably
     */
    private record Trial(
            int cluster, double change, int[] all, int[] kept, float[][] centroids, int exchanges, boolean guessed) {
        /* Comparators of methods of Comparator are slow to make in a new VM: no archive of classes holds theirs. */
        static final Comparator<Trial> BEST_FIRST = (one, other) -> {
            int byChange = Double.compare(other.change, one.change);
            return byChange != 0 ? byChange : Integer.compare(one.cluster, other.cluster);
        };

        /** The same once it is known what comes of it. */
        Trial worth(double known) {
            return new Trial(cluster, known, all, kept, centroids, exchanges, false);
        }

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

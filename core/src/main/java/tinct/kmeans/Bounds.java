package tinct.kmeans;

import java.util.Arrays;
import tinct.internal.Parallel;

/**
 * The assignment of {@link Lloyd} by bounds: for each point one above the distance to its centroid and one below the
 * distance to any other. They drift apart with the moves of the centroids, and until they have met the label stands and
 * the point is not looked at; sums change by the points that change.
 *
 * <p>Only the room between the two bounds is kept for each point, and for each cluster how much of it the moves have
 * used up, so a pass reads one number a point and writes nothing. A point without room is measured anew, and if need be
 * compared with the centroids around its own ({@link Rings}). In the first pass the label of the point before it, its
 * neighbour in Morton order, stands for its own.
 *
 * <p>The lower bounds of a cluster fall by the largest move among centroids that are near enough to matter. One that
 * jumps far costs its old and new neighbours a search, and nobody else.
 *
 * <p>Source: Hamerly 2010, doi 10.1137/1.9781611972801.12; Newling, Fleuret 2016, arXiv 1602.02514 (exponion). Bounds are
 * kept apart by more than the rounding error of {@code float} distances, so the labels are those of plain comparison bit
 * for bit. What it gains: ADR-0006.
 */
final class Bounds implements Assigner {
    /** Points that one thread takes at a time. */
    private static final int CHUNK = 1 << 12;
    /** Centroids farther from a cluster's than this many times the reach of its points do not matter to it. */
    private static final float NEAR = 2.5f;
    /** Growth by which the reach of a cluster, which only grows when it moves, is measured anew. */
    private static final float STALE = 1.25f;

    private final Ordered points;
    private final int threads;
    private final int n;
    private final int chunks;
    private final int[] labels;
    /** Lower less upper bound, and the lower bound, each as if the cluster's drift so far were to come yet [n]. */
    private final float[] room;

    private final float[] lower;
    /** Points in question, each chunk's from its first position on, with upper bounds and the labels found [n]. */
    private final int[] questions;

    private final float[] uppers;
    private final int[] found;
    private final int[] open;

    private float[][] centroids = {};
    private Sums sums;
    /** What moves have taken from the upper and the lower bounds of each cluster's points [k]. */
    private double[] driftOwn = {};

    private double[] driftNear = {};
    /** No point of the cluster is farther from its centroid [k], and that when it was measured. */
    private float[] reach = {};

    private float[] measured = {};
    /** No point of the cluster is nearer to a centroid whose move was left out of {@link #driftNear} [k]. */
    private double[] others = {};

    private boolean[] all = {};

    Bounds(Ordered points, int threads) {
        this.points = points;
        this.threads = threads;
        n = points.size();
        chunks = (n + CHUNK - 1) / CHUNK;
        labels = new int[n];
        room = new float[n];
        lower = new float[n];
        questions = new int[n];
        uppers = new float[n];
        found = new int[n];
        open = new int[chunks];
        sums = new Sums(points.dimensions(), 0);
    }

    @Override
    public Sums sums(float[][] next) {
        assign(next);
        return sums.copy();
    }

    @Override
    public int[] labels(float[][] next) {
        assign(next);
        int[] given = new int[n];
        for (int i = 0; i < n; i++) {
            given[points.order[i]] = labels[i];
        }
        return given;
    }

    private void assign(float[][] next) {
        if (Arrays.deepEquals(centroids, next)) {
            return;
        }
        if (centroids.length == 0 || centroids[0].length != next[0].length) {
            begin(next);
        } else {
            proceed(next);
        }
        centroids = new float[next.length][];
        for (int axis = 0; axis < next.length; axis++) {
            centroids[axis] = next[axis].clone();
        }
    }

    private void begin(float[][] first) {
        int k = first[0].length;
        driftOwn = new double[k];
        driftNear = new double[k];
        reach = new float[k];
        measured = new float[k];
        Arrays.fill(measured, -1);
        others = new double[k];
        all = new boolean[k];
        Arrays.fill(others, Double.POSITIVE_INFINITY);
        Rings rings = Rings.nearest(first, threads);
        Parallel.forEach(chunks, threads, chunk -> begin(chunk, rings.search(points)));
        sums = new Sums(points.dimensions(), k);
        for (int i = 0; i < n; i++) {
            add(i, labels[i], points.weights[i]);
        }
    }

    /** Labels a chunk: a point like the one searched for last, unless it is too far from it, by a search if it is. */
    private void begin(int chunk, Rings.Search search) {
        int from = chunk * CHUNK;
        int to = Math.min(n, from + CHUNK);
        int searched = -1;
        for (int i = from; i < to; i++) {
            float u = searched < 0 ? 0 : Rings.above(search.square(i, search.label));
            float l = searched < 0 ? 0 : below((double) search.lower - Rings.above(square(i, searched)));
            if (u >= l) {
                searched = i;
                search.find(i, search.label);
                u = search.upper;
                l = search.lower;
            }
            labels[i] = search.label;
            keep(i, search.label, l, u);
        }
    }

    private float square(int i, int j) {
        float square = 0;
        for (float[] axis : points.axes) {
            float d = axis[i] - axis[j];
            square += d * d;
        }
        return square;
    }

    private void proceed(float[][] next) {
        if (stale()) {
            measure();
        }
        float[] limits = drift(next);
        Parallel.forEach(chunks, threads, chunk -> open[chunk] = remeasure(chunk, withoutRoom(chunk, limits), next));
        float[] radii = new float[reach.length];
        forEachQuestion((q, i) -> radii[labels[i]] = Math.max(radii[labels[i]], uppers[q]));
        Rings rings = Rings.within(next, radii, threads);
        Parallel.forEach(chunks, threads, chunk -> {
            Rings.Search search = rings.search(points);
            for (int q = chunk * CHUNK; q < chunk * CHUNK + open[chunk]; q++) {
                int i = questions[q];
                search.find(i, labels[i]);
                found[q] = search.label;
                uppers[q] = search.upper;
                keep(i, search.label, search.lower, search.upper);
            }
        });
        forEachQuestion(this::relabel);
    }

    private interface Question {
        void at(int q, int i);
    }

    private void forEachQuestion(Question task) {
        for (int chunk = 0; chunk < chunks; chunk++) {
            for (int q = chunk * CHUNK; q < chunk * CHUNK + open[chunk]; q++) {
                task.at(q, questions[q]);
            }
        }
    }

    private void relabel(int q, int i) {
        int label = found[q];
        if (label != labels[i]) {
            add(i, labels[i], -points.weights[i]);
            add(i, label, points.weights[i]);
            labels[i] = label;
            reach[label] = Math.max(reach[label], uppers[q]);
        }
    }

    private void add(int i, int label, double weight) {
        sums.weights[label] += weight;
        for (int axis = 0; axis < sums.coordinates.length; axis++) {
            sums.coordinates[axis][label] += weight * points.axes[axis][i];
        }
    }

    private void keep(int i, int label, float l, float u) {
        lower[i] = below(l + driftNear[label]);
        room[i] = below((double) l - u + driftOwn[label] + driftNear[label]);
    }

    private static float below(double value) {
        return (float) (value - Math.abs(value) * 1e-7);
    }

    private static float above(double value) {
        return (float) (value + Math.abs(value) * 1e-7);
    }

    private boolean stale() {
        for (int j = 0; j < reach.length; j++) {
            if (reach[j] > measured[j] * STALE) {
                return true;
            }
        }
        return false;
    }

    private void measure() {
        Arrays.fill(reach, 0);
        for (int i = 0; i < n; i++) {
            int label = labels[i];
            reach[label] = Math.max(reach[label], above(lower[i] - (double) room[i] + driftOwn[label]));
        }
        measured = reach.clone();
    }

    /** Adds the moves to the drifts; returns up to which room a point of each cluster is in question. */
    private float[] drift(float[][] next) {
        Moves moves = new Moves(centroids, next);
        float[] limits = new float[reach.length];
        for (int j = 0; j < limits.length; j++) {
            reach[j] = above(reach[j] + moves.of(j));
            moves.look(j, NEAR * reach[j]);
            driftOwn[j] += moves.of(j);
            driftNear[j] += moves.near;
            others[j] = Math.min(others[j] - moves.near, moves.apart - reach[j]);
            all[j] = others[j] <= reach[j];
            others[j] = all[j] ? Double.POSITIVE_INFINITY : others[j];
            limits[j] = all[j] ? Float.POSITIVE_INFINITY : above(driftOwn[j] + driftNear[j]);
        }
        return limits;
    }

    /** Lists the points of a chunk whose room is used up; returns the position after the last. */
    private int withoutRoom(int chunk, float[] limits) {
        int[] questions = this.questions, labels = this.labels;
        float[] room = this.room;
        int from = chunk * CHUNK;
        int to = Math.min(n, from + CHUNK);
        int end = from;
        for (int i = from; i < to; i++) {
            questions[end] = i;
            end += room[i] > limits[labels[i]] ? 0 : 1;
        }
        return end;
    }

    /** Measures the listed points of a chunk; returns how many of them are still in question. */
    private int remeasure(int chunk, int end, float[][] next) {
        boolean four = next.length == 4;
        float[] xs = points.axes[0], ys = points.axes[1], zs = points.axes[2], ws = points.axes[four ? 3 : 2];
        float[] cx = next[0], cy = next[1], cz = next[2], cw = next[four ? 3 : 2];
        int from = chunk * CHUNK;
        int left = from;
        for (int q = from; q < end; q++) {
            int i = questions[q];
            int label = labels[i];
            float dx = xs[i] - cx[label], dy = ys[i] - cy[label], dz = zs[i] - cz[label];
            float d = dx * dx + dy * dy + dz * dz;
            if (four) {
                float dw = ws[i] - cw[label];
                d += dw * dw;
            }
            float u = Rings.above(d);
            float l = below(lower[i] - driftNear[label]);
            if (u < l && !all[label]) {
                keep(i, label, l, u);
            } else {
                questions[left] = i;
                uppers[left++] = u;
            }
        }
        return left - from;
    }
}

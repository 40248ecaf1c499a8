package tinct.palette;

import java.util.Arrays;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.internal.Parallel;
import tinct.kmeans.Points;

/**
 * Colours as points to cluster; of very many colours, those of the same alpha that are alike in the upper seven, or
 * of a million and more in the upper six bits of red, green and blue stand as one point, their mean.
 *
 * <p>Such a cell is two or four steps wide, clusters of a picture with so many colours are dozens, and only the cells that
 * lie across a border are assigned worse than their colours by themselves would be. What it costs: docs/engine.md.
 *
 * @param points [m] weighted by pixel counts; alpha is a coordinate if there is any
 * @param colors [m] one of the colours of each point
 * @param inside inertia within the points: what is left out
 */
record Condensed(Points points, int[] colors, double inside) {
    /** Of more colours than this two bits of each channel are dropped, else one. */
    private static final int MILLION = 1 << 20;

    private static final int PARTS = 64;

    /** Points of a histogram, each colour one if there are at most {@code most}. */
    static Condensed of(Histogram histogram, ColorSpace space, int most, int threads) {
        return histogram.size() <= most
                ? new Condensed(Entries.points(histogram, space), histogram.colors(), 0)
                : cells(histogram, space, threads);
    }

    private static Condensed cells(Histogram histogram, ColorSpace space, int threads) {
        int dropped = histogram.size() > MILLION ? 2 : 1;
        int[] starts = slabs(histogram.colors(), dropped);
        int dimensions = histogram.opaque() ? 3 : 4;
        Part[] parts = new Part[PARTS];
        int slabs = starts.length - 1;
        Parallel.forEach(PARTS, threads, p -> {
            Part part = new Part(histogram, space, dimensions, dropped);
            for (int slab = slabs * p / PARTS; slab < slabs * (p + 1) / PARTS; slab++) {
                part.add(starts[slab], starts[slab + 1]);
            }
            parts[p] = part;
        });
        int size = Arrays.stream(parts).mapToInt(part -> part.size).sum();
        float[][] axes = new float[dimensions][size];
        double[] weights = new double[size];
        int[] colors = new int[size];
        double inside = 0;
        int to = 0;
        for (Part part : parts) {
            for (int axis = 0; axis < dimensions; axis++) {
                System.arraycopy(part.means[axis], 0, axes[axis], to, part.size);
            }
            System.arraycopy(part.weights, 0, weights, to, part.size);
            System.arraycopy(part.firsts, 0, colors, to, part.size);
            inside += part.inside;
            to += part.size;
        }
        return new Condensed(new Points(axes, weights), colors, inside);
    }

    /** Where colours of another alpha, or other upper bits of red, begin, and the end; colours are in ascending order. */
    private static int[] slabs(int[] colors, int dropped) {
        int[] starts = new int[1 << 16 - dropped]; // of alpha and red
        int slabs = 0;
        for (int i = 0; i < colors.length; i++) {
            if (i == 0 || (colors[i] ^ colors[i - 1]) >>> 16 + dropped != 0) {
                starts[slabs++] = i;
            }
        }
        starts = Arrays.copyOf(starts, slabs + 1);
        starts[slabs] = colors.length;
        return starts;
    }

    /** Points of some slabs. */
    private static final class Part {
        private final int[] argb;
        private final long[] counts;
        private final ColorSpace space;
        private final int dimensions;
        private final int dropped;
        /** The point of a cell of upper green and blue bits, -1 for none. */
        private final int[] cells;

        private int size;
        private float[][] means;
        private double[] weights = new double[1 << 10];
        private int[] firsts = new int[1 << 10];
        private double inside;

        Part(Histogram histogram, ColorSpace space, int dimensions, int dropped) {
            argb = histogram.colors();
            counts = histogram.counts();
            this.space = space;
            this.dimensions = dimensions;
            means = new float[dimensions][weights.length];
            this.dropped = dropped;
            cells = new int[1 << 2 * (8 - dropped)];
            Arrays.fill(cells, -1);
        }

        /** Adds points for the colours of one slab. */
        void add(int from, int to) {
            float[][] planes = new float[dimensions][to - from];
            space.coordinates(argb, from, to, planes);
            int[] points = new int[to - from];
            int first = size;
            for (int i = from; i < to; i++) {
                int point = point(argb[i]);
                points[i - from] = point - first;
                weights[point] += counts[i];
            }
            for (int axis = 0; axis < dimensions; axis++) {
                gather(planes[axis], from, points, first, means[axis]);
            }
            for (int point = first; point < size; point++) {
                cells[cell(firsts[point])] = -1;
            }
        }

        /* Sums of squares in double are exact enough: 53 bits, of which a cell's weight and squares use some 45. */
        private void gather(float[] plane, int from, int[] points, int first, float[] means) {
            double[] sums = new double[size - first];
            double squares = 0;
            for (int i = 0; i < points.length; i++) {
                double moment = plane[i] * (double) counts[from + i];
                sums[points[i]] += moment;
                squares += moment * plane[i];
            }
            for (int point = 0; point < sums.length; point++) {
                double mean = sums[point] / weights[first + point];
                means[first + point] = (float) mean;
                squares -= sums[point] * mean;
            }
            inside += squares;
        }

        private int point(int color) {
            int cell = cell(color);
            if (cells[cell] < 0) {
                if (size == firsts.length) {
                    grow();
                }
                firsts[size] = color;
                cells[cell] = size++;
            }
            return cells[cell];
        }

        private int cell(int color) {
            return (color >>> 8 + dropped & 0xFF >> dropped) << 8 - dropped | (color & 0xFF) >> dropped;
        }

        private void grow() {
            weights = Arrays.copyOf(weights, 2 * size);
            firsts = Arrays.copyOf(firsts, 2 * size);
            for (int axis = 0; axis < dimensions; axis++) {
                means[axis] = Arrays.copyOf(means[axis], 2 * size);
            }
        }
    }
}

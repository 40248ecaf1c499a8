package tinct.palette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Palette;
import tinct.kmeans.KMeans;
import tinct.kmeans.Points;

/**
 * Finds colours that say something, as enough pixels have just them, and that a palette changes so much that it shows.
 *
 * @param share of the pixels that a colour must have to be looked at, 0..1. Default 0.0005
 * @param delta by how much it may move in Oklab, at least 0. Default 0.1
 */
public record ColorGuard(double share, double delta) {
    /** All defaults. */
    public static final ColorGuard DEFAULT = new ColorGuard(0.0005, 0.1);

    public ColorGuard {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in 0..1, was " + share);
        }
        if (!(delta >= 0)) {
            throw new IllegalArgumentException("delta must be at least 0, was " + delta);
        }
    }

    /**
     * The colours that move more than {@link #delta} to their nearest entries, whatever a dither would mix of them: those
     * of the largest share first. Fully transparent pixels are not looked at.
     *
     * @param space in which the nearest entry is looked for
     */
    public List<MovedColor> check(Histogram histogram, Palette palette, ColorSpace space) {
        int[] colors = histogram.colors();
        long[] counts = histogram.counts();
        double least = share * histogram.total();
        int[] looked = IntStream.range(0, colors.length)
                .filter(i -> colors[i] != 0 && counts[i] >= least)
                .toArray();
        if (looked.length == 0) {
            return List.of();
        }
        int[] own = Arrays.stream(looked).map(i -> colors[i]).toArray();
        int dimensions = palette.opaque() ? 3 : 4;
        double[] weights = new double[own.length];
        Arrays.fill(weights, 1);
        Points points = new Points(space.coordinates(own, dimensions), weights);
        int[] nearest = KMeans.assign(points, space.coordinates(palette.toArray(), dimensions), 1)
                .labels();
        List<MovedColor> moved = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            int entry = palette.entry(nearest[i]);
            double distance = distance(own[i], entry);
            if (distance > delta) {
                moved.add(new MovedColor(own[i], entry, (double) counts[looked[i]] / histogram.total(), distance));
            }
        }
        moved.sort(Comparator.comparingDouble(color -> -color.share()));
        return moved;
    }

    private static double distance(int a, int b) {
        float[][] both = ColorSpace.OKLAB.coordinates(new int[] {a, b}, 4);
        double square = 0;
        for (float[] axis : both) {
            double d = (double) axis[0] - axis[1];
            square += d * d;
        }
        return Math.sqrt(square);
    }
}

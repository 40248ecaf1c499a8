package tinct.metrics;

import tinct.internal.Parallel;

/**
 * The errors between two pyramids, and the score that SSIMULACRA 2 makes of them.
 *
 * <p>Each channel of each scale is summed by one thread at a time, row by row: the bits of the score do not depend on the
 * number of threads, nor on how many rows came at once.
 */
final class ScaleErrors {
    /** Rows of a scale that a pyramid must keep when it gets more. */
    static final int KEPT = RecursiveGaussian.AHEAD;

    private static final int CHANNELS = 3;

    private final Pyramid original;
    private final Pyramid result;

    /** [scales * CHANNELS]. */
    private final ChannelErrors[] errors;

    ScaleErrors(Pyramid original, Pyramid result) {
        this.original = original;
        this.result = result;
        this.errors = new ChannelErrors[original.scales() * CHANNELS];
        for (int i = 0; i < errors.length; i++) {
            int scale = i / CHANNELS;
            errors[i] = new ChannelErrors(
                    original.width(scale),
                    original.height(scale),
                    Ssimulacra2Score.asksForStructure(original.scales(), scale, i % CHANNELS));
        }
    }

    /** Adds the errors of the rows that have come, and lets the pyramids forget them. */
    void advance(int threads) {
        // Y of the largest scale is most of the work: it starts first.
        Parallel.forEach(errors.length, threads, task -> {
            int i = task < 2 ? 1 - task : task;
            errors[i].advance(original, result, i / CHANNELS, i % CHANNELS);
        });
        for (int scale = 0; scale < original.scales(); scale++) {
            int needed = errors[scale * CHANNELS].needed();
            original.forget(scale, needed);
            result.forget(scale, needed);
        }
    }

    /** To be asked after the last row. */
    double score() {
        int scales = original.scales();
        double[][][] means = new double[scales][CHANNELS][ChannelErrors.SUMS];
        for (int i = 0; i < errors.length; i++) {
            int scale = i / CHANNELS;
            double pixels = (double) original.width(scale) * original.height(scale);
            double[] sums = errors[i].sums();
            double[] mean = means[scale][i % CHANNELS];
            for (int kind = 0; kind < ChannelErrors.KINDS; kind++) {
                mean[kind] = sums[kind] / pixels;
                mean[kind + ChannelErrors.KINDS] = Math.sqrt(Math.sqrt(sums[kind + ChannelErrors.KINDS] / pixels));
            }
        }
        return Ssimulacra2Score.of(means);
    }
}

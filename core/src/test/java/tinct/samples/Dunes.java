package tinct.samples;

/** Wind ripples in sand, in grey: fine texture over a slow gradient. */
final class Dunes implements Drawing {
    @Override
    public int width() {
        return 320;
    }

    @Override
    public int height() {
        return 240;
    }

    @Override
    public boolean grey() {
        return true;
    }

    @Override
    public int argb(int x, int y) {
        double e = 0.5;
        double across = relief(x + e, y) - relief(x - e, y);
        double down = relief(x, y + e) - relief(x, y - e);
        double lit = (1 + 0.9 * across + 0.5 * down) / Math.sqrt(1 + across * across + down * down);
        double evening = 0.30 + 0.34 * (x + 0.6 * y) / 320;
        double sand = 0.035 * (Noise.uniform(x, y, 9) - 0.5) + 0.02 * Noise.at(x * 0.5, y * 0.5, 2);
        int value = (int) Math.max(0, Math.min(255, 255 * (evening * lit + sand) + 0.5));
        return Film.rgb(value, value, value);
    }

    /** Height of the sand: a crest across the picture, ripples along the wind. */
    private static double relief(double x, double y) {
        double bend = 9 * Noise.fractal(x * 0.008, y * 0.008, 1, 3);
        double crest = y - 95 - 42 * StrictMath.sin(x * 0.011 + 0.4) - bend;
        double dune = 26 / (1 + (crest > 0 ? crest * crest / 900 : crest * crest / 9000));
        double phase = (y + 0.35 * x) * 0.42 + 0.5 * bend + 1.4 * Noise.fractal(x * 0.025, y * 0.025, 7, 2);
        double ripple = StrictMath.sin(phase + 0.45 * StrictMath.sin(phase));
        return dune + ripple * (0.75 + 0.35 * Noise.at(x * 0.02, y * 0.02, 5)) * Noise.step(-4, 40, Math.abs(crest));
    }
}

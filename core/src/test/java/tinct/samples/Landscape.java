package tinct.samples;

/** Mountains behind a lake at dusk: long smooth gradients, silhouettes, ripples; no grain. */
final class Landscape implements Drawing {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;
    private static final int SIDE = 3;
    private static final double SHORE = 0.66;
    private static final double SUN_X = 0.93;
    private static final double SUN_Y = 0.332;
    private static final Vec SUNLIGHT = new Vec(1.0, 0.55, 0.2);
    private static final Vec HAZE = new Vec(0.62, 0.31, 0.25);
    private static final int RIDGES = 6;

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public int argb(int x, int y) {
        Vec light = Vec.ZERO;
        for (int row = 0; row < SIDE; row++) {
            double py = (y + (row + 0.5) / SIDE) / HEIGHT;
            for (int column = 0; column < SIDE; column++) {
                double px = (x + (column + 0.5) / SIDE) / HEIGHT;
                light = light.plus(py < SHORE ? land(px, py) : water(px, py));
            }
        }
        return Film.encode(light.times(1.0 / (SIDE * SIDE)));
    }

    /** What is above the shore; both axes in heights of the picture, y downwards. */
    private static Vec land(double x, double y) {
        for (int ridge = RIDGES - 1; ridge >= 0; ridge--) {
            double top = top(ridge, x);
            if (y > top) {
                return slope(ridge, y - top);
            }
        }
        return sky(x, y);
    }

    private static double top(int ridge, double x) {
        double near = (ridge + 1.0) / RIDGES;
        double base = 0.46 + 0.185 * near;
        double rough = Noise.fractal(x * (1.3 + 0.5 * near) + 7.7 * ridge, ridge * 3.1, 0.5, 7);
        double height = (0.125 - 0.05 * near) * (1 + 1.25 * rough);
        return base - Math.max(0.004, height) - (ridge == RIDGES - 1 ? trees(x) : 0);
    }

    private static double trees(double x) {
        double place = x * 95;
        int tree = (int) Math.floor(place);
        double size = Noise.uniform(tree, 5, 1) * Noise.step(-0.5, 0.4, Noise.at(x * 6, 3, 3));
        double across = Math.abs(place - tree - 0.5) * 2;
        return 0.03 * size * Math.max(0, 1 - across);
    }

    /** Forest in the haze between the ridges, thicker the farther and the deeper below the ridge. */
    private static Vec slope(int ridge, double depth) {
        double near = (ridge + 1.0) / RIDGES;
        Vec forest = new Vec(0.045, 0.05, 0.095).mix(new Vec(0.008, 0.011, 0.018), near);
        double mist = (1 - near) * 0.62 + 0.5 * (1 - 0.6 * near) * Noise.step(0, 0.16, depth);
        return forest.mix(HAZE.times(0.62 + 0.2 * (1 - near)), Math.min(0.92, mist));
    }

    private static Vec sky(double x, double y) {
        Vec zenith = new Vec(0.045, 0.075, 0.21);
        Vec middle = new Vec(0.30, 0.20, 0.34);
        Vec horizon = new Vec(0.95, 0.47, 0.21);
        Vec air = zenith.mix(middle.mix(horizon, Noise.step(0.1, 0.5, y)), Noise.step(-0.14, 0.32, y));
        double fromSun = Math.sqrt((x - SUN_X) * (x - SUN_X) + (y - SUN_Y) * (y - SUN_Y));
        double glow = 0.85 * StrictMath.exp(-fromSun * 5.5) + 0.25 * StrictMath.exp(-fromSun * 22);
        Vec lit = air.plus(SUNLIGHT.times(glow));
        double disc = Noise.step(0.0385, 0.0365, fromSun);
        Vec withSun = lit.mix(new Vec(1.9, 1.45, 0.85), disc);
        return withSun.mix(cloud(fromSun), 0.75 * cover(x, y));
    }

    /** Thin banks of cloud, long along the horizon. */
    private static double cover(double x, double y) {
        double bank = Noise.fractal(x * 1.5 + 40, y * 9, 2.5, 6);
        return Noise.step(0.12, 0.85, bank) * Noise.step(0.5, 0.25, y);
    }

    private static Vec cloud(double fromSun) {
        return new Vec(0.16, 0.12, 0.22).mix(new Vec(1, 0.52, 0.3), StrictMath.exp(-fromSun * 2.6));
    }

    /** The land upside down, broken by ripples that shorten with distance, darker to the front. */
    private static Vec water(double x, double y) {
        double front = (y - SHORE) / (1 - SHORE);
        double size = 0.02 + 0.25 * front;
        double ripple = Noise.fractal(x * 3 / size * 0.35, (y - SHORE) * 9 / size * 0.5 + 11, 4, 4);
        double mirror = SHORE - (y - SHORE) * 1.25 + 0.045 * ripple * (0.15 + front);
        Vec seen = land(x + 0.008 * ripple * front, Math.min(SHORE - 0.001, mirror));
        double streak = 1 + 0.16 * ripple * (1 - 0.5 * front);
        return seen.times((0.84 - 0.32 * front) * streak).plus(new Vec(0.006, 0.01, 0.022));
    }
}

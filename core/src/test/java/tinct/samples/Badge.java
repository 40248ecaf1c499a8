package tinct.samples;

/** A drop of many colours on a rounded tile: soft shadow, glow and smooth edges in alpha, clear corners. */
final class Badge implements Drawing {
    private static final int SIDE = 256;
    private static final Vec SHADOW = new Vec(0.01, 0.008, 0.03);
    private static final Vec GLOW = new Vec(0.10, 0.75, 1.0);
    private static final Vec[] BANDS = {
        new Vec(1.0, 0.72, 0.10), new Vec(1.0, 0.30, 0.12), new Vec(0.88, 0.06, 0.28), new Vec(0.42, 0.05, 0.52)
    };

    /** Colours of what has been painted so far, premultiplied by alpha. */
    private record Coat(Vec light, double alpha) {
        Coat over(Vec color, double share) {
            return new Coat(light.times(1 - share).plus(color.times(share)), alpha * (1 - share) + share);
        }
    }

    @Override
    public int width() {
        return SIDE;
    }

    @Override
    public int height() {
        return SIDE;
    }

    @Override
    public int argb(int x, int y) {
        double px = x + 0.5 - SIDE / 2.0;
        double py = y + 0.5 - SIDE / 2.0 + 6;
        Coat coat = new Coat(Vec.ZERO, 0);
        double shadow = Noise.step(17, -15, tile(px, py - 9));
        coat = coat.over(SHADOW, 0.6 * shadow * shadow);
        coat = coat.over(ground(px, py), cover(tile(px, py)));
        double drop = drop(px, py);
        double inside = cover(tile(px, py));
        coat = coat.over(GLOW, 0.55 * inside * StrictMath.exp(-Math.max(0, drop) / 13));
        coat = coat.over(paint(px, py, drop), cover(drop));
        double shine = cover(ellipse(px + 17, py - 6, 9, 20));
        coat = coat.over(Vec.grey(1), 0.5 * shine * Noise.step(26, -16, py - 4));
        return packed(coat);
    }

    private static Vec ground(double x, double y) {
        Vec color = new Vec(0.06, 0.14, 0.42).mix(new Vec(0.016, 0.022, 0.10), Noise.step(-95, 95, y + 0.3 * x));
        double edge = tile(x, y);
        double light = Noise.step(-7, -1, edge) * Noise.step(60, -100, y);
        return color.mix(new Vec(0.35, 0.55, 0.9), 0.6 * light);
    }

    /** Bands of colour that sink into each other like ink. */
    private static Vec paint(double x, double y, double drop) {
        double level = (y + 66) / 128 * BANDS.length + 0.35 * StrictMath.sin(x * 0.085 + 0.6) - 0.25;
        double bounded = Math.max(0, Math.min(BANDS.length - 1.001, level - 0.5));
        int band = (int) bounded;
        Vec color = BANDS[band].mix(BANDS[band + 1], Noise.step(0.36, 0.64, bounded - band));
        double rim = Noise.step(-9, 0, drop);
        return color.mix(Vec.grey(1), 0.28 * rim * Noise.step(40, -60, y)).times(1 - 0.25 * rim * Noise.step(0, 60, y));
    }

    private static int packed(Coat coat) {
        int alpha = (int) Math.floor(coat.alpha * 255 + 0.5);
        return alpha == 0 ? 0 : alpha << 24 | (Film.encode(coat.light.times(1 / coat.alpha)) & 0xFFFFFF);
    }

    /** The share of a pixel inside an outline that is {@code distance} away. */
    private static double cover(double distance) {
        return Math.max(0, Math.min(1, 0.5 - distance));
    }

    private static double tile(double x, double y) {
        double round = 42;
        double dx = Math.max(0, Math.abs(x) - 96 + round);
        double dy = Math.max(0, Math.abs(y) - 96 + round);
        return Math.sqrt(dx * dx + dy * dy) - round;
    }

    /** Distance to a drop: a disc, and its tangents up to a rounded tip. */
    private static double drop(double x, double y) {
        double round = 4;
        double radius = 46 - round;
        double tip = 94 - round;
        double across = Math.abs(x);
        double up = 20 - y;
        double sin = radius / tip;
        double cos = Math.sqrt(1 - sin * sin);
        double along = -across * sin + up * cos;
        double disc = Math.sqrt(across * across + up * up) - radius;
        double fromTip = Math.sqrt(across * across + (up - tip) * (up - tip));
        if (along <= 0) {
            return disc - round;
        }
        double side = across * cos + up * sin - radius;
        return (along > tip * cos ? fromTip : side) - round;
    }

    private static double ellipse(double x, double y, double a, double b) {
        double tilt = 0.35;
        double u = (x - tilt * y) / a;
        double v = (y + tilt * x) / b;
        double k = Math.sqrt(u * u + v * v);
        double slope = Math.sqrt(u * u / (a * a) + v * v / (b * b));
        return k * (k - 1) / Math.max(slope, 1e-9);
    }
}

package tinct.samples;

import tinct.samples.Material.Paint;

/** Shapes and skins of fruit, about their middle, the stem along the axis. */
final class Fruit {
    private Fruit() {}

    static Profile ball(double radius) {
        return Profile.egg(radius, radius * 0.95)
                .with(Profile.cylinder(0.045, radius * 0.9, radius * 0.97, 0.02), 0.03);
    }

    static Profile apple(double radius) {
        Profile stem = Profile.cylinder(0.045, 0.3, 1.12, 0.04);
        return Profile.apple().with(stem, 0.05).scaled(radius);
    }

    static Profile pear() {
        Profile body = Profile.ball(0.74, -0.12).with(Profile.ball(0.3, 0.86), 0.7);
        return body.with(Profile.cylinder(0.04, 1.0, 1.32, 0.03), 0.06);
    }

    static Profile lemon() {
        return Profile.egg(0.46, 0.6).with(Profile.ball(0.11, 0.62), 0.22).with(Profile.ball(0.09, -0.6), 0.2);
    }

    static Material orange() {
        Paint paint = p -> {
            double shade = 0.5 + 0.5 * Noise.fractal(p, 2.5, 2);
            Vec skin = new Vec(0.84, 0.20, 0.008).mix(new Vec(0.90, 0.29, 0.012), shade);
            Vec pored = skin.times(0.86 + 0.14 * Noise.step(0.1, 0.5, Noise.cells(p, 22)));
            return p.y() > 0.575 ? new Vec(0.20, 0.26, 0.08) : pored;
        };
        return new Material(
                paint, new Vec(0.84, 0.25, 0.01), p -> 0.007 * Noise.step(0, 0.6, Noise.cells(p, 22)), 0.75, 0.16);
    }

    static Material redApple() {
        return appleSkin(new Vec(0.44, 0.012, 0.016), new Vec(0.74, 0.36, 0.07), 0.02);
    }

    static Material greenApple() {
        return appleSkin(new Vec(0.34, 0.47, 0.045), new Vec(0.58, 0.60, 0.14), 0.12);
    }

    /** Streaks from pole to pole, paler at the stem, with pale dots. */
    private static Material appleSkin(Vec skin, Vec pale, double paleness) {
        Paint paint = p -> {
            double r = Math.sqrt(p.x() * p.x() + p.z() * p.z());
            if (r < 0.06 && p.y() > 0.2) {
                return new Vec(0.16, 0.09, 0.04);
            }
            double streak = Noise.fractal(p.x() / (r + 0.05) * 9, p.y() * 1.1, p.z() / (r + 0.05) * 9, 3);
            double stem = Noise.step(0.34, 0.02, r) * (p.y() > 0 ? 1 : 0.6);
            double share = paleness + 0.3 * Noise.step(-0.1, 1.0, streak + 0.4 * Noise.at(p, 2)) + 0.7 * stem;
            double dot = Noise.step(0.2, 0.12, Noise.cells(p, 14));
            return skin.mix(pale, Math.min(1, share)).mix(new Vec(0.85, 0.7, 0.4), 0.35 * dot);
        };
        return new Material(paint, skin, p -> 0.006 * Noise.at(p, 3), 0.9, 0.07);
    }

    static Material pearSkin() {
        Paint paint = p -> {
            if (p.y() > 1.13) {
                return new Vec(0.13, 0.08, 0.04);
            }
            double blush = Noise.step(-0.1, 0.9, p.x() * 0.7 - p.z() * 0.2 + 0.4 * Noise.fractal(p, 1.6, 3));
            Vec skin = new Vec(0.60, 0.58, 0.10).mix(new Vec(0.66, 0.25, 0.06), 0.75 * blush);
            double russet = Noise.step(0.2, 0.75, Noise.fractal(p, 3.5, 3) + 0.9 * Noise.step(0.75, 1.15, p.y()));
            double dot = Noise.step(0.26, 0.12, Noise.cells(p, 15));
            return skin.mix(new Vec(0.36, 0.22, 0.08), Math.min(0.8, 0.5 * russet + 0.5 * dot));
        };
        return new Material(paint, new Vec(0.6, 0.5, 0.1), p -> 0.006 * Noise.fractal(p, 9, 2), 0.5, 0.2);
    }

    static Material lemonSkin() {
        Paint paint = p -> {
            double green = Noise.step(0.45, 0.75, Math.abs(p.y()) + 0.1 * Noise.at(p, 4));
            Vec skin = new Vec(0.86, 0.58, 0.03).mix(new Vec(0.66, 0.60, 0.06), green);
            return skin.times(0.88 + 0.12 * Noise.step(0.1, 0.5, Noise.cells(p, 19)));
        };
        return new Material(
                paint, new Vec(0.84, 0.58, 0.04), p -> 0.009 * Noise.step(0, 0.6, Noise.cells(p, 19)), 0.7, 0.18);
    }

    /** Deep violet under a pale bloom that is rubbed off in places. */
    static Material plum() {
        Paint paint = p -> {
            double bloom = Noise.step(-0.5, 0.7, Noise.fractal(p, 3, 3));
            return new Vec(0.085, 0.022, 0.075).mix(new Vec(0.24, 0.20, 0.36), 0.55 * bloom);
        };
        return new Material(paint, new Vec(0.14, 0.09, 0.19), p -> 0.004 * Noise.at(p, 5), 0.55, 0.2);
    }
}

package tinct.samples;

import tinct.samples.Material.Paint;

/** Glazed vessels; each profile's origin is where {@link StillLife} puts its centre. */
final class Pottery {
    private Pottery() {}

    static Profile bowl() {
        return Profile.shell(1.55, 0.88, 0.45, 0.055)
                .with(Profile.ring(0.62, -0.66, 0.04).with(Profile.cylinder(0.64, -0.7, -0.6, 0.03), 0.02), 0.12);
    }

    static Profile bottle() {
        Profile body = Profile.cylinder(0.66, -1.6, 0.05, 0.18).with(Profile.cylinder(0.21, -0.5, 1.5, 0.02), 0.75);
        return body.with(Profile.ring(0.235, 1.5, 0.07), 0.1).without(Profile.cylinder(0.17, 0.6, 2, 0.02));
    }

    static Profile jar() {
        Profile body = Profile.egg(0.82, 0.8).with(Profile.cylinder(0.45, 0.4, 0.78, 0.03), 0.25);
        return body.with(Profile.ring(0.47, 0.8, 0.06), 0.08).without(Profile.cylinder(0.4, 0.3, 1.5, 0.02));
    }

    static Material celadon() {
        return glaze(new Vec(0.36, 0.60, 0.57), 0.9);
    }

    static Material rose() {
        return glaze(new Vec(0.72, 0.42, 0.38), 0.5);
    }

    static Material cream() {
        return glaze(new Vec(0.78, 0.70, 0.55), 0.5);
    }

    /** A glaze with fine dark specks, thinner and paler in places. */
    private static Material glaze(Vec color, double gloss) {
        Paint paint = p -> {
            double cloud = 1 + 0.09 * Noise.fractal(p, 2.2, 3);
            double speck = Noise.step(0.22, 0.10, Noise.cells(p, 13) + 0.1 * Noise.at(p, 4));
            return color.times(cloud).mix(new Vec(0.16, 0.10, 0.06), 0.75 * speck);
        };
        return new Material(paint, color, p -> 0.004 * Noise.at(p, 4), gloss, 0.05);
    }
}

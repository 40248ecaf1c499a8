package tinct.samples;

/**
 * How a surface looks.
 *
 * @param color share of light scattered, linear R, G, B, at a point of the thing's own frame
 * @param average about the mean of that color, for light that comes by way of this surface
 * @param relief height of the surface there; only its slope is used
 * @param gloss how strong the mirror image is: 1 that of glaze, 0 none
 * @param roughness how blurred the mirror image is, 0..1
 */
record Material(Paint color, Vec average, Relief relief, double gloss, double roughness) {
    interface Paint {
        Vec at(Vec p);
    }

    interface Relief {
        double at(Vec p);
    }

    static final Relief SMOOTH = p -> 0;

    /** The normal {@code n} tilted by the relief's slope at {@code p}. */
    Vec tilt(Vec n, Vec p) {
        if (relief == SMOOTH) {
            return n;
        }
        double e = 0.004;
        double here = relief.at(p);
        Vec slope = new Vec(
                        relief.at(p.plus(new Vec(e, 0, 0))) - here,
                        relief.at(p.plus(new Vec(0, e, 0))) - here,
                        relief.at(p.plus(new Vec(0, 0, e))) - here)
                .times(1 / e);
        return n.minus(slope.minus(n.times(n.dot(slope)))).unit();
    }
}

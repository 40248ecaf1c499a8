package tinct.samples;

/** A point, a direction, or linear light R, G, B. */
record Vec(double x, double y, double z) {
    static final Vec ZERO = new Vec(0, 0, 0);
    static final Vec UP = new Vec(0, 1, 0);

    static Vec grey(double value) {
        return new Vec(value, value, value);
    }

    Vec plus(Vec that) {
        return new Vec(x + that.x, y + that.y, z + that.z);
    }

    Vec minus(Vec that) {
        return new Vec(x - that.x, y - that.y, z - that.z);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    Vec times(Vec that) {
        return new Vec(x * that.x, y * that.y, z * that.z);
    }

    double dot(Vec that) {
        return x * that.x + y * that.y + z * that.z;
    }

    Vec cross(Vec that) {
        return new Vec(y * that.z - z * that.y, z * that.x - x * that.z, x * that.y - y * that.x);
    }

    Vec unit() {
        return times(1 / Math.sqrt(dot(this)));
    }

    /** Some unit vector at right angles to this one, which is of length 1. */
    Vec perpendicular() {
        return (Math.abs(x) > 0.7 ? new Vec(0, 0, 1) : new Vec(1, 0, 0))
                .cross(this)
                .unit();
    }

    /** The way from this to {@code that}: this at 0, that at 1. */
    Vec mix(Vec that, double share) {
        return times(1 - share).plus(that.times(share));
    }
}

package tinct.samples;

/** The outline of a thing turned on a lathe: a bound from below of the distance to it, negative inside. */
interface Profile {
    /** At distance {@code r} from the axis and height {@code h} along it. */
    double distance(double r, double h);

    static Profile ball(double radius, double height) {
        return (r, h) -> length(r, h - height) - radius;
    }

    /** An ellipsoid of the given half axes about the origin. */
    static Profile egg(double across, double along) {
        return (r, h) -> {
            double k = length(r / across, h / along);
            double slope = length(r / (across * across), h / (along * along));
            return slope < 1e-9 ? -Math.min(across, along) : k * (k - 1) / slope * 0.9;
        };
    }

    /** A cylinder from {@code bottom} to {@code top}, its edges rounded by {@code round}. */
    static Profile cylinder(double radius, double bottom, double top, double round) {
        return (r, h) -> {
            double dr = r - radius + round;
            double dh = Math.abs(h - (bottom + top) / 2) - (top - bottom) / 2 + round;
            return length(Math.max(dr, 0), Math.max(dh, 0)) + Math.min(Math.max(dr, dh), 0) - round;
        };
    }

    static Profile ring(double radius, double height, double thickness) {
        return (r, h) -> length(r - radius, h - height) - thickness;
    }

    /** An apple of radius about 1, its dimples at the poles; narrower below. */
    static Profile apple() {
        return (r, h) -> {
            double taper = r * (1 - 0.14 * h);
            return (length(taper - 0.38, h / 1.32) - 0.64) * 0.8;
        };
    }

    /** The wall of a sphere about {@code height} below {@code rim}, the edge rounded. */
    static Profile shell(double radius, double height, double rim, double thickness) {
        double cos = (height - rim) / radius;
        double sin = Math.sqrt(1 - cos * cos);
        return (r, h) -> {
            double down = height - h;
            boolean facesWall = cos * r < sin * down;
            double d = facesWall ? Math.abs(length(r, down) - radius) : length(r - sin * radius, down - cos * radius);
            return d - thickness;
        };
    }

    /** The union of two, with a fillet of about {@code fillet}. */
    default Profile with(Profile that, double fillet) {
        return (r, h) -> {
            double a = distance(r, h);
            double b = that.distance(r, h);
            double overlap = Math.max(fillet - Math.abs(a - b), 0) / fillet;
            return Math.min(a, b) - overlap * overlap * fillet / 4;
        };
    }

    default Profile without(Profile that) {
        return (r, h) -> Math.max(distance(r, h), -that.distance(r, h));
    }

    default Profile scaled(double factor) {
        return (r, h) -> distance(r / factor, h / factor) * factor;
    }

    private static double length(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }
}

package tinct.samples;

/** A thing turned on a lathe, set somewhere in space. */
final class Solid {
    private final Vec center;
    private final Vec right;
    private final Vec axis;
    private final Vec front;
    private final double radius;
    private final double bottom;
    private final double top;
    private final Profile profile;
    final Material material;

    /** The thing must lie within {@code radius} of its axis and between the heights {@code bottom} and {@code top} on it. */
    Solid(Vec center, Vec axis, double radius, double bottom, double top, Profile profile, Material material) {
        this.center = center;
        this.axis = axis.unit();
        this.right = this.axis.perpendicular();
        this.front = right.cross(this.axis);
        this.radius = radius;
        this.bottom = bottom;
        this.top = top;
        this.profile = profile;
        this.material = material;
    }

    /** Distance along the ray to the surface, infinite if there is none before {@code limit}. */
    double hit(Vec origin, Vec direction, double limit) {
        Vec o = local(origin.minus(center));
        Vec d = local(direction);
        double toBottom = (bottom - o.y()) / d.y();
        double toTop = (top - o.y()) / d.y();
        double start = Math.max(0, Math.min(toBottom, toTop));
        double end = Math.min(limit, Math.max(toBottom, toTop));
        double a = d.x() * d.x() + d.z() * d.z();
        double b = o.x() * d.x() + o.z() * d.z();
        double discriminant = b * b - a * (o.x() * o.x() + o.z() * o.z() - radius * radius);
        if (start >= end || discriminant <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double half = Math.sqrt(discriminant);
        return march(o, d, Math.max(start, (-b - half) / a), Math.min(end, (half - b) / a));
    }

    private double march(Vec o, Vec d, double start, double end) {
        double t = start;
        for (int step = 0; step < 96 && t < end; step++) {
            double x = o.x() + t * d.x();
            double z = o.z() + t * d.z();
            double distance = profile.distance(Math.sqrt(x * x + z * z), o.y() + t * d.y());
            if (distance < 1.5e-3) {
                return t;
            }
            t += distance;
        }
        return Double.POSITIVE_INFINITY;
    }

    /** A point of space in the thing's own frame: y along its axis. */
    Vec toLocal(Vec p) {
        return local(p.minus(center));
    }

    /** The unit normal, in space, at a point of its own frame; with its relief if {@code fine}. */
    Vec normal(Vec p, boolean fine) {
        double r = Math.sqrt(p.x() * p.x() + p.z() * p.z());
        double e = 1e-4;
        double dr = profile.distance(r + e, p.y()) - profile.distance(Math.abs(r - e), p.y());
        double dh = profile.distance(r, p.y() + e) - profile.distance(r, p.y() - e);
        double inverse = r < 1e-9 ? 0 : 1 / r;
        Vec n = new Vec(dr * p.x() * inverse, dh, dr * p.z() * inverse).unit();
        if (fine) {
            n = material.tilt(n, p);
        }
        return right.times(n.x()).plus(axis.times(n.y())).plus(front.times(n.z()));
    }

    private Vec local(Vec p) {
        return new Vec(p.dot(right), p.dot(axis), p.dot(front));
    }
}

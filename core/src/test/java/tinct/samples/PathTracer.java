package tinct.samples;

import org.jspecify.annotations.Nullable;

/**
 * Light in a room: things on a table before a wall, lit by a window at the left. Direct light and one bounce are traced,
 * and mirror images on glossy surfaces; farther bounces are a constant.
 */
final class PathTracer {
    private static final Vec WINDOW = new Vec(-6.5, 6.6, 4.6);
    private static final double WINDOW_SIZE = 4.4;
    private static final Vec DAYLIGHT = new Vec(17.5, 16.4, 14.6);
    private static final Vec WINDOW_NORMAL =
            new Vec(0.2, 0.9, -0.3).minus(WINDOW).unit();
    private static final Vec WINDOW_ACROSS = Vec.UP.cross(WINDOW_NORMAL).unit().times(WINDOW_SIZE);
    private static final Vec WINDOW_ALONG = WINDOW_NORMAL.cross(WINDOW_ACROSS);
    private static final double TABLE_END = -4.4;
    private static final double WALL = -8;
    private static final double EPSILON = 4e-3;

    private final Solid[] solids;
    private final Material table;
    private final Material wall;

    PathTracer(Solid[] solids, Material table, Material wall) {
        this.solids = solids;
        this.table = table;
        this.wall = wall;
    }

    /** A lit point: its place, unit normal, scattered share of light, and glaze. */
    private record Hit(Vec place, Vec normal, Vec color, double gloss, double roughness) {}

    /** Light that comes to {@code origin} against {@code direction}. */
    Vec radiance(Vec origin, Vec direction, Sampler sampler) {
        Hit hit = find(origin, direction, true);
        if (hit == null) {
            return surroundings(direction);
        }
        Vec light = direct(hit, sampler).plus(hit.color.times(bounced(hit, sampler)));
        return hit.gloss > 0 ? mirrored(hit, direction, light, sampler) : light;
    }

    private Vec bounced(Hit hit, Sampler sampler) {
        sampler.next();
        Vec direction = scattered(hit.normal, sampler.u, sampler.v);
        Hit next = find(hit.place, direction, false);
        return next == null ? surroundings(direction) : direct(next, sampler).plus(next.color.times(0.14));
    }

    private Vec mirrored(Hit hit, Vec direction, Vec light, Sampler sampler) {
        double cos = Math.max(0, -hit.normal.dot(direction));
        double rest = 1 - cos;
        double share = hit.gloss * (0.04 + 0.96 * rest * rest * rest * rest * rest);
        sampler.next();
        Vec fuzz = scattered(hit.normal, sampler.u, sampler.v).minus(hit.normal).times(hit.roughness);
        Vec mirror = direction.plus(hit.normal.times(2 * cos)).plus(fuzz).unit();
        Hit next = find(hit.place, mirror, false);
        Vec seen = next != null
                ? direct(next, sampler).plus(next.color.times(0.14))
                : surroundings(mirror).plus(window(hit.place, mirror));
        return light.mix(seen, share);
    }

    /** Daylight scattered at a point: one random place of the window, if it is in view. */
    private Vec direct(Hit hit, Sampler sampler) {
        sampler.next();
        Vec way = WINDOW.plus(WINDOW_ACROSS.times(sampler.u - 0.5))
                .plus(WINDOW_ALONG.times(sampler.v - 0.5))
                .minus(hit.place);
        double square = way.dot(way);
        double distance = Math.sqrt(square);
        Vec direction = way.times(1 / distance);
        double cos = hit.normal.dot(direction);
        double windowCos = -WINDOW_NORMAL.dot(direction);
        if (cos <= 0 || windowCos <= 0 || blocked(hit.place, direction, distance)) {
            return Vec.ZERO;
        }
        double area = WINDOW_SIZE * WINDOW_SIZE;
        return hit.color.times(DAYLIGHT).times(cos * windowCos * area / (StrictMath.PI * square));
    }

    /** The window itself as mirrors show it: four panes. */
    private static Vec window(Vec origin, Vec direction) {
        double facing = WINDOW_NORMAL.dot(direction);
        if (facing >= 0) {
            return Vec.ZERO;
        }
        Vec p = origin.plus(direction.times(WINDOW.minus(origin).dot(WINDOW_NORMAL) / facing))
                .minus(WINDOW);
        double across = Math.abs(p.dot(WINDOW_ACROSS)) / (WINDOW_SIZE * WINDOW_SIZE);
        double along = Math.abs(p.dot(WINDOW_ALONG)) / (WINDOW_SIZE * WINDOW_SIZE);
        boolean glass = across > 0.03 && across < 0.5 && along > 0.03 && along < 0.5;
        return glass ? DAYLIGHT : Vec.ZERO;
    }

    private static Vec surroundings(Vec direction) {
        return new Vec(0.17, 0.18, 0.21).times(1 + 0.5 * direction.y());
    }

    private boolean blocked(Vec origin, Vec direction, double distance) {
        for (Solid solid : solids) {
            if (solid.hit(origin, direction, distance) < distance) {
                return true;
            }
        }
        return false;
    }

    /** The nearest surface along a ray; {@code fine} asks for its relief and painting too. */
    private @Nullable Hit find(Vec origin, Vec direction, boolean fine) {
        double nearest = Double.POSITIVE_INFINITY;
        Solid solid = null;
        Material material = table;
        Vec normal = Vec.UP;
        double t = -origin.y() / direction.y();
        if (t > EPSILON && origin.z() + t * direction.z() > TABLE_END) {
            nearest = t;
        }
        t = (WALL - origin.z()) / direction.z();
        if (t > EPSILON && t < nearest) {
            nearest = t;
            material = wall;
            normal = new Vec(0, 0, 1);
        }
        for (Solid candidate : solids) {
            t = candidate.hit(origin, direction, nearest);
            if (t < nearest) {
                nearest = t;
                solid = candidate;
            }
        }
        if (nearest == Double.POSITIVE_INFINITY) {
            return null;
        }
        Vec place = origin.plus(direction.times(nearest));
        if (solid != null) {
            Vec local = solid.toLocal(place);
            Vec flat = solid.normal(local, false);
            normal = fine ? solid.normal(local, true) : flat;
            return hit(place.plus(flat.times(EPSILON)), normal, solid.material, local, fine);
        }
        Vec tilted = fine ? material.tilt(normal, place) : normal;
        return hit(place.plus(normal.times(EPSILON)), tilted, material, place, fine);
    }

    private static Hit hit(Vec place, Vec normal, Material material, Vec local, boolean fine) {
        Vec color = fine ? material.color().at(local) : material.average();
        return new Hit(place, normal, color, material.gloss(), material.roughness());
    }

    /** A direction about {@code normal}, as likely as its cosine. */
    private static Vec scattered(Vec normal, double u, double v) {
        double angle = 2 * StrictMath.PI * u;
        double r = Math.sqrt(v);
        Vec across = normal.perpendicular();
        return across.times(r * StrictMath.cos(angle))
                .plus(normal.cross(across).times(r * StrictMath.sin(angle)))
                .plus(normal.times(Math.sqrt(1 - v)));
    }
}

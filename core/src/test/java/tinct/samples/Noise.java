package tinct.samples;

/** Randomness that is a function of place. */
final class Noise {
    private Noise() {}

    /** A well mixed hash of three integers. */
    static int hash(int x, int y, int z) {
        int h = x * 0x27D4EB2D ^ y * 0x165667B1 ^ z * 0x9E3779B1;
        h = (h ^ h >>> 15) * 0x2C1B3C6D;
        h = (h ^ h >>> 12) * 0x297A2D39;
        return h ^ h >>> 15;
    }

    /** A number in [0, 1) for three integers. */
    static double uniform(int x, int y, int z) {
        return (hash(x, y, z) >>> 8) * 0x1p-24;
    }

    /** Smooth value noise in -1..1 with features of size about 1. */
    static double at(double x, double y, double z) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        int iz = (int) Math.floor(z);
        double fx = fade(x - ix);
        double fy = fade(y - iy);
        double fz = fade(z - iz);
        double near = mix(edge(ix, iy, iz, fx), edge(ix, iy + 1, iz, fx), fy);
        double far = mix(edge(ix, iy, iz + 1, fx), edge(ix, iy + 1, iz + 1, fx), fy);
        return 2 * mix(near, far, fz) - 1;
    }

    static double at(Vec p, double frequency) {
        return at(p.x() * frequency, p.y() * frequency, p.z() * frequency);
    }

    /** Noise of several octaves, each of half the size and half the height of the one before; about -1..1. */
    static double fractal(double x, double y, double z, int octaves) {
        double sum = 0;
        double scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += at(x * scale + 17.3 * octave, y * scale - 9.1 * octave, z * scale + 4.7 * octave) / scale;
            scale *= 2;
        }
        return sum / 1.5;
    }

    static double fractal(Vec p, double frequency, int octaves) {
        return fractal(p.x() * frequency, p.y() * frequency, p.z() * frequency, octaves);
    }

    /** Distance to the nearest of points strewn one a unit cell, 0..about 1.2. */
    static double cells(Vec p, double frequency) {
        double x = p.x() * frequency;
        double y = p.y() * frequency;
        double z = p.z() * frequency;
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        int iz = (int) Math.floor(z);
        double nearest = 4;
        for (int i = 0; i < 27; i++) {
            int cx = ix + i % 3 - 1;
            int cy = iy + i / 3 % 3 - 1;
            int cz = iz + i / 9 - 1;
            int place = hash(cx, cy, cz);
            double dx = cx + (place & 0x3FF) * 0x1p-10 - x;
            double dy = cy + (place >> 10 & 0x3FF) * 0x1p-10 - y;
            double dz = cz + (place >> 20 & 0x3FF) * 0x1p-10 - z;
            nearest = Math.min(nearest, dx * dx + dy * dy + dz * dz);
        }
        return Math.sqrt(nearest);
    }

    /** 0 below {@code low}, 1 above {@code high}, smooth between. */
    static double step(double low, double high, double value) {
        double share = Math.max(0, Math.min(1, (value - low) / (high - low)));
        return share * share * (3 - 2 * share);
    }

    static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    private static double edge(int x, int y, int z, double share) {
        return mix(uniform(x, y, z), uniform(x + 1, y, z), share);
    }

    private static double fade(double t) {
        return t * t * t * (t * (t * 6 - 15) + 10);
    }
}

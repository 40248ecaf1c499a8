package tinct.samples;

import java.util.stream.IntStream;
import tinct.image.Image;
import tinct.samples.Material.Paint;

/** Fruit and pottery on a table by a window, seen through a lens, on film: more than 50,000 colours. */
final class StillLife implements Drawing {
    private static final int WIDTH = 768;
    private static final int HEIGHT = 512;
    private static final int SAMPLES = 16;
    private static final Vec EYE = new Vec(0.1, 3.7, 11.2);
    private static final Vec FORWARD = new Vec(0.1, 1.28, 0).minus(EYE).unit();
    private static final Vec RIGHT = FORWARD.cross(Vec.UP).unit();
    private static final Vec UPWARD = RIGHT.cross(FORWARD);
    private static final double FOCUS = 10.4;
    private static final double LENS = 0.11;

    private final PathTracer tracer = new PathTracer(things(), table(), wall());

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
        return crop(x, y, 1, 1).argb(0, 0);
    }

    /** Traced with a border of one pixel, then softened a little, which evens out what random sampling leaves. */
    @Override
    public Image crop(int left, int top, int width, int height) {
        Vec[][] light = new Vec[height + 2][width + 2];
        IntStream.range(0, height + 2).parallel().forEach(y -> {
            for (int x = 0; x < width + 2; x++) {
                light[y][x] = light(left + x - 1, top + y - 1);
            }
        });
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            int y = i / width;
            Vec soft = soften(soften(light[y], x), soften(light[y + 1], x), soften(light[y + 2], x));
            argb[i] = Film.expose(soft, left + x, top + y);
        }
        return new Image(width, height, argb);
    }

    private static Vec soften(Vec[] row, int x) {
        return soften(row[x], row[x + 1], row[x + 2]);
    }

    private static Vec soften(Vec before, Vec here, Vec after) {
        return before.plus(after).plus(here.times(3)).times(0.2);
    }

    private Vec light(int x, int y) {
        Sampler sampler = new Sampler(Noise.hash(x, y, 1), SAMPLES);
        Vec light = Vec.ZERO;
        for (int number = 0; number < SAMPLES; number++) {
            sampler.start(number);
            light = light.plus(seen(x, y, sampler));
        }
        return light.times(1.0 / SAMPLES);
    }

    private Vec seen(int x, int y, Sampler sampler) {
        sampler.next();
        double across = (x + sampler.u - WIDTH / 2.0) / HEIGHT * 0.47;
        double up = (HEIGHT / 2.0 - y - sampler.v) / HEIGHT * 0.47;
        Vec sharp = EYE.plus(
                FORWARD.plus(RIGHT.times(across)).plus(UPWARD.times(up)).times(FOCUS));
        sampler.next();
        double angle = 2 * StrictMath.PI * sampler.u;
        double r = LENS * Math.sqrt(sampler.v);
        Vec from = EYE.plus(RIGHT.times(r * StrictMath.cos(angle))).plus(UPWARD.times(r * StrictMath.sin(angle)));
        return tracer.radiance(from, sharp.minus(from).unit(), sampler);
    }

    private static Solid[] things() {
        Vec bowl = new Vec(0.25, 0, 0);
        return new Solid[] {
            new Solid(bowl.plus(new Vec(0, 0.7, 0)), Vec.UP, 1.56, -0.71, 0.51, Pottery.bowl(), Pottery.celadon()),
            new Solid(
                    bowl.plus(new Vec(-0.62, 1.02, 0.36)),
                    new Vec(0.3, 1, 0.5),
                    0.63,
                    -0.6,
                    0.62,
                    Fruit.ball(0.62),
                    Fruit.orange()),
            new Solid(
                    bowl.plus(new Vec(0.64, 1.03, 0.36)),
                    new Vec(0.35, 1, 0.3),
                    0.64,
                    -0.52,
                    0.69,
                    Fruit.apple(0.6),
                    Fruit.greenApple()),
            new Solid(
                    bowl.plus(new Vec(0, 1.02, -0.7)),
                    new Vec(-0.2, 1, -0.4),
                    0.63,
                    -0.6,
                    0.62,
                    Fruit.ball(0.62),
                    Fruit.orange()),
            new Solid(
                    bowl.plus(new Vec(0.0, 1.93, 0.02)),
                    new Vec(-0.25, 1, 0.3),
                    0.66,
                    -0.54,
                    0.71,
                    Fruit.apple(0.62),
                    Fruit.redApple()),
            new Solid(new Vec(-2.35, 1.6, -1.3), Vec.UP, 0.78, -1.61, 1.6, Pottery.bottle(), Pottery.rose()),
            new Solid(new Vec(-1.2, 0.8, -2.3), Vec.UP, 0.84, -0.81, 0.88, Pottery.jar(), Pottery.cream()),
            new Solid(
                    new Vec(2.62, 0.86, -0.2),
                    new Vec(-0.12, 1, 0.1),
                    0.76,
                    -0.87,
                    1.36,
                    Fruit.pear(),
                    Fruit.pearSkin()),
            new Solid(
                    new Vec(-1.75, 0.47, 1.15),
                    new Vec(1, 0.06, 0.45),
                    0.48,
                    -0.71,
                    0.75,
                    Fruit.lemon(),
                    Fruit.lemonSkin()),
            new Solid(
                    new Vec(1.62, 0.4, 1.5),
                    new Vec(0.5, 1, 0.3),
                    0.41,
                    -0.45,
                    0.45,
                    Profile.egg(0.4, 0.44),
                    Fruit.plum()),
            new Solid(
                    new Vec(2.42, 0.38, 1.25),
                    new Vec(-0.9, 0.3, 0.5),
                    0.39,
                    -0.44,
                    0.44,
                    Profile.egg(0.38, 0.43),
                    Fruit.plum()),
        };
    }

    private static Material table() {
        return new Material(StillLife::wood, new Vec(0.42, 0.22, 0.1), Material.SMOOTH, 0.55, 0.22);
    }

    private static double grain(Vec p) {
        return Noise.fractal(p.x() * 1.1, 0, p.z() * 26, 3);
    }

    private static Vec wood(Vec p) {
        double plank = Math.floor(p.z() / 1.55 + 0.35);
        double seam = Math.abs(p.z() / 1.55 + 0.35 - plank - 0.5) * 2;
        double shift = 31 * plank;
        double rings = Noise.fractal(p.x() * 0.22 + shift, 0, p.z() * 1.5, 3) * 4.5 + p.z() * 1.3;
        double ring = Noise.step(0.1, 0.9, rings - Math.floor(rings));
        double tone = 0.5 * ring + 0.28 * grain(p) + 0.16 * Noise.at(shift, 0, 0.5);
        Vec color = new Vec(0.50, 0.27, 0.125).mix(new Vec(0.29, 0.135, 0.058), Math.max(0, Math.min(1, tone)));
        return color.times(1 - 0.75 * Noise.step(0.975, 0.995, seam));
    }

    private static Material wall() {
        Paint plaster = p -> {
            double patch = Noise.fractal(p.x() * 0.35, p.y() * 0.35, 3, 3);
            return new Vec(0.30, 0.38, 0.40).times(1 + 0.12 * patch);
        };
        return new Material(plaster, new Vec(0.3, 0.38, 0.4), Material.SMOOTH, 0, 0);
    }
}

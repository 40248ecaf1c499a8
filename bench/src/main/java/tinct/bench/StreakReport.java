package tinct.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import tinct.Result;
import tinct.Settings;
import tinct.Tinct;
import tinct.codec.Format;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.metrics.Ssimulacra2;
import tinct.palette.KMeansQuantizer;
import tinct.remap.RateAware;

/**
 * Streaks that rate-aware indices leave in smooth pictures; see {@link Streaks}.
 *
 * <pre>{@code
 * StreakReport [k=32] [levels=0,10,20,30,45,65,90] [effort=5] [format=png|gif|webp|tinct] [figure=OUT.png]
 * }</pre>
 *
 * <p>Four patterns are mapped, each upright and transposed: a ramp, a sky, skin and a vignette, all but the ramp with the
 * noise of a camera. So few colours stand for the share that a smooth area gets of a photograph's palette. Prints CSV
 * rows pattern,level,bytes,ssimulacra2,streaks: means of both ways, and the ratio over both. Or writes a part of each
 * pattern at each level, three times as large, as a picture: patterns below each other.
 */
final class StreakReport {
    private static final int SIDE = 320;

    /* Of a figure: the part of a pattern that is shown, how large, and what is between the parts. */
    private static final int PART_X = 110;
    private static final int PART_Y = 120;
    private static final int PART_WIDTH = 84;
    private static final int PART_HEIGHT = 60;
    private static final int ZOOM = 3;
    private static final int GAP = 4;

    private static final List<Pattern> PATTERNS = List.of(
            new Pattern("ramp", 0x281E3C, 0xE6C896, 0, (x, y) -> (0.8 * x + 0.6 * y) / 1.4),
            new Pattern("sky", 0x4678C8, 0xC8DCF0, 0.8, (x, y) -> Math.pow(y, 1.2) + 0.05 * Math.sin(3 * x)),
            new Pattern(
                    "skin",
                    0xB07858,
                    0xF0C8A8,
                    1.2,
                    (x, y) -> 0.5 + 0.3 * Math.sin(5 * x + 2 * y) + 0.2 * Math.cos(4 * y - 3 * x * y)),
            new Pattern(
                    "vignette",
                    0xD2BEB4,
                    0x3C2832,
                    0.8,
                    (x, y) -> 2 * ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5))));

    private final Options options =
            new Options("k=32", "levels=0,10,20,30,45,65,90", "effort=5", "format=png", "figure=");

    private StreakReport(String... args) {
        options.with(args);
        if (!options.names().isEmpty()) {
            throw new IllegalArgumentException("unknown: " + options.names().get(0));
        }
    }

    public static void main(String... args) throws IOException {
        StreakReport report = new StreakReport(args);
        if (report.options.text("figure").isEmpty()) {
            report.print();
        } else {
            report.draw(Path.of(report.options.text("figure")));
        }
    }

    private void draw(Path file) throws IOException {
        String[] levels = options.list("levels");
        int wide = levels.length * (PART_WIDTH * ZOOM + GAP) - GAP;
        int high = PATTERNS.size() * (PART_HEIGHT * ZOOM + GAP) - GAP;
        int[] argb = new int[wide * high];
        Arrays.fill(argb, 0xFFFFFFFF);
        for (int row = 0; row < PATTERNS.size(); row++) {
            Image pattern = PATTERNS.get(row).draw(false);
            for (int column = 0; column < levels.length; column++) {
                int[] part = Image.copyOf(Tinct.compress(pattern, settings(levels[column]))
                                .image())
                        .pixels();
                int corner = row * (PART_HEIGHT * ZOOM + GAP) * wide + column * (PART_WIDTH * ZOOM + GAP);
                for (int y = 0; y < PART_HEIGHT * ZOOM; y++) {
                    for (int x = 0; x < PART_WIDTH * ZOOM; x++) {
                        argb[corner + y * wide + x] = part[(PART_Y + y / ZOOM) * SIDE + PART_X + x / ZOOM];
                    }
                }
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            Format.PNG.write(
                    Tinct.compress(new Image(wide, high, argb), Settings.DEFAULT)
                            .image(),
                    out);
        }
    }

    private Settings settings(String level) {
        return new Settings(
                        options.number("k"),
                        KMeansQuantizer.DEFAULT.withSpace(ColorSpace.OKLAB),
                        new RateAware(Double.parseDouble(level), options.number("effort")),
                        2)
                .forFormat(options.format("format"));
    }

    private void print() throws IOException {
        System.out.println("pattern,level,bytes,ssimulacra2,streaks");
        for (Pattern pattern : PATTERNS) {
            for (String level : options.list("levels")) {
                print(pattern, level);
            }
        }
    }

    private void print(Pattern pattern, String level) throws IOException {
        Settings settings = settings(level);
        Streaks streaks = new Streaks();
        int bytes = 0;
        double score = 0;
        for (boolean transposed : new boolean[] {false, true}) {
            Image image = pattern.draw(transposed);
            Result result = Tinct.compress(image, settings);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            options.format("format").write(result.image(), file);
            bytes += file.size();
            score += Ssimulacra2.of(image, 2).score(result.image(), 2);
            streaks.add(image, Image.copyOf(result.image()));
        }
        System.out.println(String.format(
                Locale.ROOT, "%s,%s,%d,%.2f,%.3f", pattern.name(), level, bytes / 2, score / 2, streaks.ratio()));
    }

    /** Where a pattern is between two colours; x and y are 0..1. */
    private interface Mixture {
        double at(double x, double y);
    }

    private record Pattern(String name, int first, int second, double noise, Mixture mixture) {
        Image draw(boolean transposed) {
            SplittableRandom random = new SplittableRandom(1);
            int[] argb = new int[SIDE * SIDE];
            for (int i = 0; i < argb.length; i++) {
                double x = i % SIDE / (SIDE - 1.0);
                double y = i / SIDE / (SIDE - 1.0);
                double share = transposed ? mixture.at(y, x) : mixture.at(x, y);
                argb[i] = 0xFF000000
                        | channel(16, share, random) << 16
                        | channel(8, share, random) << 8
                        | channel(0, share, random);
            }
            return new Image(SIDE, SIDE, argb);
        }

        private int channel(int shift, double share, SplittableRandom random) {
            double value = (first >> shift & 0xFF) * (1 - share) + (second >> shift & 0xFF) * share;
            // Twelve uniform numbers add up to nearly a normal one.
            double sum = -6;
            for (int i = 0; i < 12; i++) {
                sum += random.nextDouble();
            }
            return (int) Math.max(0, Math.min(255, Math.rint(value + noise * sum)));
        }
    }
}

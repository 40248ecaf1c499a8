package tinct.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tinct.app.Cli;
import tinct.app.TestPictures;
import tinct.image.Image;
import tinct.image.Palette;

/**
 * Random pictures with random settings: no more colours than asked for, size and opacity kept, exact where it can be, the
 * same bytes for any number of threads, and readable by decoders that are not ours.
 */
final class RandomSettings implements Trial {
    private static final List<String> FORMATS = List.of("png", "gif", "webp", "tinct");
    private static final List<String> DITHERS = List.of(
            "none", "auto", "floyd-steinberg", "floyd-steinberg:0.5", "atkinson", "bayer", "blue-noise", "bayer:0.3");

    @Override
    public String name() {
        return "random settings";
    }

    @Override
    public Optional<String> run(long seed, Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Image source = RandomPictures.of(random, random.nextInt(12) == 0 ? 400 : 70);
        Path in = TestPictures.png(folder.resolve("in.png"), source);
        String format = FORMATS.get(random.nextInt(FORMATS.size()));
        int colors = random.nextInt(3) == 0 ? 256 : 1 + random.nextInt(256);
        List<String> options = options(random, colors);
        byte[] bytes = {};
        for (int threads : new int[] {1, 2, 7}) {
            Path out = folder.resolve("out" + threads + "." + format);
            List<Object> line = new ArrayList<>(List.of("compress", in, "-o", out, "-t", threads, "--no-config"));
            line.addAll(options);
            Cli cli = Cli.run(line.toArray());
            if (cli.exitCode() != 0) {
                boolean tooFew = colors == 1 && cli.err().contains("2 is the least"); // beside transparent pixels
                return tooFew ? Optional.empty() : Optional.of(cli + " to " + line);
            }
            byte[] own = Files.readAllBytes(out);
            if (threads > 1 && !Arrays.equals(own, bytes)) {
                return Optional.of("other bytes with " + threads + " threads: " + line);
            }
            bytes = own;
        }
        Path out = folder.resolve("out1." + format);
        return judge(source, out, format, colors, options).map(wrong -> wrong + "; " + options + " " + format);
    }

    static List<String> options(SplittableRandom random, int colors) {
        List<String> options = new ArrayList<>(List.of("-k", Integer.toString(colors), "--force-larger"));
        String dither = DITHERS.get(random.nextInt(DITHERS.size()));
        int level = random.nextInt(4) == 0 ? random.nextInt(101) : 0;
        String[][] choices = {
            // These exclude each other, but where one is none.
            level == 0 || dither.equals("none")
                    ? new String[] {"--dither", dither, "--lossy", Integer.toString(level)}
                    : new String[] {"--lossy", Integer.toString(level)},
            {"--effort", Integer.toString(1 + random.nextInt(7))},
            {"--space", List.of("srgb", "linear", "oklab", "lab").get(random.nextInt(4))},
            {
                "--method",
                List.of("kmeans", "bounds", "lloyd", "minibatch", "wu", "mediancut")
                        .get(random.nextInt(6))
            },
            {"--seed", Integer.toString(random.nextInt(1000))},
            {"--transparent-first"},
        };
        for (String[] choice : choices) {
            if (random.nextBoolean()) {
                options.addAll(List.of(choice));
            }
        }
        return options;
    }

    private static Optional<String> judge(Image source, Path out, String format, int colors, List<String> options)
            throws IOException {
        Image result;
        if (format.equals("tinct")) {
            Path png = out.resolveSibling("expanded.png");
            Cli cli = Cli.run("expand", out, "-o", png);
            if (cli.exitCode() != 0) {
                return Optional.of("cannot be expanded: " + cli);
            }
            result = TestPictures.read(png);
        } else {
            result = TestPictures.read(out);
        }
        if (result.width() != source.width() || result.height() != source.height()) {
            return Optional.of("another size: " + result);
        }
        long shown = distinct(result);
        if (shown > colors) {
            return Optional.of(shown + " colours instead of " + colors);
        }
        if (source.opaque() && !result.opaque()) {
            return Optional.of("no longer opaque");
        }
        boolean veils = !source.opaque() && format.equals("gif"); // where veils become holes
        boolean lossy = options.contains("--lossy")
                && !options.get(options.indexOf("--lossy") + 1).equals("0");
        Image visible = visible(source);
        boolean kept = options.contains("--transparent-first")
                && IntStream.of(visible.pixels()).noneMatch(argb -> argb == 0);
        int left = kept ? colors - 1 : colors; // for the colours that there are
        if (!veils && !lossy && distinct(visible) <= left && !visible(result).equals(visible)) {
            return Optional.of("not exact, though it has " + distinct(visible) + " colours");
        }
        return Others.read(out, format, result);
    }

    private static Image visible(Image image) {
        int[] argb = IntStream.of(image.pixels()).map(Palette::visible).toArray();
        return new Image(image.width(), image.height(), argb);
    }

    private static long distinct(Image image) {
        return IntStream.of(image.pixels()).map(Palette::visible).distinct().count();
    }
}

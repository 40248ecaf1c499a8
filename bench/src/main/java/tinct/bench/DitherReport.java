package tinct.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tinct.Settings;
import tinct.Tinct;
import tinct.codec.PngWriter;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.metrics.Ssimulacra2;
import tinct.remap.Atkinson;
import tinct.remap.AutoDither;
import tinct.remap.Bayer;
import tinct.remap.BlueNoise;
import tinct.remap.Ditherer;
import tinct.remap.FloydSteinberg;
import tinct.remap.NoDither;
import tinct.remap.Remapper;

/**
 * SSIMULACRA 2 and bytes as PNG of every ditherer, with the same palettes, picture by picture.
 *
 * <pre>{@code
 * DitherReport FILE|FOLDER|ramp|vignette...
 * DitherReport figure OUT.png FILE K X Y WIDTH HEIGHT
 * }</pre>
 *
 * <p>The first prints a Markdown table for k = 16, 64, 256; {@code ramp} and {@code vignette} are drawn. The second writes
 * a part of a picture, twice as large, with each ditherer: none, auto, Floyd-Steinberg above, Atkinson, Bayer, blue noise
 * below.
 */
final class DitherReport {
    private static final int[] COLORS = {16, 64, 256};
    private static final int GAP = 4;

    private DitherReport() {}

    public static void main(String... args) throws IOException {
        if (args[0].equals("figure")) {
            int[] numbers =
                    Arrays.stream(args, 3, 8).mapToInt(Integer::parseInt).toArray();
            Image picture = Corpus.load(Path.of(args[2]));
            try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
                PngWriter.write(figure(picture, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]), out);
            }
        } else {
            print(args);
        }
    }

    private static Map<String, Ditherer> ditherers() {
        Map<String, Ditherer> ditherers = new LinkedHashMap<>();
        ditherers.put("none", new NoDither());
        ditherers.put("auto", AutoDither.DEFAULT);
        ditherers.put("floyd-steinberg", FloydSteinberg.DEFAULT);
        ditherers.put("atkinson", Atkinson.DEFAULT);
        ditherers.put("bayer", Bayer.DEFAULT);
        ditherers.put("blue-noise", BlueNoise.DEFAULT);
        return ditherers;
    }

    private static void print(String... names) throws IOException {
        Map<String, Ditherer> ditherers = ditherers();
        ditherers.put("floyd-steinberg:0.75", new FloydSteinberg(0.75));
        System.out.println("| picture | k | " + String.join(" | ", ditherers.keySet()) + " |");
        System.out.println("| --- | ---:" + " | ---:".repeat(ditherers.size()) + " |");
        for (Map.Entry<String, Image> picture : pictures(names).entrySet()) {
            Image image = picture.getValue();
            Ssimulacra2 original = Ssimulacra2.of(image, 1);
            for (int colors : COLORS) {
                Palette palette = palette(image, colors);
                List<String> cells = new ArrayList<>();
                for (Ditherer ditherer : ditherers.values()) {
                    IndexedImage mapped = mapped(image, palette, ditherer);
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    PngWriter.write(mapped, bytes);
                    cells.add(
                            String.format(Locale.ROOT, "%.1f, %.1f", original.score(mapped, 1), bytes.size() / 1000.0));
                }
                System.out.println("| " + picture.getKey() + " | " + colors + " | " + String.join(" | ", cells) + " |");
            }
        }
    }

    private static Palette palette(Image image, int colors) {
        return Tinct.compress(image, Settings.DEFAULT.withMaxColors(colors)).palette();
    }

    private static IndexedImage mapped(Image image, Palette palette, Ditherer ditherer) throws IOException {
        return new Remapper(palette, Settings.DEFAULT.quantizer().space(), ditherer).remap(image, 1);
    }

    private static Map<String, Image> pictures(String... names) throws IOException {
        Map<String, Image> pictures = new LinkedHashMap<>();
        List<String> files = new ArrayList<>();
        for (String name : names) {
            switch (name) {
                case "ramp" -> pictures.put(name, ramp());
                case "vignette" -> pictures.put(name, vignette());
                default -> files.add(name);
            }
        }
        for (Path file : Corpus.files(files)) {
            pictures.put(Corpus.name(file), Corpus.load(file));
        }
        return pictures;
    }

    private static Image ramp() {
        int[] argb = new int[512 * 256];
        Arrays.setAll(argb, i -> {
            int x = i % 512, y = i / 512;
            return 0xFF000000 | x * 200 / 512 + 20 << 16 | x * 120 / 512 + y * 60 / 256 + 30 << 8 | 200 - x * 100 / 512;
        });
        return new Image(512, 256, argb);
    }

    private static Image vignette() {
        int[] argb = new int[512 * 384];
        Arrays.setAll(argb, i -> {
            double x = (i % 512 - 256) / 256.0, y = (i / 512 - 192) / 256.0;
            double light = 1 / (1 + 0.9 * (x * x + y * y));
            light *= light;
            return 0xFF000000 | level(230 * light) << 16 | level(190 * light) << 8 | level(150 * light + 10);
        });
        return new Image(512, 384, argb);
    }

    private static int level(double value) {
        return (int) (value + 0.5);
    }

    private static IndexedImage figure(Image picture, int colors, int x0, int y0, int width, int height)
            throws IOException {
        Palette palette = palette(picture, colors);
        int wide = 3 * (2 * width + GAP) - GAP;
        int high = 2 * (2 * height + GAP) - GAP;
        byte[] indices = new byte[wide * high];
        int panel = 0;
        for (Ditherer ditherer : ditherers().values()) {
            IndexedImage mapped = mapped(picture, palette, ditherer);
            int left = panel % 3 * (2 * width + GAP);
            int top = panel / 3 * (2 * height + GAP);
            for (int y = 0; y < 2 * height; y++) {
                for (int x = 0; x < 2 * width; x++) {
                    indices[(top + y) * wide + left + x] = (byte) mapped.index(x0 + x / 2, y0 + y / 2);
                }
            }
            panel++;
        }
        return new IndexedImage(wide, high, palette, indices);
    }
}

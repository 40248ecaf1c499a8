package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tinct.Settings;
import tinct.Tinct;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.remap.Ditherer;
import tinct.remap.FloydSteinberg;
import tinct.remap.NoDither;

/**
 * A program, not a test: bytes of {@link WebpWriter} and of {@code cwebp -lossless -exact -m 6 -q 100} for the PNG files in a
 * directory, indexed with 16, 64 and 256 colours, plain and dithered: {@code WebpReport DIRECTORY [plain|dithered]}. Each of
 * our files is read back by {@code dwebp}. Times are our processor time and, of cwebp, that of the clock.
 */
final class WebpReport {
    private static final int[] COLORS = {16, 64, 256};
    private static final long MAX_PIXELS = 1L << 28;

    private WebpReport() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, Ditherer> ditherers =
                new TreeMap<>(Map.of("plain", new NoDither(), "dithered", new FloydSteinberg(1)));
        if (args.length > 1) {
            ditherers.keySet().retainAll(List.of(args[1]));
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
        Path folder = Files.createTempDirectory("webp-report");
        Map<String, double[]> sums = new TreeMap<>();
        System.out.println("picture,way,colors,tinct_bytes,cwebp_bytes,percent,tinct_ms,cwebp_ms");
        for (Path file : files) {
            Image picture = Image.copyOf(PngReader.open(file, MAX_PIXELS));
            for (Map.Entry<String, Ditherer> way : ditherers.entrySet()) {
                for (int colors : COLORS) {
                    Settings settings = Settings.DEFAULT
                            .withMaxColors(colors)
                            .withDitherer(way.getValue())
                            .withThreads(1);
                    String row = file.getFileName() + "," + way.getKey() + "," + colors;
                    double[] sum = sums.computeIfAbsent("%s %3d".formatted(way.getKey(), colors), key -> new double[6]);
                    measure(row, Tinct.compress(picture, settings).image(), folder, sum);
                }
            }
        }
        sums.forEach((key, sum) -> System.out.printf(
                "%s: %.0f pictures, mean of ratios %+.2f %%, of all bytes %+.2f %%, %.0f ms and %.0f ms%n",
                key,
                sum[0],
                (sum[1] / sum[0] - 1) * 100,
                (sum[2] / sum[3] - 1) * 100,
                sum[4] / sum[0],
                sum[5] / sum[0]));
    }

    private static void measure(String row, IndexedImage image, Path folder, double[] sum)
            throws IOException, InterruptedException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WebpWriter.write(image, bytes);
        double time = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
        Path ours = Files.write(folder.resolve("ours.webp"), bytes.toByteArray());
        run(
                "dwebp",
                "-quiet",
                "-pam",
                ours.toString(),
                "-o",
                folder.resolve("ours.pam").toString());
        check(row, image, Files.readAllBytes(folder.resolve("ours.pam")));
        Path png = folder.resolve("picture.png");
        try (OutputStream out = Files.newOutputStream(png)) {
            PngWriter.write(image, out);
        }
        Path theirs = folder.resolve("theirs.webp");
        long start = System.nanoTime();
        run("cwebp", "-quiet", "-lossless", "-exact", "-m", "6", "-q", "100", png.toString(), "-o", theirs.toString());
        double cwebpTime = (System.nanoTime() - start) / 1e6;
        double ratio = bytes.size() / (double) Files.size(theirs);
        System.out.printf(
                "%s,%d,%d,%+.2f,%.0f,%.0f%n",
                row, bytes.size(), Files.size(theirs), (ratio - 1) * 100, time, cwebpTime);
        double[] values = {1, ratio, bytes.size(), Files.size(theirs), time, cwebpTime};
        Arrays.setAll(sum, i -> sum[i] + values[i]);
    }

    static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(command[0] + " failed");
        }
    }

    /** The pixels are the last part of the file: red, green, blue, alpha. */
    private static void check(String row, IndexedImage image, byte[] pam) throws IOException {
        int[] pixels = image.toImage().pixels();
        int at = pam.length - 4 * pixels.length;
        for (int pixel : pixels) {
            int read = (pam[at + 3] & 0xFF) << 24
                    | (pam[at] & 0xFF) << 16
                    | (pam[at + 1] & 0xFF) << 8
                    | pam[at + 2] & 0xFF;
            if (read != pixel) {
                throw new IOException(row + ": dwebp reads other pixels");
            }
            at += 4;
        }
    }
}

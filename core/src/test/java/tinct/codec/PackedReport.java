package tinct.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tinct.Settings;
import tinct.Tinct;
import tinct.image.Image;
import tinct.image.IndexedImage;

/**
 * A program, not a test: bytes of PNG, WebP and packed files, plain and coded, for the PNG pictures in a folder, with the
 * speed of writing and reading coded files: {@code PackedReport FOLDER K...}. Every file is read back. Speeds are the best of
 * three, by processor time of one thread.
 */
final class PackedReport {
    private static final int RUNS = 3;
    private static final long MAX_PIXELS = 1L << 28;

    private PackedReport() {}

    public static void main(String[] args) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
        System.out.println("picture,colors,png,webp,plain,packed,percent_of_webp,write_mpx_s,read_mpx_s");
        for (int i = 1; i < args.length; i++) {
            for (Path file : files) {
                Image picture = Image.copyOf(PngReader.open(file, MAX_PIXELS));
                Settings settings = Settings.DEFAULT
                        .withMaxColors(Integer.parseInt(args[i]))
                        .withThreads(1);
                report(
                        file.getFileName() + "," + args[i],
                        Tinct.compress(picture, settings).image());
            }
        }
    }

    private static void report(String row, IndexedImage image) throws IOException {
        byte[] packed = {};
        long writing = Long.MAX_VALUE;
        long reading = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = processorTime();
            packed = bytes(Format.TINCT, image);
            long written = processorTime();
            IndexedImage read = PackedReader.read(new ByteArrayInputStream(packed), MAX_PIXELS);
            long end = processorTime();
            if (!read.equals(image)) {
                throw new IOException(row + ": another picture is read back");
            }
            writing = Math.min(writing, written - start);
            reading = Math.min(reading, end - written);
        }
        int webp = bytes(Format.WEBP, image).length;
        System.out.printf(
                "%s,%d,%d,%d,%d,%.1f,%.2f,%.2f%n",
                row,
                bytes(Format.PNG, image).length,
                webp,
                PackedSize.of(image).fileBytes(),
                packed.length,
                100.0 * packed.length / webp,
                1e3 * image.pixelCount() / writing,
                1e3 * image.pixelCount() / reading);
    }

    private static byte[] bytes(Format format, IndexedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(image, out);
        return out.toByteArray();
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

package tinct.codec;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import tinct.Settings;
import tinct.Tinct;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.remap.FloydSteinberg;

/**
 * A program, not a test: bytes and processor time of every effort beside the JDK's zlib at level 9, over the index planes
 * of the PNG pictures in a folder, plain and dithered: {@code DeflateReport FOLDER K...}.
 */
final class DeflateReport {
    /* The shortest counts. */
    private static final int RUNS = 2;

    private DeflateReport() {}

    public static void main(String[] args) throws IOException {
        for (int i = 1; i < args.length; i++) {
            report(System.out, planes(Path.of(args[0]), Integer.parseInt(args[i])), args[i]);
        }
    }

    private static void report(PrintStream out, List<byte[]> planes, String k) {
        long[] zlib = total(planes, DeflateReport::zlibSize);
        out.printf("k = %s, %d planes%n", k, planes.size());
        out.printf("  zlib -9   %,12d bytes %22d ms%n", zlib[0], zlib[1]);
        for (int effort = 1; effort <= Effort.MAX; effort++) {
            int level = effort;
            long[] own = total(planes, plane -> Deflate.compress(plane, level).length);
            double change = 100.0 * (own[0] - zlib[0]) / zlib[0];
            out.printf("  effort %d  %,12d bytes %+9.2f %% %10d ms%n", effort, own[0], change, own[1]);
        }
    }

    /** Bytes, and milliseconds of processor time. */
    private static long[] total(List<byte[]> planes, ToIntFunction<byte[]> coder) {
        long bytes = 0;
        long time = 0;
        for (byte[] plane : planes) {
            long shortest = Long.MAX_VALUE;
            int size = 0;
            for (int run = 0; run < RUNS; run++) {
                long start = processorTime();
                size = coder.applyAsInt(plane);
                shortest = Math.min(shortest, processorTime() - start);
            }
            bytes += size;
            time += shortest;
        }
        return new long[] {bytes, time / 1_000_000};
    }

    private static List<byte[]> planes(Path folder, int k) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
        List<byte[]> planes = new ArrayList<>();
        for (Path file : files) {
            Image image = Image.copyOf(PngReader.open(file, 1L << 28));
            Settings settings = Settings.DEFAULT.withMaxColors(k);
            planes.add(plane(Tinct.compress(image, settings).image()));
            planes.add(plane(Tinct.compress(image, settings.withDitherer(new FloydSteinberg(1)))
                    .image()));
        }
        return planes;
    }

    /** Rows of one byte a pixel, each after its filter byte 0, as in a PNG of more than 16 colours. */
    private static byte[] plane(IndexedImage image) {
        int width = image.width();
        byte[] plane = new byte[(width + 1) * image.height()];
        for (int y = 0; y < image.height(); y++) {
            System.arraycopy(image.indices(), y * width, plane, y * (width + 1) + 1, width);
        }
        return plane;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static int zlibSize(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(data);
        deflater.finish();
        byte[] buffer = new byte[1 << 16];
        int size = 0;
        while (!deflater.finished()) {
            size += deflater.deflate(buffer);
        }
        deflater.end();
        return size;
    }
}

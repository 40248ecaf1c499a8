package tinct.codec;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * A program, not a test: bytes and processor time of every effort beside the JDK's zlib at level 9, for the raw planes
 * (inflated IDAT data) in a directory: {@code DeflateReport DIRECTORY [RUNS]}. The shortest of the runs counts.
 */
final class DeflateReport {
    private DeflateReport() {}

    public static void main(String[] args) throws IOException {
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        print(System.out, "plane", "effort", "bytes", "to zlib -9", "ms");
        for (Path file : files) {
            byte[] data = Files.readAllBytes(file);
            int zlib = zlibSize(data);
            for (int effort = 1; effort <= Effort.MAX; effort++) {
                int size = 0;
                long shortest = Long.MAX_VALUE;
                for (int run = 0; run < runs; run++) {
                    long start = processorTime();
                    size = Deflate.compress(data, effort).length;
                    shortest = Math.min(shortest, processorTime() - start);
                }
                print(
                        System.out,
                        file.getFileName().toString(),
                        Integer.toString(effort),
                        Integer.toString(size),
                        String.format(Locale.ROOT, "%+.2f %%", 100.0 * (size - zlib) / zlib),
                        String.format(Locale.ROOT, "%.1f", shortest / 1e6));
            }
        }
    }

    private static void print(PrintStream out, String name, String effort, String bytes, String change, String time) {
        out.printf("%-28s %6s %9s %10s %8s%n", name, effort, bytes, change, time);
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

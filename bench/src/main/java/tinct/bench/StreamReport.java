package tinct.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tinct.Progress;
import tinct.Settings;
import tinct.Streamed;
import tinct.Tinct;
import tinct.codec.Metadata;
import tinct.codec.PngReader;
import tinct.codec.PngWriter;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.IndexedRows;
import tinct.image.PixelRows;

/**
 * Pictures that are streamed, beside what that is to be measured against.
 *
 * <pre>{@code
 * StreamReport [of=bytes|time] [k=256] [level=20] [effort=0] [threads=2] [rounds=1] PNG|FOLDER...
 * }</pre>
 *
 * <p>{@code bytes}: of how many pictures the file is the same, byte for byte, in memory and row by row. {@code time}: how
 * long streaming takes, and how long it takes to decode the picture once and to deflate the same indices with the same
 * settings, which nothing that reads and writes PNG can do without. Clock and processor time, the least of the rounds.
 * Effort 0 stands for the defaults of {@code tinct compress}; level 0 for nearest entries.
 */
final class StreamReport {
    private static final long MAX_PIXELS = 1L << 34;

    private final Options options = new Options("of=bytes", "k=256", "level=20", "effort=0", "threads=2", "rounds=1");
    private final Settings settings;

    private StreamReport(String... args) {
        options.with(args);
        settings = Defaults.settings(
                options.number("k"), options.number("level"), options.number("effort"), options.number("threads"));
    }

    public static void main(String... args) throws IOException {
        StreamReport report = new StreamReport(args);
        if (report.options.text("of").equals("time")) {
            report.time();
        } else {
            report.bytes();
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = Corpus.files(options.names());
        if (files.isEmpty()) {
            throw new IllegalArgumentException("name at least one PNG file");
        }
        return files;
    }

    private void bytes() throws IOException {
        int same = 0;
        long sum = 0;
        List<Path> files = files();
        for (Path file : files) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            Image image = Image.copyOf(PngReader.open(file, MAX_PIXELS));
            PngWriter.write(Tinct.compress(image, settings).image(), whole, settings.fileEffort());
            ByteArrayOutputStream streamed = new ByteArrayOutputStream();
            IndexedRows rows = Tinct.stream(PngReader.open(file, MAX_PIXELS), settings, Progress.NONE)
                    .rows();
            PngWriter.write(rows, streamed, settings.fileEffort(), Metadata.NONE, settings.threads());
            boolean equal = Arrays.equals(whole.toByteArray(), streamed.toByteArray());
            same += equal ? 1 : 0;
            sum += whole.size();
            if (!equal) {
                System.out.println(
                        file + ": in memory " + whole.size() + " bytes, row by row others: " + streamed.size());
            }
        }
        System.out.println(same + " of " + files.size() + " pictures have the same bytes in memory and row by row; "
                + sum + " bytes in all; " + settings);
        if (same < files.size()) {
            System.exit(1);
        }
    }

    private void time() throws IOException {
        System.out.println("picture,pixels,colours,bytes,decode s,deflate s,stream s,ratio,decode cpu s,deflate cpu s,"
                + "stream cpu s,cpu ratio");
        for (Path file : files()) {
            Path result = Files.createTempFile("tinct-stream", ".png");
            Path again = Files.createTempFile("tinct-stream", ".png");
            try {
                time(file, result, again);
            } finally {
                Files.delete(result);
                Files.delete(again);
            }
        }
    }

    private void time(Path file, Path result, Path again) throws IOException {
        PixelRows source = PngReader.open(file, MAX_PIXELS);
        // A round that counts for nothing, as the compiler is at work.
        Streamed first = Tinct.stream(source, settings, Progress.NONE);
        IndexedImage image = IndexedImage.copyOf(first.rows());
        write(image, result);
        Time decoding = least(() -> decode(source));
        Time deflating = least(() -> write(image, again));
        Time streaming =
                least(() -> write(Tinct.stream(source, settings, Progress.NONE).rows(), again));
        if (Files.mismatch(result, again) >= 0) {
            throw new IllegalStateException("the same indices, written as they are made, give other bytes");
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%s,%d,%d,%d,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f,%.2f",
                file.getFileName(),
                source.pixelCount(),
                first.histogram().size(),
                Files.size(result),
                decoding.wall,
                deflating.wall,
                streaming.wall,
                streaming.wall / (decoding.wall + deflating.wall),
                decoding.processor,
                deflating.processor,
                streaming.processor,
                streaming.processor / (decoding.processor + deflating.processor)));
    }

    private static void decode(PixelRows source) throws IOException {
        int[] row = new int[source.width()];
        try (PixelRows.RowReader reader = source.open()) {
            for (int y = 0; y < source.height(); y++) {
                reader.readRow(row);
            }
        }
    }

    private void write(IndexedRows rows, Path target) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            PngWriter.write(rows, out, settings.fileEffort(), Metadata.NONE, settings.threads());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Seconds. */
    private record Time(double wall, double processor) {}

    private Time least(Work work) throws IOException {
        Time least = new Time(Double.MAX_VALUE, Double.MAX_VALUE);
        for (int round = options.number("rounds"); round > 0; round--) {
            long start = System.nanoTime();
            long busy = processorNanos();
            work.run();
            double wall = (System.nanoTime() - start) / 1e9;
            double processor = (processorNanos() - busy) / 1e9;
            least = new Time(Math.min(least.wall, wall), Math.min(least.processor, processor));
        }
        return least;
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}

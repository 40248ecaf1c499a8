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
 * A program, not a test: bytes of PNG, WebP and packed files, plain and coded, for the PNG pictures in a folder, beside
 * those that cwebp and cjxl make of the same pixels, with the speed of writing and reading coded files, by default and by
 * the highest effort: {@code PackedReport FOLDER K...}. Every file is read back. Speeds are the best of three, those of the
 * highest effort of one, by processor time of one thread. Means over the pictures follow the rows of each K.
 */
final class PackedReport {
    private static final int RUNS = 3;
    private static final long MAX_PIXELS = 1L << 28;

    private PackedReport() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
        System.out.println("picture,colors,png,webp,cwebp,cjxl,plain,packed,write_mpx_s,read_mpx_s,"
                + "packed9,write9_mpx_s,read9_mpx_s");
        for (int i = 1; i < args.length; i++) {
            Means quick = new Means();
            Means best = new Means();
            for (Path file : files) {
                Image picture = Image.copyOf(PngReader.open(file, MAX_PIXELS));
                Settings settings = Settings.DEFAULT
                        .withMaxColors(Integer.parseInt(args[i]))
                        .withThreads(1);
                report(
                        file.getFileName() + "," + args[i],
                        Tinct.compress(picture, settings).image(),
                        quick,
                        best);
            }
            System.out.println(quick.text("default"));
            System.out.println(best.text("effort 9"));
        }
    }

    /** A packed file's size, and how fast it was written and read. */
    private record Packing(int bytes, double written, double read) {
        static Packing of(IndexedImage image, int effort, int runs, String row) throws IOException {
            byte[] packed = {};
            long writing = Long.MAX_VALUE;
            long reading = Long.MAX_VALUE;
            for (int run = 0; run < runs; run++) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                long start = processorTime();
                PackedWriter.write(image, effort, out);
                long written = processorTime();
                packed = out.toByteArray();
                IndexedImage read = PackedReader.read(new ByteArrayInputStream(packed), MAX_PIXELS);
                long end = processorTime();
                if (!read.equals(image)) {
                    throw new IOException(row + ": another picture is read back");
                }
                writing = Math.min(writing, written - start);
                reading = Math.min(reading, end - written);
            }
            return new Packing(packed.length, 1e3 * image.pixelCount() / writing, 1e3 * image.pixelCount() / reading);
        }

        @Override
        public String toString() {
            return String.format("%d,%.2f,%.2f", bytes, written, read);
        }
    }

    /** Means over pictures of the ratios of packed files to others, and of speeds. */
    private static final class Means {
        private final double[] ratios = new double[4];
        private double writing;
        private double reading;
        private int pictures;

        void add(long[] others, Packing packing) {
            for (int i = 0; i < others.length; i++) {
                ratios[i] += (double) packing.bytes / others[i];
            }
            writing += packing.written;
            reading += packing.read;
            pictures++;
        }

        String text(String effort) {
            String[] names = {"PNG", "our WebP", "cwebp", "cjxl"};
            StringBuilder text = new StringBuilder("# mean of " + pictures + " pictures, " + effort + ":");
            for (int i = 0; i < names.length; i++) {
                text.append(String.format(" %+.1f %% of %s,", 100 * (ratios[i] / pictures - 1), names[i]));
            }
            return text + String.format(" write %.2f, read %.2f Mpx/s", writing / pictures, reading / pictures);
        }
    }

    private static void report(String row, IndexedImage image, Means quick, Means best)
            throws IOException, InterruptedException {
        Packing packed = Packing.of(image, 1, RUNS, row);
        Packing smallest = Packing.of(image, 9, 1, row);
        byte[] png = bytes(Format.PNG, image);
        int webp = bytes(Format.WEBP, image).length;
        long cwebp = other(png, "cwebp", "-quiet", "-lossless", "-exact", "-m", "6", "-q", "100", "IN", "-o", "OUT");
        long cjxl = other(png, "cjxl", "--quiet", "-d", "0", "-e", "9", "IN", "OUT");
        long[] others = {png.length, webp, cwebp, cjxl};
        quick.add(others, packed);
        best.add(others, smallest);
        System.out.printf(
                "%s,%d,%d,%d,%d,%d,%s,%s%n",
                row, png.length, webp, cwebp, cjxl, PackedSize.of(image).fileBytes(), packed, smallest);
    }

    /** The bytes that a program makes of a PNG file. */
    private static long other(byte[] png, String... command) throws IOException, InterruptedException {
        Path in = Files.createTempFile("packed", ".png");
        Path out = Files.createTempFile("packed", command[0].equals("cjxl") ? ".jxl" : ".webp");
        try {
            Files.write(in, png);
            WebpReport.run(Stream.of(command)
                    .map(word -> word.equals("IN") ? in.toString() : word.equals("OUT") ? out.toString() : word)
                    .toArray(String[]::new));
            return Files.size(out);
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
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

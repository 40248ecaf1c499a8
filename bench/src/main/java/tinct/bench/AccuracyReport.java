package tinct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tinct.Result;
import tinct.Settings;
import tinct.Stage;
import tinct.Tinct;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.kmeans.Algorithm;
import tinct.kmeans.Seeding;
import tinct.metrics.Comparison;
import tinct.palette.KMeansQuantizer;

/**
 * K-means error against the best known, and time, picture by picture.
 *
 * <pre>{@code
 * AccuracyReport [algorithm=EXCHANGE] [seeding=PRINCIPAL_AXIS] [runs=1] [tolerance=1e-4] [effort=5[,...]] [threads=2]
 *                [space=SRGB] [k=16,64,256] [warm=1] [reps=1] [known=best-known.csv] FILE|FOLDER...
 * }</pre>
 *
 * <p>Prints CSV rows method,effort,image,k,mse,gap,mse8,iterations,ms,total: inertia a pixel in the space with the float
 * palette, per cent over the best known (NaN if that is not known), MSE in sRGB of the picture with the 8-bit palette,
 * moves, milliseconds of the palette stage of {@link Tinct#compress} and of {@link Tinct#index}, which goes from pixels to
 * indices and at efforts 1 and 2 has not all of that stage; medians of {@code reps} runs after {@code warm} others on the
 * same picture. Then means, as lines that start with {@code #}. Best known errors are of sRGB.
 */
final class AccuracyReport {
    private final Options options = new Options(
            "algorithm=EXCHANGE",
            "seeding=PRINCIPAL_AXIS",
            "runs=1",
            "tolerance=1e-4",
            "threads=2",
            "effort=5",
            "k=16,64,256",
            "space=SRGB",
            "warm=1",
            "reps=1",
            "known=");
    private final List<String> means = new ArrayList<>();

    private AccuracyReport(String... args) {
        options.with(args);
    }

    public static void main(String... args) throws IOException {
        new AccuracyReport(args).print();
    }

    private void print() throws IOException {
        KMeansQuantizer plain = KMeansQuantizer.DEFAULT;
        KMeansQuantizer quantizer = new KMeansQuantizer(
                ColorSpace.valueOf(options.text("space")),
                Algorithm.valueOf(options.text("algorithm")),
                Seeding.valueOf(options.text("seeding")),
                options.number("runs"),
                plain.maxIterations(),
                Double.parseDouble(options.text("tolerance")),
                plain.effort(),
                0,
                0);
        System.out.println("# " + quantizer + ", effort " + options.text("effort"));
        System.out.println("# java " + Runtime.version() + ", " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, threads " + options.text("threads")
                + ", warm "
                + options.text("warm") + ", reps " + options.text("reps"));
        System.out.println("method,effort,image,k,mse,gap,mse8,iterations,ms,total");
        Map<String, Double> known = known(options.text("known"));
        for (String effort : options.list("effort")) {
            for (String k : options.list("k")) {
                print(quantizer.withEffort(Integer.parseInt(effort)), Integer.parseInt(k), known);
            }
        }
        means.forEach(System.out::println);
    }

    private void print(KMeansQuantizer quantizer, int k, Map<String, Double> known) throws IOException {
        Mean gap = new Mean();
        Mean time = new Mean();
        Mean mse = new Mean();
        for (Path file : Corpus.files(options.names())) {
            Row row = measure(file, k, quantizer);
            Double best = known.get(Corpus.name(file) + "," + k);
            double over =
                    best == null || quantizer.space() != ColorSpace.SRGB ? Double.NaN : (row.mse / best - 1) * 100;
            gap.add(over);
            time.add(row.ms);
            mse.add(row.mse);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s,%d,%s,%d,%s,%.3f,%.4f,%d,%.1f,%.1f",
                    quantizer.algorithm() == Algorithm.EXCHANGE ? "Tinct" : "Tinct " + quantizer.algorithm(),
                    quantizer.effort(),
                    Corpus.name(file),
                    k,
                    error(row.mse),
                    over,
                    row.mse8,
                    row.iterations,
                    row.ms,
                    row.total));
        }
        means.add(String.format(
                Locale.ROOT,
                "# effort=%d k=%d: mean mse %s, over best known mean %+.2f %% worst %+.2f %%, mean %.1f ms",
                quantizer.effort(),
                k,
                error(mse.mean()),
                gap.mean(),
                gap.most,
                time.mean()));
    }

    /** Errors in 0..255 and in 0..1 differ by some 10^5. */
    private static String error(double mse) {
        return String.format(Locale.ROOT, mse < 0.1 ? "%.5e" : "%.4f", mse);
    }

    private Row measure(Path file, int k, KMeansQuantizer quantizer) throws IOException {
        Image image = Corpus.load(file);
        Settings settings = new Settings(k, quantizer, Settings.DEFAULT.ditherer(), options.number("threads"));
        int warm = options.number("warm");
        double[] total = new double[options.number("reps")];
        double[] palette = new double[total.length];
        for (int i = -warm; i < total.length; i++) {
            long start = System.nanoTime();
            Tinct.index(image, settings);
            if (i >= 0) {
                total[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Result result = null;
        for (int i = -warm; i < total.length; i++) {
            result = Tinct.compress(image, settings);
            if (i >= 0) {
                palette[i] = result.milliseconds(Stage.PALETTE);
            }
        }
        Objects.requireNonNull(result, "reps must be at least 1");
        return new Row(
                result.quantization().inertia() / image.pixelCount(),
                Comparison.mse(image, result.image()),
                result.quantization().iterations(),
                PeerSummary.median(palette),
                PeerSummary.median(total));
    }

    /** Best known errors by "image,k" from rows image,distinct_colours,k,mse. */
    private static Map<String, Double> known(String file) throws IOException {
        Map<String, Double> known = new HashMap<>();
        if (!file.isEmpty()) {
            for (String line : Files.readAllLines(Path.of(file))) {
                String[] cells = line.split(",", -1);
                if (cells[0].equals("image")) {
                    continue;
                }
                known.put(cells[0] + "," + cells[2], Double.valueOf(cells[3]));
            }
        }
        return known;
    }

    private record Row(double mse, double mse8, int iterations, double ms, double total) {}

    private static final class Mean {
        private double sum;
        private int n;
        private double most = Double.NEGATIVE_INFINITY;

        void add(double value) {
            sum += value;
            n++;
            most = Math.max(most, value);
        }

        double mean() {
            return sum / n;
        }
    }
}

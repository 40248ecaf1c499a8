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
import tinct.image.Image;
import tinct.kmeans.Algorithm;
import tinct.kmeans.Seeding;
import tinct.metrics.Comparison;
import tinct.palette.KMeansQuantizer;

/**
 * K-means error against the best known, picture by picture.
 *
 * <pre>{@code
 * AccuracyReport [algorithm=EXCHANGE] [seeding=PRINCIPAL_AXIS] [runs=1] [tolerance=1e-4] [effort=5] [threads=2]
 *                [k=16,64,256] [known=best-known.csv] FILE|FOLDER...
 * }</pre>
 *
 * <p>Prints CSV rows image,k,mse,gap,mse8,iterations,ms: inertia a pixel in sRGB with the float palette, per cent over
 * the best known, MSE of the picture with the 8-bit palette, moves, and milliseconds of the palette stage (the second of
 * two runs). Then means, as lines that start with {@code #}.
 */
final class AccuracyReport {
    private final Map<String, String> options = new HashMap<>(Map.of(
            "algorithm", "EXCHANGE",
            "seeding", "PRINCIPAL_AXIS",
            "runs", "1",
            "tolerance", "1e-4",
            "threads", "2",
            "effort", "5",
            "k", "16,64,256",
            "known", ""));
    private final List<String> names = new ArrayList<>();

    private AccuracyReport(String... args) {
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals > 0 && options.containsKey(arg.substring(0, equals))) {
                options.put(arg.substring(0, equals), arg.substring(equals + 1));
            } else {
                names.add(arg);
            }
        }
    }

    public static void main(String... args) throws IOException {
        new AccuracyReport(args).print();
    }

    private String option(String name) {
        return Objects.requireNonNull(options.get(name));
    }

    private void print() throws IOException {
        Map<String, Double> known = known(option("known"));
        KMeansQuantizer plain = KMeansQuantizer.DEFAULT;
        KMeansQuantizer quantizer = new KMeansQuantizer(
                plain.space(),
                Algorithm.valueOf(option("algorithm")),
                Seeding.valueOf(option("seeding")),
                Integer.parseInt(option("runs")),
                plain.maxIterations(),
                Double.parseDouble(option("tolerance")),
                Integer.parseInt(option("effort")),
                0,
                0);
        System.out.println("# " + quantizer);
        System.out.println("# java " + Runtime.version() + ", " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, threads " + option("threads"));
        System.out.println("image,k,mse,gap,mse8,iterations,ms");
        List<String> means = new ArrayList<>();
        for (String k : option("k").split(",", -1)) {
            Mean gap = new Mean();
            Mean time = new Mean();
            Mean mse = new Mean();
            for (Path file : Corpus.files(names)) {
                Row row = measure(file, Integer.parseInt(k), quantizer);
                Double best = known.get(Corpus.name(file) + "," + k);
                double over = best == null ? Double.NaN : (row.mse / best - 1) * 100;
                gap.add(over);
                time.add(row.ms);
                mse.add(row.mse);
                System.out.println(String.format(
                        Locale.ROOT,
                        "%s,%s,%.4f,%.3f,%.4f,%d,%.1f",
                        Corpus.name(file),
                        k,
                        row.mse,
                        over,
                        row.mse8,
                        row.iterations,
                        row.ms));
            }
            means.add(String.format(
                    Locale.ROOT,
                    "# k=%s: mean mse %.3f, over best known mean %+.2f %% worst %+.2f %%, mean %.1f ms",
                    k,
                    mse.mean(),
                    gap.mean(),
                    gap.most,
                    time.mean()));
        }
        means.forEach(System.out::println);
    }

    private Row measure(Path file, int k, KMeansQuantizer quantizer) throws IOException {
        Image image = Corpus.load(file);
        Settings settings =
                new Settings(k, quantizer, Settings.DEFAULT.ditherer(), Integer.parseInt(option("threads")));
        Tinct.compress(image, settings);
        Result result = Tinct.compress(image, settings);
        return new Row(
                result.quantization().inertia() / image.pixelCount(),
                Comparison.mse(image, result.image()),
                result.quantization().iterations(),
                result.milliseconds(Stage.PALETTE));
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

    private record Row(double mse, double mse8, int iterations, double ms) {}

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

package tinct.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tinct.Settings;
import tinct.Tinct;
import tinct.codec.PngWriter;
import tinct.image.Image;
import tinct.metrics.Ssimulacra2;
import tinct.remap.Ditherer;
import tinct.remap.FloydSteinberg;
import tinct.remap.NoDither;

/**
 * SSIMULACRA 2 against the reference, pair by pair.
 *
 * <pre>{@code
 * MetricReport pairs FOLDER FILE|FOLDER...       makes two results of each opaque picture; prints rows original,result
 * MetricReport check REFERENCE.csv               rows original,result,reference; prints ours and the difference
 * }</pre>
 *
 * <p>{@code bench/peers/ssimulacra2.sh} makes the second's rows of the first's.
 */
final class MetricReport {
    private static final int[] COLORS = {2, 4, 8, 16, 32, 64, 128, 256};
    private static final double[] STRENGTHS = {0, 0.5, 1};
    private static final int THREADS = 2;

    private MetricReport() {}

    public static void main(String... args) throws IOException {
        List<String> rest = Arrays.asList(args).subList(Math.min(2, args.length), args.length);
        if (args.length > 2 && args[0].equals("pairs")) {
            makePairs(Path.of(args[1]), Corpus.files(rest));
        } else if (args.length == 2 && args[0].equals("check")) {
            check(Files.readAllLines(Path.of(args[1])));
        } else {
            throw new IllegalArgumentException("expected: pairs FOLDER FILE|FOLDER... or: check REFERENCE.csv");
        }
    }

    /** Colours and strengths go round, so that each meets each. */
    private static void makePairs(Path folder, List<Path> files) throws IOException {
        int number = 0;
        for (Path file : files) {
            Image image = Corpus.load(file);
            for (int i = 0; i < 2 && image.opaque(); i++) {
                int k = COLORS[(number * 3 + i * 4) % COLORS.length];
                double strength = STRENGTHS[(number + i) % STRENGTHS.length];
                Ditherer ditherer = strength > 0 ? new FloydSteinberg(strength) : new NoDither();
                Settings settings = new Settings(k, Settings.DEFAULT.quantizer(), ditherer, THREADS);
                Path result = folder.resolve(Corpus.name(file) + "-" + k + "-" + strength + ".png");
                try (OutputStream out = Files.newOutputStream(result)) {
                    PngWriter.write(Tinct.compress(image, settings).image(), out);
                }
                System.out.println(file + "," + result);
            }
            number++;
        }
    }

    private static void check(List<String> rows) {
        System.out.println("original,result,reference,tinct,difference");
        double worst = 0;
        double sum = 0;
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            double reference = Double.parseDouble(cells[2]);
            double score = score(Corpus.load(Path.of(cells[0])), Corpus.load(Path.of(cells[1])));
            double difference = score - reference;
            worst = Math.max(worst, Math.abs(difference));
            sum += Math.abs(difference);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s,%s,%.4f,%.6f,%+.6f",
                    Corpus.name(Path.of(cells[0])),
                    Corpus.name(Path.of(cells[1])),
                    reference,
                    score,
                    difference));
        }
        System.out.println(String.format(
                Locale.ROOT,
                "# %d pairs, difference from the reference: mean %.6f, worst %.6f",
                rows.size(),
                sum / rows.size(),
                worst));
    }

    private static double score(Image original, Image result) {
        try {
            return Ssimulacra2.of(original, THREADS).score(result, THREADS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // memory does not break
        }
    }
}

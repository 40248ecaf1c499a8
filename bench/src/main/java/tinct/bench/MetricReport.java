package tinct.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import tinct.image.Image;
import tinct.metrics.Ssimulacra2;

/**
 * SSIMULACRA 2 against the reference, pair by pair.
 *
 * <pre>{@code
 * MetricReport REFERENCE FILE|FOLDER...
 * }</pre>
 *
 * <p>REFERENCE is a program that prints the score of {@code REFERENCE ORIGINAL RESULT}, of RGB PNG files; see
 * {@code core/src/test/resources/oracles/ssimulacra2.py}. Each opaque picture is compared with five results of it: see
 * {@link Degradation}. Prints CSV rows original,change,reference,tinct,difference, then a line that starts with {@code #}.
 */
final class MetricReport {
    private static final int RESULTS = 5;
    private static final int THREADS = 2;

    private final String reference;
    private final Path file;
    private int pairs;
    private double sum;
    private double worst;

    private MetricReport(String reference, Path file) {
        this.reference = reference;
        this.file = file;
    }

    public static void main(String... args) throws IOException, InterruptedException {
        if (args.length < 2) {
            throw new IllegalArgumentException("expected: REFERENCE FILE|FOLDER...");
        }
        Path file = Files.createTempFile("result", ".png");
        try {
            List<String> names = Arrays.asList(args).subList(1, args.length);
            new MetricReport(args[0], file).print(Corpus.files(names));
        } finally {
            Files.delete(file);
        }
    }

    private void print(List<Path> originals) throws IOException, InterruptedException {
        System.out.println("original,change,reference,tinct,difference");
        int next = 0;
        for (Path original : originals) {
            Image image = Corpus.load(original);
            if (!image.opaque()) {
                continue;
            }
            Ssimulacra2 prepared = Ssimulacra2.of(image, THREADS);
            for (int i = 0; i < RESULTS; i++) {
                Degradation degradation = Degradation.round(next++);
                Image result = degradation.of(image);
                double score = prepared.score(result, THREADS);
                add(Corpus.name(original) + "," + degradation.name(), ask(original, result), score);
            }
        }
        System.out.println(String.format(
                Locale.ROOT,
                "# %d pairs, difference from the reference: mean %.6f, worst %.6f",
                pairs,
                sum / pairs,
                worst));
    }

    private void add(String name, double expected, double score) {
        double difference = score - expected;
        pairs++;
        sum += Math.abs(difference);
        worst = Math.max(worst, Math.abs(difference));
        System.out.println(String.format(Locale.ROOT, "%s,%.4f,%.6f,%+.6f", name, expected, score, difference));
    }

    /** The reference's score. */
    private double ask(Path original, Image result) throws IOException, InterruptedException {
        int width = result.width();
        BufferedImage picture = new BufferedImage(width, result.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, result.height(), result.pixels(), 0, width);
        ImageIO.write(picture, "png", file.toFile());
        Process process = new ProcessBuilder(reference, original.toString(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(reference + " failed on " + original);
        }
        return Double.parseDouble(answer);
    }
}

package tinct.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import tinct.Result;
import tinct.Settings;
import tinct.Stage;
import tinct.Tinct;
import tinct.codec.Metadata;
import tinct.codec.PngWriter;
import tinct.image.Image;
import tinct.palette.KMeansQuantizer;

/**
 * Time from pixels to the bytes of a PNG file as the command line makes it when nothing but {@code --effort} is given, in one
 * process that has been warmed up.
 *
 * <pre>{@code
 * PipelineReport [effort=5] [k=256] [threads=2] [warm=3] [reps=5] PNG|FOLDER...
 * }</pre>
 *
 * <p>Prints a row of Markdown for each effort: milliseconds of each stage and of all, medians over the pictures of the medians
 * of {@code reps} runs, after {@code warm} rounds over all pictures; and the bytes of all files together.
 */
final class PipelineReport {
    private final Options options = new Options("effort=5", "k=256", "threads=2", "warm=3", "reps=5");

    private PipelineReport(String... args) {
        options.with(args);
    }

    public static void main(String... args) throws IOException {
        new PipelineReport(args).print();
    }

    private void print() throws IOException {
        List<Image> pictures = new ArrayList<>();
        for (Path file : Corpus.files(options.names())) {
            pictures.add(Corpus.load(file));
        }
        System.out.println("| effort | histogram | palette | remap | encode | all | bytes |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (String effort : options.list("effort")) {
            print(settings(Integer.parseInt(effort)), pictures);
        }
    }

    /** At effort 1 the nearest entries and a quick deflate, else indices chosen for their bytes. */
    private Settings settings(int effort) {
        return Defaults.settings(
                options.number("k"), effort == 1 ? 0 : Defaults.LEVEL, effort, options.number("threads"));
    }

    private void print(Settings settings, List<Image> pictures) throws IOException {
        for (int i = 0; i < options.number("warm"); i++) {
            for (Image picture : pictures) {
                run(picture, settings, new double[Stage.values().length + 2]);
            }
        }
        double[][] medians = new double[Stage.values().length + 2][pictures.size()];
        long bytes = 0;
        for (int p = 0; p < pictures.size(); p++) {
            double[][] runs = new double[medians.length][options.number("reps")];
            for (int i = 0; i < options.number("reps"); i++) {
                double[] times = new double[medians.length];
                int length = run(pictures.get(p), settings, times);
                bytes += i == 0 ? length : 0;
                for (int stage = 0; stage < times.length; stage++) {
                    runs[stage][i] = times[stage];
                }
            }
            for (int stage = 0; stage < medians.length; stage++) {
                medians[stage][p] = PeerSummary.median(runs[stage]);
            }
        }
        int effort = ((KMeansQuantizer) settings.quantizer()).effort();
        StringBuilder row = new StringBuilder("| ").append(effort);
        for (double[] stage : medians) {
            row.append(String.format(Locale.ROOT, " | %.0f", PeerSummary.median(stage)));
        }
        System.out.println(row.append(String.format(Locale.ROOT, " | %,d |", bytes)));
    }

    /** Makes a file; writes milliseconds of the stages, of encoding and of all into {@code times}, returns its bytes. */
    private static int run(Image picture, Settings settings, double[] times) throws IOException {
        Result result = Tinct.compress(picture, settings);
        for (Stage stage : Stage.values()) {
            times[stage.ordinal()] = result.milliseconds(stage);
        }
        long start = System.nanoTime();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(result.image(), out, settings.fileEffort(), Metadata.NONE, settings.threads());
        times[times.length - 2] = (System.nanoTime() - start) / 1e6;
        times[times.length - 1] = DoubleStream.of(times).sum();
        return out.size();
    }
}

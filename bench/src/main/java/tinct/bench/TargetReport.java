package tinct.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import tinct.Progress;
import tinct.Settings;
import tinct.Target;
import tinct.Targeted;
import tinct.Tinct;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.palette.KMeansQuantizer;
import tinct.remap.Ditherer;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

/**
 * How close targets are met, and at what cost.
 *
 * <pre>{@code
 * TargetReport [quality=70] [bytes=100000] [k=256] [effort=5] [threads=2] [format=png] [level=20] FILE|FOLDER...
 * }</pre>
 *
 * <p>Lists have commas; {@code none} is the empty one. Prints CSV rows image,target,met,score,bytes,miss,colours,level,trials,
 * seconds,lossy,nearest: what a file is above the quality asked in points, or the share of the bytes allowed that it uses;
 * how many times the processor time of one run at {@code level} the search took, and of one that takes nearest entries. Then a line a
 * target that starts with {@code #}; files that need no search, or cannot reach the target, are not in its mean miss.
 */
final class TargetReport {
    private static final String NONE = "none";

    private final Options options =
            new Options("quality=70", "bytes=100000", "k=256", "effort=5", "threads=2", "format=png", "level=20");

    private TargetReport(String... args) {
        options.with(args);
    }

    public static void main(String... args) throws IOException {
        new TargetReport(args).print();
    }

    /** The sums of a target. */
    private static final class Sums {
        private int pictures;
        private int met;
        private int searched;
        private double miss;
        private double worst;
        private int trials;
        private double lossy;
        private double nearest;
    }

    private void print() throws IOException {
        System.out.println("image,target,met,score,bytes,miss,colours,level,trials,seconds,lossy,nearest");
        Image first = Corpus.load(Corpus.files(options.names()).get(0));
        search(first, new Target.AtLeast(70)); // warms up
        for (String quality : list("quality")) {
            print("q" + quality, new Target.AtLeast(Double.parseDouble(quality)));
        }
        for (String bytes : list("bytes")) {
            print("b" + bytes, new Target.AtMost(Long.parseLong(bytes)));
        }
    }

    private String[] list(String name) {
        return options.text(name).equals(NONE) ? new String[0] : options.list(name);
    }

    private void print(String name, Target target) throws IOException {
        Sums sums = new Sums();
        for (Path file : Corpus.files(options.names())) {
            Image image = Corpus.load(file);
            Ditherer rateAware = new RateAware(options.number("level"), options.number("effort"));
            double lossy = Math.min(plain(image, rateAware), plain(image, rateAware));
            double nearest = Math.min(plain(image, new NoDither()), plain(image, new NoDither()));
            double start = seconds();
            Targeted found = search(image, target);
            double seconds = seconds() - start;
            double miss = add(sums, target, found, seconds / lossy, seconds / nearest);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s,%s,%b,%.3f,%d,%.3f,%d,%.1f,%d,%.2f,%.2f,%.2f",
                    Corpus.name(file),
                    name,
                    found.met(),
                    found.score(),
                    found.file().length,
                    miss,
                    found.result().palette().size(),
                    found.level(),
                    found.trials(),
                    seconds,
                    seconds / lossy,
                    seconds / nearest));
        }
        System.out.println(String.format(
                Locale.ROOT,
                "# %s: %d of %d met; of %d searched: miss mean %.3f, worst %.3f; all: %.1f trials, %.2f times a run at "
                        + "level %s, %.2f times one at 0",
                name,
                sums.met,
                sums.pictures,
                sums.searched,
                sums.miss / sums.searched,
                sums.worst,
                (double) sums.trials / sums.pictures,
                sums.lossy / sums.pictures,
                options.text("level"),
                sums.nearest / sums.pictures));
    }

    private static double add(Sums sums, Target target, Targeted found, double lossy, double nearest) {
        boolean quality = target instanceof Target.AtLeast;
        double miss = quality
                ? found.score() - ((Target.AtLeast) target).quality()
                : (double) found.file().length / ((Target.AtMost) target).bytes();
        sums.pictures++;
        sums.trials += found.trials();
        sums.lossy += lossy;
        sums.nearest += nearest;
        if (found.met()) {
            sums.met++;
        }
        if (found.met() && found.trials() > 1) {
            sums.worst = sums.searched == 0 || quality == miss > sums.worst ? miss : sums.worst;
            sums.searched++;
            sums.miss += miss;
        }
        return miss;
    }

    private Targeted search(Image image, Target target) throws IOException {
        return Tinct.compress(
                image,
                settings(new RateAware(1, options.number("effort"))),
                target,
                options.format("format"),
                Progress.NONE);
    }

    private Settings settings(Ditherer ditherer) {
        return new Settings(
                options.number("k"),
                KMeansQuantizer.DEFAULT.withSpace(ColorSpace.OKLAB),
                ditherer,
                options.number("threads"));
    }

    /** Seconds of a run without a target, the lesser of two. */
    private double plain(Image image, Ditherer ditherer) throws IOException {
        double start = seconds();
        options.format("format").write(Tinct.compress(image, settings(ditherer)).image(), new ByteArrayOutputStream());
        return seconds() - start;
    }

    /** Processor time of all threads: that of the clock tells little on a machine that does other work. */
    private static double seconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}

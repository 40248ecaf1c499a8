package tinct.app.compress;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tinct.Stage;
import tinct.app.compress.Outcome.Status;
import tinct.app.file.Problem;
import tinct.app.text.Console;
import tinct.app.text.Table;
import tinct.app.text.Units;
import tinct.metrics.Comparison;

/** One line a file, aligned if there are several, and a line of totals. */
public final class TextAccount implements Account {
    private static final int WIDEST_NAME = 48;

    private final Console console;
    private final boolean quiet;
    private final boolean verbose;
    private final boolean debug;
    private final boolean several;
    private final int nameWidth;

    /**
     * An account of these jobs.
     *
     * @param quiet only failures are told
     * @param verbose times and the clustering are told too
     * @param debug failures are told with where they happened
     */
    public TextAccount(Console console, List<Job> jobs, boolean quiet, boolean verbose, boolean debug) {
        this.console = console;
        this.quiet = quiet;
        this.verbose = verbose;
        this.debug = debug;
        this.several = jobs.size() > 1;
        int longest = jobs.stream().mapToInt(job -> job.title().length()).max().orElse(0);
        this.nameWidth = Math.min(longest, WIDEST_NAME);
    }

    @Override
    public void file(Outcome outcome) {
        outcome.error().ifPresent(error -> fail(outcome.job(), error));
        if (!quiet) {
            outcome.work().ifPresent(work -> print(outcome, work));
        }
    }

    private void fail(Job job, Throwable error) {
        console.out().flush();
        console.err().println("tinct: " + job.source() + ": " + Problem.describe(error, job.source()));
        if (debug) {
            error.printStackTrace(console.err());
        }
    }

    private void print(Outcome outcome, Work work) {
        console.out().println(line(outcome, work));
        if (verbose) {
            console.out().println("    " + stages(work));
        }
        work.race().ifPresent(race -> console.out().print(race(race)));
        console.out().flush();
    }

    private String line(Outcome outcome, Work work) {
        String size = work.width() + " x " + work.height();
        String colors =
                Units.count(work.colorsBefore()) + " -> " + pad(Units.count(work.colorsAfter()), 3) + " colours";
        String bytes = pad(Units.bytes(work.bytesBefore()), 8) + " -> " + pad(Units.bytes(work.bytesAfter()), 8);
        String change = "(" + Units.change(work.bytesBefore(), work.bytesAfter()) + ")";
        return String.join(
                "  ",
                pad(outcome.job().title(), -nameWidth),
                pad(size, 11),
                pad(colors, 22),
                bytes + " " + pad(change, -8),
                remark(outcome, work));
    }

    private String remark(Outcome outcome, Work work) {
        if (outcome.status() == Status.KEPT) {
            String copied = outcome.file().map(file -> ", copied to " + file).orElse("");
            String why = work.reach()
                    .filter(reach -> !reach.enough())
                    .map(Reach::missed)
                    .orElse("not smaller");
            return why + ", so the source is kept" + copied;
        }
        String quality = work.mse().map(this::quality).orElse("transparency laid on white");
        String blurred = work.colorsInFile() == work.colorsAfter()
                ? ""
                : "  (" + Units.count(work.colorsInFile()) + " colours in the "
                        + outcome.job().format().title() + ")";
        String larger = work.bytesAfter() >= work.bytesBefore() ? "  (larger than the source)" : "";
        String reach = work.reach().map(found -> "  " + found.found()).orElse("");
        return quality + reach + "  " + Units.seconds(outcome.seconds()) + blurred + larger;
    }

    private String quality(double mse) {
        if (mse == 0) {
            return pad("exact", several ? -24 : 0);
        }
        return "MSE " + pad(Units.format("%.1f", mse), 6) + "  PSNR " + Units.format("%.2f dB", Comparison.psnr(mse));
    }

    /** Fills up with spaces if there are several lines to align: on the left, or on the right if width is negative. */
    private String pad(String text, int width) {
        String spaces = several ? " ".repeat(Math.max(0, Math.abs(width) - text.length())) : "";
        return width < 0 ? text + spaces : spaces + text;
    }

    private static String stages(Work work) {
        Map<Stage, Long> nanos = work.nanos();
        String times = nanos.entrySet().stream()
                .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + Units.format(" %.0f ms", e.getValue() / 1e6))
                .collect(Collectors.joining(", "));
        return times
                + Units.format(
                        "; %d iterations, inertia %.6g, %.4f a pixel",
                        work.quantization().iterations(),
                        work.quantization().inertia(),
                        work.quantization().inertia() / work.pixels());
    }

    private static String race(PlainRace race) {
        return new Table()
                        .line("    plain Lloyd", row(race.plain()))
                        .line("    engine", row(race.engine()))
                        .toString()
                + Units.format(
                        "    %.1f times as fast, best of %d; labels %s%n",
                        race.plain().seconds() / race.engine().seconds(),
                        race.rounds(),
                        race.labelsAgree() ? "agree" : "do not agree");
    }

    private static String row(PlainRace.Run run) {
        return Units.format("%9.3f s  inertia %.6g  %d iterations", run.seconds(), run.inertia(), run.iterations());
    }

    @Override
    public void total(Totals totals, double seconds) {
        if (quiet || totals.files() < 2) {
            return;
        }
        String bytes = totals.before() == 0
                ? ""
                : "  " + Units.bytes(totals.before()) + " -> " + Units.bytes(totals.after()) + " ("
                        + Units.change(totals.before(), totals.after()) + ")";
        console.out()
                .println(Units.format(
                                "%d files: %d written, %d kept, %d failed",
                                totals.files(), totals.written(), totals.kept(), totals.failed())
                        + bytes + "  " + Units.seconds(seconds));
    }
}

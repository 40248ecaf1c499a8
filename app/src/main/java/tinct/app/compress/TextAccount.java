package tinct.app.compress;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tinct.Stage;
import tinct.app.compress.Outcome.Status;
import tinct.app.file.Problem;
import tinct.app.text.Console;
import tinct.app.text.Ink;
import tinct.app.text.Table;
import tinct.app.text.Units;
import tinct.image.Palette;
import tinct.metrics.Comparison;
import tinct.palette.MovedColor;

/** One line a file, aligned if there are several, and a line of totals. */
public final class TextAccount implements Account {
    private static final int WIDEST_NAME = 48;
    private static final int MOST_WARNINGS = 5;

    private final Console console;
    private final Detail detail;
    private final boolean debug;
    private final boolean dryRun;
    private final boolean several;
    private final int nameWidth;

    /** How much is told. */
    public enum Detail {
        /** Failures only. */
        QUIET,
        /** Of many files the sum. */
        TOTALS,
        /** A line for each file. */
        FILES,
        /** Times and the clustering too. */
        STAGES
    }

    /**
     * An account of these jobs.
     *
     * @param debug failures are told with where they happened
     * @param dryRun whether nothing is written
     */
    public TextAccount(Console console, List<Job> jobs, Detail detail, boolean debug, boolean dryRun) {
        this.console = console;
        this.detail = detail;
        this.debug = debug;
        this.dryRun = dryRun;
        this.several = jobs.size() > 1;
        int longest = jobs.stream().mapToInt(job -> job.title().length()).max().orElse(0);
        this.nameWidth = Math.min(longest, WIDEST_NAME);
    }

    @Override
    public void file(Outcome outcome) {
        outcome.error().ifPresent(error -> fail(outcome.job(), error));
        if (detail.compareTo(Detail.FILES) < 0) {
            return;
        }
        outcome.work().ifPresent(work -> print(outcome, work));
        if (outcome.status() == Status.SKIPPED) {
            String reason = outcome.reason().orElse("");
            console.out().println(pad(outcome.job().title(), -nameWidth) + "  skipped: " + reason);
            console.out().flush();
        }
    }

    private void fail(Job job, Throwable error) {
        console.fail(job.label(), Problem.describe(error, job.source()));
        if (debug) {
            error.printStackTrace(console.err());
        }
    }

    private void print(Outcome outcome, Work work) {
        console.out().println(line(outcome, work));
        work.explanation().ifPresent(explanation -> console.out().print(explanation.text()));
        if (detail == Detail.STAGES) {
            console.out().println("    " + stages(work));
        }
        work.race().ifPresent(race -> console.out().print(race(race)));
        console.out().flush();
        warn(outcome.job(), work.moved());
    }

    private void warn(Job job, List<MovedColor> moved) {
        for (MovedColor color : moved.subList(0, Math.min(moved.size(), MOST_WARNINGS))) {
            console.err()
                    .println(Units.format(
                            "tinct: %s: warning: %s, %.2f %% of the pixels, became %s (dE %.2f); --pin keeps it",
                            job.source(),
                            Palette.hex(color.color()),
                            100 * color.share(),
                            Palette.hex(color.entry()),
                            color.delta()));
        }
        if (moved.size() > MOST_WARNINGS) {
            console.err()
                    .println("tinct: " + job.source() + ": warning: so did " + (moved.size() - MOST_WARNINGS)
                            + " more colours");
        }
    }

    private String line(Outcome outcome, Work work) {
        String frames = work.frames().map(all -> " x " + all.before()).orElse("");
        String size = work.width() + " x " + work.height() + frames;
        String colors =
                Units.count(work.colorsBefore()) + " -> " + pad(Units.count(work.colorsAfter()), 3) + " colours";
        String bytes = pad(Units.bytes(work.bytesBefore()), 8) + " -> " + pad(Units.bytes(work.bytesAfter()), 8);
        String change = "(" + Units.change(work.bytesBefore(), work.bytesAfter()) + ")";
        return String.join(
                "  ",
                pad(outcome.job().title(), -nameWidth),
                pad(size, 11),
                pad(colors, 22),
                bytes + " "
                        + Ink.GREEN.on(console.outTerminal() && outcome.status() == Status.WRITTEN, pad(change, -8)),
                remark(outcome, work));
    }

    private String remark(Outcome outcome, Work work) {
        if (outcome.status() == Status.KEPT) {
            String copied = outcome.job()
                    .shown(outcome.file())
                    .map(file -> ", copied to " + file)
                    .orElse("");
            return outcome.reason().orElse("") + ", so the source is kept" + copied;
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
        if (detail == Detail.QUIET || totals.files() < 2) {
            if (dryRun && detail != Detail.QUIET) {
                console.out().println("dry run: nothing was written");
            }
            return;
        }
        String skipped = totals.skipped() == 0 ? "" : ", " + totals.skipped() + " skipped";
        String bytes = totals.before() == 0
                ? ""
                : "  " + Units.bytes(totals.before()) + " -> " + Units.bytes(totals.after()) + " "
                        + Ink.GREEN.on(
                                console.outTerminal() && totals.after() < totals.before(),
                                "(" + Units.change(totals.before(), totals.after()) + ")");
        console.out()
                .println(Units.format(
                                "%d files: %d written, %d kept, %d failed",
                                totals.files(), totals.written(), totals.kept(), totals.failed())
                        + skipped + bytes + "  " + Units.seconds(seconds)
                        + (dryRun ? "  (dry run: nothing was written)" : ""));
    }
}

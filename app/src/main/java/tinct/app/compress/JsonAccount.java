package tinct.app.compress;

import java.util.Locale;
import tinct.app.file.Problem;
import tinct.app.text.Console;
import tinct.app.text.Json;
import tinct.image.Palette;
import tinct.metrics.Comparison;
import tinct.palette.MovedColor;

/** One JSON object a line: one for each file, then a summary. Failures are told on the error stream too. */
public final class JsonAccount implements Account {
    private final Console console;
    private final boolean dryRun;
    private final boolean debug;

    /**
     * An account on the console's output.
     *
     * @param dryRun whether nothing is written
     * @param debug failures are told with where they happened
     */
    public JsonAccount(Console console, boolean dryRun, boolean debug) {
        this.console = console;
        this.dryRun = dryRun;
        this.debug = debug;
    }

    @Override
    public void file(Outcome outcome) {
        Job job = outcome.job();
        Json json = new Json()
                .put("type", "file")
                .put("source", job.label())
                .put("status", outcome.status().name().toLowerCase(Locale.ROOT))
                .put("file", job.shown(outcome.file()))
                .put("format", job.format().toString());
        outcome.reason().ifPresent(reason -> json.put("reason", reason));
        outcome.work().ifPresent(work -> put(json, work));
        outcome.error().ifPresent(error -> {
            String problem = Problem.describe(error, job.source());
            json.put("error", problem);
            console.fail(job.label(), problem);
            if (debug) {
                error.printStackTrace(console.err());
            }
        });
        console.out().println(json.put("seconds", outcome.seconds()));
        console.out().flush();
    }

    private static void put(Json json, Work work) {
        json.put("sourceFormat", work.sourceFormat())
                .put("width", work.width())
                .put("height", work.height())
                .put("colorsBefore", work.colorsBefore())
                .put("colorsAfter", work.colorsAfter())
                .put("colorsInFile", work.colorsInFile())
                .put("bytesBefore", work.bytesBefore())
                .put("bytesAfter", work.bytesAfter())
                .put("inertia", work.quantization().inertia())
                .put("iterations", work.quantization().iterations());
        work.mse().ifPresent(mse -> json.put("mse", mse).put("psnr", Comparison.psnr(mse)));
        work.frames()
                .ifPresent(frames -> json.put("framesBefore", frames.before())
                        .put("framesAfter", frames.after())
                        .put("palettes", frames.palettes())
                        .put("duration", frames.seconds())
                        .put("plays", frames.plays()));
        work.explanation().ifPresent(explanation -> json.put("explain", explanation.json()));
        work.reach()
                .ifPresent(reach -> json.put("ssimulacra2", reach.score())
                        .put("level", reach.level())
                        .put("trials", reach.trials())
                        .put("target", reach.met() ? "reached" : reach.enough() ? "enough" : "missed"));
        Json times = new Json();
        work.nanos().forEach((stage, nanos) -> times.put(stage.name().toLowerCase(Locale.ROOT), nanos / 1e6));
        json.put("milliseconds", times);
        if (!work.moved().isEmpty()) {
            json.put("moved", work.moved().stream().map(JsonAccount::moved).toList());
        }
        work.race()
                .ifPresent(race -> json.put(
                        "race",
                        new Json()
                                .put("plain", run(race.plain()))
                                .put("engine", run(race.engine()))
                                .put("labelsAgree", race.labelsAgree())));
    }

    private static Json moved(MovedColor color) {
        return new Json()
                .put("color", Palette.hex(color.color()))
                .put("entry", Palette.hex(color.entry()))
                .put("share", color.share())
                .put("deltaE", color.delta());
    }

    private static Json run(PlainRace.Run run) {
        return new Json()
                .put("seconds", run.seconds())
                .put("inertia", run.inertia())
                .put("iterations", run.iterations());
    }

    @Override
    public void total(Totals totals, double seconds) {
        console.out()
                .println(new Json()
                        .put("type", "summary")
                        .put("files", totals.files())
                        .put("written", totals.written())
                        .put("kept", totals.kept())
                        .put("skipped", totals.skipped())
                        .put("failed", totals.failed())
                        .put("bytesBefore", totals.before())
                        .put("bytesAfter", totals.after())
                        .put("dryRun", dryRun)
                        .put("seconds", seconds));
        console.out().flush();
    }
}

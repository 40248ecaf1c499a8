package tinct.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tinct.app.compress.Policy;

/** Options that say what is written and what is left alone. */
@Command(optionListHeading = "%nWhat is written and what is left alone:%n")
final class BatchOptions {
    @Option(
            names = "--resume",
            description =
                    "Go on where an earlier run ended: leave alone what it has done, if source, options and result "
                            + "are still the same, and replace what it made of others. The journal (.tinct-journal, beside the "
                            + "results) is kept for the next run.")
    private boolean resume;

    @Option(
            names = "--skip-done",
            description = "Leave alone pictures that are indexed in the result's format with no more than -k colours "
                    + "and no more bytes than --max-bytes. "
                    + "Else they are packed anew, without loss, if that makes them smaller.")
    private boolean skipDone;

    @Mixin
    private SavingsOptions savings = new SavingsOptions();

    @Option(
            names = {"-d", "-n", "--dry-run"},
            description = "Do all the work and tell of it, but write nothing.")
    private boolean dryRun;

    /** Takes what is given in a plain way. */
    void read(PlainOptions options) {
        resume = options.has("--resume");
        dryRun = options.has("--dry-run");
    }

    boolean resume() {
        return resume;
    }

    boolean dryRun() {
        return dryRun;
    }

    /**
     * What may be written.
     *
     * @throws IllegalArgumentException if these options contradict each other
     */
    Policy policy(boolean overwrite, boolean preserve) {
        return savings.policy(overwrite, preserve, dryRun, skipDone);
    }
}

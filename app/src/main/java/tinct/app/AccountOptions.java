package tinct.app;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tinct.app.compress.Account;
import tinct.app.compress.Job;
import tinct.app.compress.JsonAccount;
import tinct.app.compress.TextAccount;
import tinct.app.compress.TextAccount.Detail;
import tinct.app.text.Console;

/** Options that say what is told. */
@Command(optionListHeading = "%nWhat is told:%n")
final class AccountOptions {
    @Option(
            names = {"-v", "--verbose"},
            description = "Tell more: of many pictures a line for each, of one picture times and iterations; -vv both.")
    private boolean[] verbose = {};

    @Option(names = "--quiet", description = "Tell failures only.")
    private boolean quiet;

    @Option(
            names = "--explain",
            description = "Tell what was decided and why: colours, space, dither, filter, bytes of each part.")
    private boolean explain;

    @Option(
            names = "--progress",
            paramLabel = "WHEN",
            description = "Show how far the work is: ${COMPLETION-CANDIDATES}. Default: auto, at a terminal.")
    private When progress = When.AUTO;

    @Option(
            names = "--compare-plain",
            description = "Time plain Lloyd and the engine on the same colours from the same start.")
    private boolean comparePlain;

    @Option(names = "--strict", description = "End with 98 if a source was kept because its result was too large.")
    private boolean strict;

    /** Takes what is given in a plain way. */
    void read(PlainOptions options) {
        verbose = options.has("--verbose") ? new boolean[] {true} : new boolean[0];
        quiet = options.has("--quiet");
        explain = options.has("--explain");
        options.value("--progress").ifPresent(when -> progress = NameConverter.read(When.class, when));
        strict = options.has("--strict");
    }

    boolean explain() {
        return explain;
    }

    boolean comparePlain() {
        return comparePlain;
    }

    boolean strict() {
        return strict;
    }

    /** The console, without progress if none is wanted. */
    Console on(Console console) {
        return progress == When.NEVER || quiet ? console.withoutProgress() : console;
    }

    /** The account of the jobs. */
    Account account(Console console, List<Job> jobs, PictureOptions pictures, boolean dryRun, boolean piped) {
        return pictures.json()
                ? new JsonAccount(console, dryRun, pictures.debug())
                : new TextAccount(console, jobs, detail(jobs.size() > 1, piped), pictures.debug(), dryRun);
    }

    /** Whether the account says how close results are to their sources, which takes a pass over both. */
    boolean tellsLikeness(boolean several, boolean piped, PictureOptions pictures) {
        return pictures.json() || detail(several, piped).compareTo(Detail.FILES) >= 0;
    }

    /** Nobody reads what is said beside a picture in a pipe, so that is asked for. */
    private Detail detail(boolean several, boolean piped) {
        if (quiet) {
            return Detail.QUIET;
        }
        Detail least = several ? Detail.TOTALS : piped ? Detail.QUIET : Detail.FILES;
        int more = verbose.length + (piped && verbose.length > 0 ? 1 : 0);
        Detail asked = Detail.values()[Math.min(least.ordinal() + more, Detail.STAGES.ordinal())];
        return (explain || comparePlain) && asked.compareTo(Detail.FILES) < 0 ? Detail.FILES : asked;
    }

    enum When {
        AUTO,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package tinct.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;
import tinct.app.compress.Policy;
import tinct.app.compress.Savings;

/** Options that say what is written and what is left alone. */
@Command(optionListHeading = "%nWhat is written and what is left alone:%n")
final class BatchOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--resume",
            description =
                    "Go on where an earlier run ended: leave alone what it has done, if source, options and result "
                            + "are still the same, and replace what it made of others. The journal (.tinct-journal, beside the "
                            + "results) is kept for the next run.")
    private boolean resume;

    @Option(
            names = "--skip-done",
            description = "Leave alone pictures that are indexed in the result's format with no more than -k colours. "
                    + "Else they are packed anew, without loss, if that makes them smaller.")
    private boolean skipDone;

    @Option(
            names = "--min-savings",
            paramLabel = "N%|SIZE",
            converter = SavingsConverter.class,
            description = "Keep the source unless the result is smaller by this: 10%%, 50KB. Not for conversions to "
                    + "another format.")
    private Savings savings = Savings.ANY;

    @Option(names = "--force-larger", description = "Write results that are not smaller than their source.")
    private boolean forceLarger;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Do all the work and tell of it, but write nothing.")
    private boolean dryRun;

    boolean resume() {
        return resume;
    }

    boolean dryRun() {
        return dryRun;
    }

    /** What may be written. */
    Policy policy(boolean overwrite, boolean preserve) {
        if (forceLarger && !savings.equals(Savings.ANY)) {
            throw new ParameterException(spec.commandLine(), "--force-larger and --min-savings exclude each other");
        }
        return new Policy(overwrite, forceLarger, savings, preserve, dryRun, skipDone);
    }

    static final class SavingsConverter implements ITypeConverter<Savings> {
        @Override
        public Savings convert(String value) {
            try {
                return Savings.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "savings are a share or a size, such as 10% or 50KB; was '" + value + "'");
            }
        }
    }
}

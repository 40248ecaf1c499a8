package tinct.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tinct.app.compress.Policy;
import tinct.app.compress.Savings;

/** Options that say how much smaller than its source a result must be. */
final class SavingsOptions {
    @Option(
            names = "--min-savings",
            paramLabel = "N%|SIZE",
            converter = SavingsConverter.class,
            description = "Keep the source unless the result is smaller by this: 10%%, 50KB. Not for conversions to "
                    + "another format.")
    private Savings savings = Savings.ANY;

    @Option(names = "--force-larger", description = "Write results that are not smaller than their source.")
    private boolean forceLarger;

    /**
     * What may be written.
     *
     * @throws IllegalArgumentException if these options contradict each other
     */
    Policy policy(boolean overwrite, boolean preserve, boolean dryRun, boolean skipDone) {
        if (forceLarger && !savings.equals(Savings.ANY)) {
            throw new IllegalArgumentException("--force-larger and --min-savings exclude each other");
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

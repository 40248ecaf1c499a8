package tinct.app;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import tinct.Settings;
import tinct.Target;
import tinct.app.compress.Goal;
import tinct.app.text.Units;
import tinct.color.ColorSpace;
import tinct.palette.KMeansQuantizer;
import tinct.palette.SplitQuantizer;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

/** Options that say what a result is to reach. */
@Command(optionListHeading = "%nQuality and size to reach:%n")
final class TargetOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // by picocli, if it reads the options
    private CommandSpec spec;

    @Option(
            names = {"-q", "--quality"},
            paramLabel = "MIN[-MAX]",
            converter = RangeConverter.class,
            description =
                    "The fewest bytes that reach a SSIMULACRA 2 score of MAX, 0 to 100: 70 is high quality, 90 can "
                            + "hardly be told from the original. If the colours allow no such score, the best one that is at "
                            + "least MIN. Finds the level of --lossy, and how many colours up to -k. --space is oklab then "
                            + "if it is not said.")
    private Optional<Range> quality = Optional.empty();

    @Option(
            names = "--max-bytes",
            paramLabel = "SIZE",
            converter = SizeConverter.class,
            description =
                    "The best look of a file no larger than SIZE, such as 100KB or 64KiB. Finds the same. With -q: the "
                            + "fewest bytes that reach MAX, but never more than SIZE.")
    private Optional<Long> maxBytes = Optional.empty();

    @Option(
            names = "--below",
            paramLabel = "WHAT",
            description = "If -q MIN or --max-bytes cannot be reached: keep the source, write what comes nearest, or "
                    + "fail. Default: keep.")
    private Optional<Goal.Below> below = Optional.empty();

    /** What is to be reached, if anything is. */
    Optional<Goal> goal() {
        boolean asked = quality.isPresent() || maxBytes.isPresent();
        check(asked || below.isEmpty(), "--below needs -q or --max-bytes");
        check(!asked || !said("--lossy"), "-q and --max-bytes find the level of --lossy, so it cannot be given");
        Goal.Below otherwise = below.orElse(Goal.Below.KEEP);
        Optional<Target.AtMost> most = maxBytes.map(Target.AtMost::new);
        return quality.map(range -> new Goal(new Target.AtLeast(range.max), range.min, most, otherwise))
                .or(() -> most.map(size -> new Goal(size, 0, Optional.empty(), otherwise)));
    }

    /** Settings as they are best for what is to be reached, which every byte counts for. */
    private Settings adapted(Settings wanted) {
        Settings settings = wanted.withFileEffort(Settings.DEFAULT.fileEffort());
        if (settings.quantizer() instanceof KMeansQuantizer kMeans && settings.ditherer() instanceof NoDither) {
            settings = settings.withQuantizer(kMeans.withEffort(RateAware.paletteEffort(kMeans.effort())));
        }
        if (said("--space")) {
            return settings;
        }
        if (settings.quantizer() instanceof KMeansQuantizer kMeans) {
            return settings.withQuantizer(kMeans.withSpace(ColorSpace.OKLAB));
        }
        return settings.quantizer() instanceof SplitQuantizer split
                ? settings.withQuantizer(new SplitQuantizer(ColorSpace.OKLAB, split.method()))
                : settings;
    }

    /** The same of settings for all formats and for PNG. */
    PaletteOptions.Colors adapted(PaletteOptions.Colors colors) {
        if (goal().isEmpty()) {
            return colors;
        }
        Settings settings = adapted(colors.settings());
        return new PaletteOptions.Colors(settings, settings, colors.demands());
    }

    /** A search for a palette needs one that can be chosen. */
    void checkSearch(PaletteOptions palettes) {
        if (goal().isPresent() && (palettes.any() || palettes.shared())) {
            throw new IllegalArgumentException(
                    "-q and --max-bytes search for a palette; options that name colours "
                            + "(--palette, --device, --device-palette, --pin, --posterize, --shared-palette) leave nothing to search");
        }
    }

    private boolean said(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private void check(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private record Range(double min, double max) {}

    static final class RangeConverter implements ITypeConverter<Range> {
        private static final Pattern RANGE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:-(\\d+(?:\\.\\d+)?))?");

        @Override
        public Range convert(String value) {
            Matcher matcher = RANGE.matcher(value);
            if (!matcher.matches()) {
                throw new TypeConversionException(
                        "expected MIN or MIN-MAX, such as 70 or 60-80, but was '" + value + "'");
            }
            double min = Double.parseDouble(matcher.group(1));
            double max = matcher.group(2) == null ? min : Double.parseDouble(matcher.group(2));
            if (max > 100) {
                throw new TypeConversionException("must be in 0..100, was '" + value + "'");
            }
            if (min > max) {
                throw new TypeConversionException("MIN must not be above MAX, was '" + value + "'");
            }
            return new Range(min, max);
        }
    }

    static final class SizeConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            try {
                return Units.capacity(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.format(
                        Locale.ROOT, "expected 1 byte or more, such as 5000 or 100KB, but was '%s'", value));
            }
        }
    }
}

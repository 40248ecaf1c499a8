package tinct.app;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;
import tinct.Settings;
import tinct.color.ColorSpace;
import tinct.kmeans.Algorithm;
import tinct.kmeans.Seeding;
import tinct.palette.KMeansQuantizer;
import tinct.palette.Quantizer;
import tinct.palette.SplitQuantizer;
import tinct.remap.Atkinson;
import tinct.remap.AutoDither;
import tinct.remap.Bayer;
import tinct.remap.BlueNoise;
import tinct.remap.Ditherer;
import tinct.remap.FloydSteinberg;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

/** Options of every command that finds a palette. */
@Command(optionListHeading = "%nColours and how they are found:%n")
final class QuantizerOptions {
    /** The highest level at which drawings stay exact and photographs look clean. */
    private static final double CLEAN_LEVEL = 20;

    /** How hard a small file is sought, by the effort. Level 3 is as small as zlib at its best, in half of its time. */
    private static final int[] PACKING = {1, 3};

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // by picocli, if it reads the options
    private CommandSpec spec;

    @Option(
            names = {"-k", "--colors"},
            paramLabel = "N",
            description = "Most colours of the result, 1 to 256.")
    private Optional<Integer> colors = Optional.empty();

    @Option(
            names = "--space",
            paramLabel = "SPACE",
            description = "Where distance is measured: ${COMPLETION-CANDIDATES}. Default: oklab with --lossy above 0, "
                    + "else srgb.")
    private Optional<Space> space = Optional.empty();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "How the palette is found: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Method method = Method.KMEANS;

    @Option(
            names = "--start",
            paramLabel = "START",
            description = "First centroids: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Start start = Start.PCA;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Random starts to try; the best is kept. Default: ${DEFAULT-VALUE}.")
    private int runs = KMeansQuantizer.DEFAULT.runs();

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "Most moves of the centroids in a run. Default: ${DEFAULT-VALUE}.")
    private int iterations = KMeansQuantizer.DEFAULT.maxIterations();

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "Stop when a move lowers the inertia by no more than this share; 0 goes on until nothing "
                    + "changes. Default: ${DEFAULT-VALUE}.")
    private double tolerance = KMeansQuantizer.DEFAULT.tolerance();

    @Option(
            names = "--effort",
            paramLabel = "1..9",
            description =
                    "How hard the default method and --lossy try: 1 is quick, 9 takes its time. Default: 5, "
                            + "and 1 for the indices of pictures of more than 16 million pixels if --lossy is not given either.")
    private Optional<Integer> effort = Optional.empty();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Train on N pixels drawn at random; 0 trains on all. Default: ${DEFAULT-VALUE}.")
    private int sample = KMeansQuantizer.DEFAULT.sample();

    @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed = KMeansQuantizer.DEFAULT.seed();

    @Option(
            names = "--dither",
            paramLabel = "DITHER",
            converter = DitherConverter.class,
            description =
                    "How error is spread: none, or auto (where bands would show), floyd-steinberg, atkinson, bayer or "
                            + "blue-noise, each with [:STRENGTH], 0 to 1. Default: none.")
    private Optional<Ditherer> ditherer = Optional.empty();

    @Option(
            names = "--lossy",
            paramLabel = "LEVEL",
            description = "Choose colours so that the file gets small, 0 to 100: 0 takes the nearest ones, at 20 a "
                    + "photograph loses a third of its bytes and little of its looks, at 50 two thirds and it shows. Fills, "
                    + "lines and text stay as they are up to 20. Not with --dither. "
                    + "Default: 20 where compress writes PNG of more than 16 colours that the default method has found "
                    + "from all pixels, without --dither, with --effort above 1; else 0.")
    private Optional<Double> lossy = Optional.empty();

    /** Takes what is given in a plain way. */
    void read(PlainOptions options) {
        colors = options.value("--colors").map(Integer::valueOf);
        space = options.value("--space").map(name -> NameConverter.read(Space.class, name));
        effort = options.value("--effort").map(Integer::valueOf);
        ditherer = options.value("--dither").map(new DitherConverter()::convert);
        lossy = options.value("--lossy").map(Double::valueOf);
    }

    /** What these options say, and the nearest entries if they do not say how pixels are mapped. */
    Settings settings(int defaultColors, int threads) {
        return settings(defaultColors, threads, 0);
    }

    /** What these options say for PNG files: if they do not say how pixels are mapped, so that the file gets small. */
    Settings settingsForPng(int defaultColors, int threads) {
        boolean plain = method != Method.KMEANS || sample > 0; // who chooses one wants to see what that finds
        boolean suits =
                !RateAware.isPacked(colors(defaultColors)) && checkedEffort() > 1 && ditherer.isEmpty() && !plain;
        return settings(defaultColors, threads, suits ? CLEAN_LEVEL : 0);
    }

    private Settings settings(int defaultColors, int threads, double defaultLossy) {
        int maxColors = colors(defaultColors);
        double level = lossy.orElse(defaultLossy);
        Settings settings = new Settings(maxColors, quantizer(level), ditherer(level), threads);
        // At the lowest efforts time counts; indices chosen for their bytes are packed well always.
        int effort = checkedEffort();
        boolean quick = level == 0 && effort <= PACKING.length;
        return quick
                ? settings.withFileEffort(PACKING[effort - 1])
                : settings.withFileEffort(Math.max(settings.fileEffort(), effort));
    }

    int colors(int defaultColors) {
        int k = colors.orElse(defaultColors);
        check(k >= 1 && k <= 256, "-k must be in 1..256, was " + k);
        return k;
    }

    /** Whether {@code -k} was given. */
    boolean colorsGiven() {
        return colors.isPresent();
    }

    /** The pixels to train on; 0 for all. */
    int sample() {
        return sample;
    }

    long seed() {
        return seed;
    }

    private Ditherer ditherer(double level) {
        check(level >= 0 && level <= 100, "--lossy must be in 0..100, was " + level);
        Ditherer spread = ditherer.orElse(new NoDither());
        check(level == 0 || spread instanceof NoDither, "--lossy and --dither exclude each other");
        boolean automatic = lossy.isEmpty() && effort.isEmpty();
        return level == 0 ? spread : new RateAware(level, automatic ? RateAware.AUTOMATIC : checkedEffort());
    }

    private int checkedEffort() {
        int value = effort.orElse(KMeansQuantizer.DEFAULT.effort());
        check(value >= 1 && value <= 9, "--effort must be in 1..9, was " + value);
        return value;
    }

    /** Rate-aware indices are chosen in Oklab: a palette of that space suits them best. */
    private ColorSpace space(double level) {
        return space.orElse(level > 0 ? Space.OKLAB : Space.SRGB).space;
    }

    private Quantizer quantizer(double level) {
        ColorSpace colorSpace = space(level);
        return switch (method) {
            case WU -> new SplitQuantizer(colorSpace, Seeding.WU);
            case MEDIANCUT -> new SplitQuantizer(colorSpace, Seeding.MEDIAN_CUT);
            default -> kMeans(colorSpace, level > 0 ? RateAware.paletteEffort(checkedEffort()) : checkedEffort());
        };
    }

    /** The K-means that these options say, whatever {@code --method} is. */
    KMeansQuantizer kMeans() {
        return kMeans(space(lossy.orElse(0.0)), checkedEffort());
    }

    private KMeansQuantizer kMeans(ColorSpace colorSpace, int effort) {
        check(runs >= 1, "--runs must be at least 1, was " + runs);
        check(iterations >= 0, "--iterations must be at least 0, was " + iterations);
        check(tolerance >= 0, "--tolerance must be at least 0, was " + tolerance);
        check(sample >= 0, "--sample must be at least 0, was " + sample);
        return new KMeansQuantizer(
                colorSpace, method.algorithm, start.seeding, runs, iterations, tolerance, effort, sample, seed);
    }

    private void check(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    enum Space {
        SRGB(ColorSpace.SRGB),
        LINEAR(ColorSpace.LINEAR),
        OKLAB(ColorSpace.OKLAB),
        LAB(ColorSpace.CIELAB);

        private final ColorSpace space;

        Space(ColorSpace space) {
            this.space = space;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Method {
        KMEANS(KMeansQuantizer.DEFAULT.algorithm()),
        BOUNDS(Algorithm.BOUNDS),
        LLOYD(Algorithm.LLOYD),
        MINIBATCH(Algorithm.MINI_BATCH),
        ONLINE(Algorithm.ONLINE),
        WU(Algorithm.BOUNDS),
        MEDIANCUT(Algorithm.BOUNDS);

        private final Algorithm algorithm;

        Method(Algorithm algorithm) {
            this.algorithm = algorithm;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Start {
        PCA("pca", Seeding.PRINCIPAL_AXIS),
        WU("wu", Seeding.WU),
        MEDIANCUT("mediancut", Seeding.MEDIAN_CUT),
        KMEANS_PLUS_PLUS("kmeans++", Seeding.KMEANS_PLUS_PLUS),
        RANDOM("random", Seeding.RANDOM);

        private final String title;
        private final Seeding seeding;

        Start(String title, Seeding seeding) {
            this.title = title;
            this.seeding = seeding;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static final class DitherConverter implements ITypeConverter<Ditherer> {
        @Override
        public Ditherer convert(String value) {
            if (value.equals("none")) {
                return new NoDither();
            }
            int colon = value.indexOf(':');
            Ditherer ditherer = named(colon < 0 ? value : value.substring(0, colon), value);
            if (colon < 0) {
                return ditherer;
            }
            try {
                return withStrength(ditherer, Double.parseDouble(value.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("the strength must be in 0..1, was '" + value + "'");
            }
        }

        private static Ditherer named(String name, String value) {
            return switch (name) {
                case "auto" -> AutoDither.DEFAULT;
                case "floyd-steinberg" -> FloydSteinberg.DEFAULT;
                case "atkinson" -> Atkinson.DEFAULT;
                case "bayer" -> Bayer.DEFAULT;
                case "blue-noise" -> BlueNoise.DEFAULT;
                default ->
                    throw new TypeConversionException(
                            "expected none, auto, floyd-steinberg, atkinson, bayer or blue-noise, all but none with "
                                    + "[:STRENGTH], but was '" + value + "'");
            };
        }

        private static Ditherer withStrength(Ditherer ditherer, double strength) {
            if (ditherer instanceof FloydSteinberg) {
                return new FloydSteinberg(strength);
            }
            if (ditherer instanceof Atkinson) {
                return new Atkinson(strength);
            }
            if (ditherer instanceof Bayer) {
                return new Bayer(strength);
            }
            return ditherer instanceof BlueNoise ? new BlueNoise(strength) : new AutoDither(strength);
        }
    }
}

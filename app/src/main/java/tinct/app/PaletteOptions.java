package tinct.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import tinct.app.compress.ColorDemands;
import tinct.app.compress.Goal;
import tinct.app.compress.Place;
import tinct.app.compress.Recipe;
import tinct.app.compress.Together;
import tinct.app.file.PaletteFiles;
import tinct.app.file.Problem;
import tinct.app.file.Source;
import tinct.color.CssColor;
import tinct.histogram.Histogram;
import tinct.histogram.Weighting;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.imageio.MovingPictures;
import tinct.palette.ColorGuard;
import tinct.palette.DampedQuantizer;
import tinct.palette.DevicePalette;
import tinct.palette.FixedPalette;
import tinct.palette.KMeansQuantizer;
import tinct.palette.PinnedQuantizer;
import tinct.palette.Posterization;
import tinct.palette.PosterizedQuantizer;
import tinct.palette.Quantizer;

/** Options that say which colours a palette is to have. */
@Command(optionListHeading = "%nWhich colours:%n")
final class PaletteOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // by picocli, if it reads the options
    private CommandSpec spec;

    @Option(
            names = "--palette",
            paramLabel = "FILE",
            description =
                    "Use exactly the colours of a palette file (.gpl .act .pal .hex .ase .css .json) or of a picture "
                            + "of at most 256 colours; all are kept. The result is written whatever its size.")
    private Optional<Path> palette = Optional.empty();

    @Option(names = "--keep-order", description = "Keep the order of the colours of --palette.")
    private boolean keepOrder;

    @Option(
            names = "--device-palette",
            arity = "2",
            paramLabel = "FILE",
            description = "Two palette files of a device such as e-paper: its colours as measured, which pixels are "
                    + "matched to, and its codes for them in the same order, which are written.")
    private List<Path> device = List.of();

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "The same of a display that is known: ${COMPLETION-CANDIDATES}.")
    private Optional<Device> known = Optional.empty();

    @Option(
            names = "--pin",
            paramLabel = "COLOR",
            split = ",",
            converter = ColorConverter.class,
            description = "Keep these colours exactly, such as '#e4002b,navy', and find the others around them.")
    private List<Integer> pins = List.of();

    @Option(
            names = "--posterize",
            paramLabel = "BITS",
            converter = BitsConverter.class,
            description =
                    "Use colours of fewer bits only: rgb565, rgb555, rgb444, rgb332, argb1555, argb4444, bits of every "
                            + "channel but alpha (5), or of each (5,6,5). The result is written whatever its size.")
    private Optional<Posterization> posterization = Optional.empty();

    @Option(
            names = "--preserve-rare",
            description = "Let areas of many pixels say less, so that small ones keep their colours; warns as "
                    + "--rare-guard does.")
    private boolean preserveRare;

    @Option(
            names = "--rare-power",
            paramLabel = "X",
            description = "How: an area of N pixels counts as N^X. 1 is as without, 0 counts areas. Default: 0.5.")
    private Optional<Double> rarePower = Optional.empty();

    @Option(
            names = "--rare-guard",
            paramLabel = "PERCENT:DE",
            converter = GuardConverter.class,
            description = "Warn of colours that so many percent of the pixels have and that move by more than this in "
                    + "Oklab, where black to white is 1. Default with --preserve-rare: 0.05:0.1.")
    private Optional<ColorGuard> rareGuard = Optional.empty();

    @Option(
            names = "--importance",
            paramLabel = "FILE",
            description = "A picture of the same size as the one that is compressed: colours of pixels count most "
                    + "where it is white, and next to nothing where it is black.")
    private Optional<Path> importance = Optional.empty();

    @Option(
            names = "--shared-palette",
            description = "Find one palette for all pictures. Results are written whatever their size.")
    private boolean shared;

    @Option(
            names = "--equal-weight",
            description = "With --shared-palette: let each picture count the same, whatever its size.")
    private boolean equalWeight;

    /**
     * Settings, and what else is asked of colours.
     *
     * @param settingsForPng if the result is a PNG file
     */
    record Colors(Settings settings, Settings settingsForPng, ColorDemands demands) {
        Recipe recipe(Optional<Goal> goal) {
            return new Recipe(settings, settingsForPng, demands, goal);
        }
    }

    /** Whether a palette is asked for that is not that of the picture. */
    boolean any() {
        return fixed() || posterization.isPresent() || !pins.isEmpty();
    }

    /** Whether pictures share a palette. */
    boolean shared() {
        return shared;
    }

    /** Whether a result is wanted even if it is larger than its source, which has not these colours. */
    boolean written() {
        return fixed() || posterization.isPresent() || shared;
    }

    private boolean fixed() {
        return palette.isPresent() || !device.isEmpty() || known.isPresent();
    }

    /**
     * Settings with the palette that these options say.
     *
     * @param files that share one, if so
     * @param tileColumns how many of them are beside each other in the picture that they are tiles of; 0 if they are none
     */
    Colors colors(
            List<Path> files, int tileColumns, QuantizerOptions quantizer, int defaultColors, PictureOptions pictures) {
        Settings settings = own(quantizer, defaultColors, pictures);
        check(tileColumns >= 0, "--tile-columns must be at least 1, was " + tileColumns);
        check(tileColumns == 0 || shared || fixed(), "--tile-columns is for --shared-palette or --palette");
        Map<Path, Place> places = Map.of();
        if (shared || tileColumns > 0) {
            Together together = together(files, pictures);
            settings = shared ? shared(settings, together) : settings;
            places = tileColumns > 0 ? places(together, tileColumns) : places;
        }
        return colors(settings, places, quantizer, defaultColors, pictures);
    }

    /**
     * The same for pictures that are elsewhere.
     *
     * @param found the palette that they share, if they do
     */
    Colors colors(Optional<Palette> found, QuantizerOptions quantizer, int defaultColors, PictureOptions pictures) {
        Settings own = settings(quantizer, defaultColors, pictures);
        Settings settings = found.map(palette -> shared(own, palette)).orElse(own);
        return colors(settings, Map.of(), quantizer, defaultColors, pictures);
    }

    private Colors colors(
            Settings settings,
            Map<Path, Place> places,
            QuantizerOptions quantizer,
            int defaultColors,
            PictureOptions pictures) {
        // Who names the colours wants pixels to have the nearest of them.
        Settings forPng = any() || shared
                ? settings
                : applied(quantizer.settingsForPng(defaultColors, pictures.threads()), quantizer, pictures);
        Optional<ColorGuard> guard = preserveRare ? rareGuard.or(() -> Optional.of(ColorGuard.DEFAULT)) : rareGuard;
        return new Colors(settings, forPng, new ColorDemands(places, devicePalette(pictures), guard, false));
    }

    /** All pictures together, to be told of as of one. */
    Together together(List<Path> files, PictureOptions pictures) {
        return Together.read(files, shared, weighting(), pictures.maxPixels(), pictures.threads());
    }

    /** What each picture counts for among others. */
    Weighting weighting() {
        return equalWeight ? Weighting.EQUAL : Weighting.AREA;
    }

    /** Settings with the palette of all pictures together; the same if none can be read. */
    Settings shared(Settings settings, Together together) {
        return together.histogram()
                .map(all -> shared(settings, palette(settings, all)))
                .orElse(settings);
    }

    /** The palette of the colours of all pictures together. */
    static Palette palette(Settings settings, Histogram all) {
        return FixedPalette.shared(settings.quantizer(), all, settings.maxColors(), settings.threads())
                .palette();
    }

    private static Settings shared(Settings settings, Palette palette) {
        FixedPalette found = new FixedPalette(settings.quantizer().space(), palette, true);
        return settings.withMaxColors(Palette.MAX_SIZE).withQuantizer(found);
    }

    private Map<Path, Place> places(Together together, int columns) {
        try {
            return together.places(columns);
        } catch (IllegalArgumentException e) {
            throw misuse("--tile-columns: " + e.getMessage(), e);
        }
    }

    /** Settings with the quantizer that these options say, for one picture or all together. */
    Settings settings(QuantizerOptions quantizer, int defaultColors, PictureOptions pictures) {
        check(importance.isEmpty(), "--importance is for a picture that is compressed");
        return own(quantizer, defaultColors, pictures);
    }

    /**
     * What the colours of the one picture count for, if a map says that; empty too if the picture cannot be read, which is told
     * when it is compressed.
     *
     * @param files to be compressed, but for those that are refused
     */
    Optional<Histogram> weights(List<Path> files, PictureOptions pictures) {
        if (importance.isEmpty() || files.isEmpty()) {
            return Optional.empty();
        }
        check(files.size() == 1, "--importance is for one picture, not " + files.size());
        check(!shared && !fixed(), "--importance says which colours to find, so it is not for those that are given");
        Path file = files.get(0);
        PixelRows rows;
        Histogram counts;
        try {
            check(
                    MovingPictures.open(file, pictures.maxPixels()).isEmpty(),
                    "--importance is for a still picture, and " + file + " is an animation");
            rows = Source.open(file, pictures.maxPixels()).decoded().rows();
            counts = Histogram.of(rows, pictures.threads());
        } catch (IOException e) {
            return Optional.empty();
        }
        Path map = importance.get();
        try {
            PixelRows weights = Source.open(map, pictures.maxPixels()).decoded().rows();
            return Optional.of(counts.weighted(rows, weights));
        } catch (IOException e) {
            throw misuse("--importance " + map + ": " + Problem.describe(e, map), e);
        } catch (IllegalArgumentException e) {
            throw misuse("--importance " + map + ": " + e.getMessage(), e);
        }
    }

    private Settings own(QuantizerOptions quantizer, int defaultColors, PictureOptions pictures) {
        return applied(quantizer.settings(defaultColors, pictures.threads()), quantizer, pictures);
    }

    private Settings applied(Settings settings, QuantizerOptions quantizer, PictureOptions pictures) {
        check(palette.isPresent() || !keepOrder, "--keep-order is for --palette");
        check(shared || !equalWeight, "--equal-weight is for --shared-palette");
        check(preserveRare || rarePower.isEmpty(), "--rare-power is for --preserve-rare");
        if (fixed()) {
            return settings.withMaxColors(Palette.MAX_SIZE)
                    .withQuantizer(fixed(quantizer, settings.quantizer(), pictures))
                    .withKeepOrder(keepOrder);
        }
        Quantizer found = pins.isEmpty() ? settings.quantizer() : pinned(settings);
        found = preserveRare ? damped(found) : found;
        return settings.withQuantizer(posterization.isPresent() ? posterized(found, posterization.get()) : found);
    }

    private Quantizer fixed(QuantizerOptions options, Quantizer quantizer, PictureOptions pictures) {
        String name = palette.isPresent() ? "--palette" : device.isEmpty() ? "--device" : "--device-palette";
        check(palette.isEmpty() || device.isEmpty(), "--palette and --device-palette exclude each other");
        check(palette.isEmpty() || known.isEmpty(), "--palette and --device exclude each other");
        check(device.isEmpty() || known.isEmpty(), "--device-palette and --device exclude each other");
        check(!options.colorsGiven(), name + " keeps all its colours, so -k cannot be given too");
        check(
                pins.isEmpty() && posterization.isEmpty() && !preserveRare && !shared,
                name + " has all colours, so --pin, --posterize, --preserve-rare and --shared-palette are of no use");
        return devicePalette(pictures)
                .map(pair -> pair.quantizer(quantizer.space()))
                .orElseGet(() -> new FixedPalette(
                        quantizer.space(), read(palette.orElseThrow(), name, pictures.maxPixels()), keepOrder));
    }

    private Optional<DevicePalette> devicePalette(PictureOptions pictures) {
        if (device.isEmpty()) {
            return known.map(Device::palette);
        }
        String name = "--device-palette";
        check(device.size() == 2, name + " is given once, with two files");
        Palette measured = read(device.get(0), name, pictures.maxPixels());
        Palette codes = read(device.get(1), name, pictures.maxPixels());
        return Optional.of(made(name, () -> new DevicePalette(measured, codes)));
    }

    private Quantizer pinned(Settings settings) {
        check(pins.size() <= settings.maxColors(), "--pin has more colours than -k allows");
        check(settings.quantizer() instanceof KMeansQuantizer, "--pin is for the methods kmeans, bounds and lloyd");
        Palette palette = new Palette(pins.stream().mapToInt(Integer::intValue).toArray());
        return made("--pin", () -> new PinnedQuantizer((KMeansQuantizer) settings.quantizer(), palette));
    }

    private Quantizer damped(Quantizer quantizer) {
        double power = rarePower.orElse(DampedQuantizer.DEFAULT_POWER);
        return made("--rare-power", () -> new DampedQuantizer(quantizer, power));
    }

    private Quantizer posterized(Quantizer quantizer, Posterization bits) {
        for (int pin : pins) {
            check(
                    bits.apply(pin) == pin,
                    "--pin " + Palette.hex(pin) + " has more bits than --posterize leaves; the nearest that has not is "
                            + Palette.hex(bits.apply(pin)));
        }
        return new PosterizedQuantizer(quantizer, bits);
    }

    private interface Maker<T> {
        T make();
    }

    private <T> T made(String option, Maker<T> maker) {
        try {
            return maker.make();
        } catch (IllegalArgumentException e) {
            throw misuse(option + ": " + e.getMessage(), e);
        }
    }

    private Palette read(Path file, String option, long maxPixels) {
        try {
            return PaletteFiles.palette(file, maxPixels);
        } catch (IOException e) {
            throw misuse(option + " " + file + ": " + Problem.describe(e, file), e);
        }
    }

    private ParameterException misuse(String message, Exception cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }

    private void check(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    static final class ColorConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            try {
                return CssColor.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    static final class BitsConverter implements ITypeConverter<Posterization> {
        @Override
        public Posterization convert(String value) {
            try {
                return Posterization.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    static final class GuardConverter implements ITypeConverter<ColorGuard> {
        @Override
        public ColorGuard convert(String value) {
            int colon = value.indexOf(':');
            try {
                double percent = Double.parseDouble(value.substring(0, Math.max(0, colon)));
                return new ColorGuard(percent / 100, Double.parseDouble(value.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("expected PERCENT:DE such as 0.05:0.1, was '" + value + "'");
            }
        }
    }
}

package tinct.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tinct.app.compress.Capacity;
import tinct.app.file.Source;
import tinct.app.text.Console;
import tinct.app.text.Json;
import tinct.app.text.Table;
import tinct.app.text.Units;
import tinct.codec.PackedSize;
import tinct.histogram.Histogram;
import tinct.image.Animation;
import tinct.image.IndexedImage;
import tinct.image.PixelRows;
import tinct.imageio.MovingPicture;
import tinct.imageio.MovingPictures;

/** {@code tinct inspect}: what a picture is, and how many such fit in a capacity. */
@Command(
        name = "inspect",
        description = "Tell what pictures are: size, bytes, colours, how many fit in a capacity.",
        customSynopsis = {"tinct inspect [OPTIONS] FILE...", ""},
        parameterListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "The entropy is that of the colour of a pixel drawn at random: what a coder needs that looks at each "
                    + "pixel by itself. --capacity counts a picture as 24 bits a pixel, as the file it is in, as "
                    + "palette and labels of ceil(log2 k) bits, and as the files that tinct writes, at -k colours."
        })
final class InspectCommand implements Callable<Integer> {
    private static final int COLORS = 16;

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pictures.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--capacity",
            paramLabel = "SIZE",
            converter = CapacityConverter.class,
            description = "Tell how many such pictures it holds before and after: 1GB, 700MB, 4GiB. "
                    + "After is at 16 colours unless -k says otherwise.")
    private Optional<Long> capacity = Optional.empty();

    @Mixin
    private QuantizerOptions quantizer = new QuantizerOptions();

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int threads = pictures.threads();
        quantizer.settings(COLORS, threads); // complains before work is done
        return new EachFile(console, pictures.debug()).run(inputs, file -> {
            Optional<MovingPicture> moving = moving(file);
            if (moving.isPresent()) {
                tell(file, moving.get());
                return;
            }
            Source opened = Source.open(file, pictures.maxPixels());
            Source source = opened.decoded();
            Histogram histogram = Histogram.of(source.rows(), threads);
            Optional<Capacity> fits = capacity.isPresent()
                    ? Optional.of(Capacity.of(source, quantizer.settings(COLORS, threads), capacity.get()))
                    : Optional.empty();
            if (pictures.json()) {
                console.out().println(json(source, histogram, fits));
            } else {
                print(source, histogram, opened.rows(), fits);
            }
        });
    }

    private Optional<MovingPicture> moving(Path file) throws IOException {
        return Files.isDirectory(file) ? Optional.empty() : MovingPictures.open(file, pictures.maxPixels());
    }

    private void tell(Path file, MovingPicture moving) throws IOException {
        if (capacity.isPresent()) {
            throw new IOException("this is an animation; --capacity is for still pictures");
        }
        Animation animation = moving.animation();
        Histogram histogram = Histogram.of(animation);
        long bytes = Files.size(file);
        double bitsPerPixel = 8.0 * bytes / histogram.total();
        if (pictures.json()) {
            console.out()
                    .println(new Json()
                            .put("file", file.toString())
                            .put("width", animation.width())
                            .put("height", animation.height())
                            .put("format", moving.format())
                            .put("kind", moving.kind())
                            .put("frames", animation.frameCount())
                            .put("duration", animation.seconds())
                            .put("plays", animation.plays())
                            .put("bytes", bytes)
                            .put("bitsPerPixel", bitsPerPixel)
                            .put("colors", histogram.size())
                            .put("entropy", histogram.entropy())
                            .put("transparent", !histogram.opaque()));
            return;
        }
        console.out().println(file);
        String plays = animation.plays() == 0
                ? "played without end"
                : "played " + (animation.plays() == 1 ? "once" : animation.plays() + " times");
        Table table = Table.ofText()
                .line("  size", animation.width() + " x " + animation.height())
                .line("  format", moving.format() + " " + moving.kind())
                .line("  frames", Units.count(animation.frameCount()))
                .line("  duration", Units.format("%.2f s, %s", animation.seconds(), plays))
                .line("  file", Units.bytes(bytes) + Units.format(" (%.2f bits a pixel)", bitsPerPixel))
                .line("  colours", Units.count(histogram.size()))
                .line("  entropy", Units.format("%.2f bits a pixel", histogram.entropy()))
                .line("  transparent", transparency(histogram));
        if (!moving.notes().isEmpty()) {
            table.line("  read", String.join(", ", moving.notes()));
        }
        console.out().print(table);
    }

    private void print(Source source, Histogram histogram, PixelRows rows, Optional<Capacity> fits) {
        console.out().println(source.file());
        Table table = Table.ofText()
                .line("  size", source.rows().width() + " x " + source.rows().height())
                .line("  format", (source.format() + " " + source.kind()).strip())
                .line(
                        "  file",
                        Units.bytes(source.bytes()) + Units.format(" (%.2f bits a pixel)", bitsPerPixel(source)))
                .line("  colours", Units.count(histogram.size()))
                .line("  entropy", Units.format("%.2f bits a pixel", histogram.entropy()))
                .line("  transparent", transparency(histogram));
        if (rows instanceof IndexedImage packed) {
            account(packed, source.bytes(), table);
        }
        if (!source.notes().isEmpty()) {
            table.line("  read", String.join(", ", source.notes()));
        }
        console.out().print(table);
        fits.ifPresent(this::print);
    }

    /** What the parts of a packed file take that is not coded, and what this one takes. */
    private static void account(IndexedImage packed, long bytes, Table table) {
        PackedSize size = PackedSize.of(packed);
        int entryBits = packed.palette().opaque() ? 24 : 32;
        table.line("  palette", bits(packed.palette().size(), entryBits, size.paletteBits()))
                .line("  labels", bits(packed.pixelCount(), size.bitsPerPixel(), size.labelBits()))
                .line("  the rest", Units.count(size.frameBits()) + " bits: signature, sizes, checksum")
                .line("  in all", Units.count(size.fileBytes()) + " bytes")
                .line("  coded", bytes < size.fileBytes() ? Units.count(bytes) + " bytes" : "no");
    }

    private static String bits(long count, int bits, long product) {
        return Units.format("%s x %d bits = %s bits", Units.count(count), bits, Units.count(product));
    }

    private void print(Capacity fits) {
        Table table = new Table().line("  in " + Units.bytes(fits.capacity()), "bytes each", "pictures");
        for (Capacity.Row row : fits.rows()) {
            table.line("  " + row.what(), Units.count(row.bytes()), Units.count(fits.capacity() / row.bytes()));
        }
        console.out().print(table);
    }

    private static Json json(Source source, Histogram histogram, Optional<Capacity> fits) {
        Json json = new Json()
                .put("file", source.file().toString())
                .put("width", source.rows().width())
                .put("height", source.rows().height())
                .put("format", source.format())
                .put("kind", source.kind())
                .put("bytes", source.bytes())
                .put("bitsPerPixel", bitsPerPixel(source))
                .put("colors", histogram.size())
                .put("entropy", histogram.entropy())
                .put("transparent", !histogram.opaque());
        fits.ifPresent(f -> json.put("capacity", f.capacity())
                .put(
                        "fits",
                        f.rows().stream()
                                .map(row -> new Json()
                                        .put("as", row.what())
                                        .put("bytes", row.bytes())
                                        .put("pictures", f.capacity() / row.bytes()))
                                .toList()));
        return json;
    }

    private static double bitsPerPixel(Source source) {
        return 8.0 * source.bytes() / source.rows().pixelCount();
    }

    private static String transparency(Histogram histogram) {
        if (histogram.opaque()) {
            return "no";
        }
        long clear = 0;
        long partly = 0;
        for (int i = 0; i < histogram.size(); i++) {
            int alpha = histogram.colors()[i] >>> 24;
            clear += alpha == 0 ? histogram.counts()[i] : 0;
            partly += alpha > 0 && alpha < 255 ? histogram.counts()[i] : 0;
        }
        return Units.format(
                "%.1f %% of the pixels wholly, %.1f %% partly",
                100.0 * clear / histogram.total(), 100.0 * partly / histogram.total());
    }

    static final class CapacityConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            try {
                return Units.capacity(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}

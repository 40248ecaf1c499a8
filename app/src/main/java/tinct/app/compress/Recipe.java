package tinct.app.compress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import tinct.Progress;
import tinct.Result;
import tinct.Settings;
import tinct.Targeted;
import tinct.Tinct;
import tinct.app.file.Format;
import tinct.codec.Metadata;
import tinct.histogram.Histogram;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.palette.ImportanceQuantizer;

/**
 * How results are made of pixels, whatever becomes of them.
 *
 * @param settings how; their threads are not used
 * @param settingsForPng how if the result is a PNG file
 * @param colors what is asked of colours beside
 * @param goal what results are to reach; empty if the settings say all
 */
public record Recipe(Settings settings, Settings settingsForPng, ColorDemands colors, Optional<Goal> goal) {
    /**
     * What was made.
     *
     * @param settings that it had
     * @param reach how far the goal was reached, if there is one
     * @param file its file, if that was made on the way
     * @param metadata that the file gets
     */
    public record Made(
            Settings settings, Result result, Optional<Reach> reach, Optional<byte[]> file, Metadata metadata) {
        Optional<Reach> missed() {
            return reach.filter(it -> !it.enough());
        }
    }

    /** The same with weights in place of the counts of a picture's colours. */
    public Recipe weighted(Histogram weights) {
        return new Recipe(weighted(settings, weights), weighted(settingsForPng, weights), colors, goal);
    }

    private static Settings weighted(Settings settings, Histogram weights) {
        return settings.withQuantizer(new ImportanceQuantizer(settings.quantizer(), weights));
    }

    /** Settings for files of a format. */
    public Settings settings(Format format) {
        Settings own = forCoder(format == Format.PNG ? settingsForPng : settings, format);
        return own.withKeepOrder(own.keepOrder() || colors.ordered());
    }

    /** Indices that are to be cheap are so for the coder of the format. */
    public static Settings forCoder(Settings wanted, Format format) {
        return format.indexed().map(wanted::forFormat).orElse(wanted);
    }

    /**
     * Makes the result of a picture.
     *
     * @param file the picture's, by which its place among tiles is known
     * @throws IOException if the picture is broken
     */
    public Made make(Path file, PixelRows rows, Format format, int threads, Progress progress) throws IOException {
        return make(file, rows, format, Metadata.NONE, threads, progress);
    }

    /**
     * Makes the result of a picture, whose file gets metadata.
     *
     * @param file the picture's, by which its place among tiles is known
     * @throws IOException if the picture is broken
     */
    Made make(Path file, PixelRows rows, Format format, Metadata metadata, int threads, Progress progress)
            throws IOException {
        Settings own = settings(format).withThreads(threads);
        boolean reserved = colors.transparentFirst() && !hasTransparent(rows);
        if (reserved) {
            own = own.withMaxColors(Math.max(1, own.maxColors() - 1));
        }
        if (goal.isPresent()) {
            long beside = Goal.beside(format, metadata, colors.transparentFirst());
            Goal.Found search = goal.get().search(rows, own, format, beside, progress);
            Targeted found = search.targeted();
            Result result = arranged(found.result());
            boolean as = metadata.isEmpty() && isArranged(found.result());
            Optional<byte[]> made = as ? Optional.of(found.file()) : Optional.empty();
            return new Made(own, result, Optional.of(goal.get().reach(search, beside)), made, metadata);
        }
        Place place = colors.place(file);
        Result result = Tinct.compress(rows, own, place.x(), place.y(), progress);
        return new Made(own, arranged(result), Optional.empty(), Optional.empty(), metadata);
    }

    private static boolean hasTransparent(PixelRows rows) throws IOException {
        int[] row = new int[rows.width()];
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(row);
                for (int argb : row) {
                    if (argb >>> 24 == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isArranged(Result result) {
        return !colors.transparentFirst() || result.palette().entry(0) == 0;
    }

    private Result arranged(Result result) throws IOException {
        if (isArranged(result)) {
            return result;
        }
        if (result.palette().size() == Palette.MAX_SIZE && !result.palette().containsAll(0)) {
            throw new IOException("256 fixed colours leave no room for a transparent one");
        }
        return new Result(
                result.image().withTransparentFirst(), result.histogram(), result.quantization(), result.nanos());
    }

    /** The file of what was made. */
    public byte[] file(Made made, Format format) throws IOException {
        return made.file.isPresent()
                ? made.file.get()
                : bytes(made.settings, encoded(made.result.image(), format), made.metadata, format);
    }

    /** Writes the file of what was made. */
    void write(Made made, Format format, OutputStream out) throws IOException {
        if (made.file.isPresent()) {
            out.write(made.file.get());
        } else {
            write(made.settings, encoded(made.result.image(), format), made.metadata, format, out);
        }
    }

    /** The file of a picture that was made with some settings. */
    public static byte[] bytes(Settings settings, IndexedImage image, Format format) throws IOException {
        return bytes(settings, image, Metadata.NONE, format);
    }

    private static byte[] bytes(Settings settings, IndexedImage image, Metadata metadata, Format format)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(settings, image, metadata, format, out);
        return out.toByteArray();
    }

    private static void write(Settings settings, IndexedImage image, Metadata metadata, Format format, OutputStream out)
            throws IOException {
        format.write(image, metadata, settings, out);
    }

    private IndexedImage encoded(IndexedImage image, Format format) throws IOException {
        if (colors.device().isEmpty()) {
            return image;
        }
        if (!format.keeps(image.palette())) {
            throw new IOException(format.title() + " does not keep the codes of a device; png does");
        }
        return colors.device().get().encoded(image);
    }
}

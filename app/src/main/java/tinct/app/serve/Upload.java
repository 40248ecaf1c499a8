package tinct.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tinct.app.file.Source;
import tinct.app.text.Json;
import tinct.histogram.Histogram;
import tinct.image.PixelRows;

/** A picture that was sent. Its pixels may be forgotten to save memory, and are read again when they are asked for. */
final class Upload {
    private final String id;
    private final String tab;
    private final String name;
    private final Path file;
    private final long maxPixels;
    private final Json facts;
    private final long pixelCount;
    private @Nullable Pixels pixels;
    private @Nullable Sample sample;
    /** What the file of the last result took in proportion to how {@link Preview} would have guessed it. */
    private double guessed = 1;

    /**
     * A decoded picture.
     *
     * @param source its rows are in memory unless they would fill it
     * @param histogram of its colours
     */
    record Pixels(Source source, Histogram histogram) {
        PixelRows rows() {
            return source.rows();
        }
    }

    /**
     * Reads a picture.
     *
     * @throws IOException if it is none, is broken, or has too many pixels
     */
    Upload(String id, String tab, String name, Path file, long maxPixels) throws IOException {
        this.id = id;
        this.tab = tab;
        this.name = name;
        this.file = file;
        this.maxPixels = maxPixels;
        Pixels decoded = decode();
        this.pixels = decoded;
        this.pixelCount = decoded.rows().pixelCount();
        this.facts = facts(decoded);
    }

    private Pixels decode() throws IOException {
        Source source = Source.open(file, maxPixels).decoded();
        return new Pixels(
                source, Histogram.of(source.rows(), Runtime.getRuntime().availableProcessors()));
    }

    private Json facts(Pixels decoded) {
        Source source = decoded.source;
        return new Json()
                .put("id", id)
                .put("name", name)
                .put("width", source.rows().width())
                .put("height", source.rows().height())
                .put("format", source.format())
                .put("kind", source.kind())
                .put("bytes", source.bytes())
                .put("colors", decoded.histogram.size())
                .putTexts("notes", source.notes());
    }

    /** The pixels. */
    synchronized Pixels pixels() throws IOException {
        Pixels known = pixels;
        if (known == null) {
            known = decode();
            pixels = known;
        }
        return known;
    }

    /** What previews are made of. */
    synchronized Sample sample(Pixels of) throws IOException {
        Sample known = sample;
        if (known == null) {
            known = Sample.of(of.rows(), of.histogram, Runtime.getRuntime().availableProcessors());
            sample = known;
        }
        return known;
    }

    /** Gives memory back. */
    synchronized void forget() {
        pixels = null;
        sample = null;
    }

    synchronized boolean inMemory() {
        return pixels != null;
    }

    synchronized double guessed() {
        return guessed;
    }

    synchronized void learn(double proportion) {
        guessed = proportion;
    }

    String id() {
        return id;
    }

    String tab() {
        return tab;
    }

    String name() {
        return name;
    }

    Path file() {
        return file;
    }

    long pixelCount() {
        return pixelCount;
    }

    /** What is known of it, for clients. */
    Json json() {
        return facts;
    }
}

package tinct.app.serve;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import tinct.Settings;
import tinct.app.text.Json;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.palette.Quantization;
import tinct.remap.NoDither;
import tinct.remap.RateAware;
import tinct.remap.Remapper;

/**
 * A quick look at what a result will be: the least effort, nearest entries, no file. Its bytes are guessed from some of its
 * rows, and better after the first result of the picture.
 */
final class Preview {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int HEAD = 64;
    private static final double AT_LEVEL_20 = 0.8;

    private Preview() {}

    /**
     * The look of a picture as bytes: the length of a JSON text and that text, entries [palette size, 4] as red, green, blue,
     * alpha, then indices [width * height]. Of a large picture these are of one pixel of {@code step} in both directions.
     *
     * @throws IOException if the picture is broken
     */
    static byte[] of(Upload upload, Upload.Pixels pixels, Wish wish, Wish whole, List<Wish.Option> asked)
            throws IOException {
        long start = System.nanoTime();
        Sample sample = upload.sample(pixels);
        Look look = make(sample, wish.recipe().settings(wish.format()).withThreads(THREADS));
        IndexedImage image = look.shown;
        int height = pixels.rows().height();
        long guess = Math.round(guess(look.strips, height) * saved(whole) * upload.guessed());
        double milliseconds = (System.nanoTime() - start) / 1e6;
        Json json = new Json()
                .put("width", image.width())
                .put("height", image.height())
                .put("step", sample.step())
                .put("colors", image.palette().size())
                .put("bytes", guess)
                .put("command", whole.command(upload.name()))
                .put("milliseconds", milliseconds)
                .putTexts("options", asked.stream().map(Wish.Option::argument).toList());
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(HEAD + text.length + 4 * Palette.MAX_SIZE + image.indices().length);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(text.length);
        out.write(text);
        for (int argb : image.palette().toArray()) {
            out.writeInt(argb << 8 | argb >>> 24);
        }
        out.write(image.indices());
        return bytes.toByteArray();
    }

    /** The same stages as {@link tinct.Tinct#compress} has, with colours that are counted already. */
    private static Look make(Sample sample, Settings settings) throws IOException {
        Histogram histogram = sample.histogram();
        Quantization found = settings.quantizer().quantize(histogram, settings.maxColors(), settings.threads());
        boolean exact = found.palette().containsAll(histogram.colors());
        Remapper remapper = exact
                ? new Remapper(found.palette(), ColorSpace.SRGB, new NoDither())
                : new Remapper(found.palette(), settings.quantizer().space(), settings.ditherer());
        return new Look(
                remapper.remap(sample.rows(), found.nearest(), settings.threads(), 0, 0),
                remapper.remap(sample.strips(), found.nearest(), settings.threads(), 0, 0));
    }

    /** Indices of what is shown, and of the strips. */
    private record Look(IndexedImage shown, IndexedImage strips) {}

    /** What rate-aware indices, which a preview has not, leave of the bytes of a photograph, about. */
    private static double saved(Wish whole) {
        return whole.recipe().settings(whole.format()).ditherer() instanceof RateAware lossy
                ? Math.pow(AT_LEVEL_20, lossy.level() / 20)
                : 1;
    }

    /** How many times what would have been guessed of a result its file takes. */
    static double proportion(IndexedImage image, long bytes) {
        int width = image.width();
        int height = image.height();
        int every = Sample.every(width, height);
        byte[] strips = new byte[width * Sample.stripRows(width, height)];
        for (int top = 0, at = 0; top < height; top += every) {
            int some = Math.min(Sample.STRIP, Math.min(every, height - top)) * width;
            System.arraycopy(image.indices(), top * width, strips, at, some);
            at += some;
        }
        int rows = strips.length / width;
        return (double) bytes / guess(new IndexedImage(width, rows, image.palette(), strips), height);
    }

    /** About the bytes of a PNG file of so many rows: strips of it are packed quickly, and stand for all. */
    private static long guess(IndexedImage strips, int height) {
        int width = strips.width();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        byte[] packed = new byte[1 << 16];
        long bytes = 0;
        try {
            for (int top = 0; top < strips.height(); top += Sample.STRIP) {
                int some = Math.min(Sample.STRIP, strips.height() - top);
                deflater.setInput(strips.indices(), top * width, some * width);
                deflater.finish();
                while (!deflater.finished()) {
                    bytes += deflater.deflate(packed);
                }
                deflater.reset();
            }
        } finally {
            deflater.end();
        }
        return HEAD + 3L * strips.palette().size() + bytes * height / strips.height();
    }
}

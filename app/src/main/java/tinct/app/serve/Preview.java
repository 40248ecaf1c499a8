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
import tinct.image.PixelRows;
import tinct.palette.Quantization;
import tinct.remap.NoDither;
import tinct.remap.Remapper;

/**
 * A quick look at what a result will be: the least effort, nearest entries, no file. Its bytes are guessed from some of its
 * rows, and better after the first result of the picture.
 */
final class Preview {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    /** Rows that are packed at once, and of how many such strips one is. */
    private static final int STRIP = 24;

    private static final long PACKED_PIXELS = 400_000;
    private static final int HEAD = 64;

    private Preview() {}

    /**
     * The look of a picture as bytes: the length of a JSON text and that text, entries [palette size, 4] as red, green, blue,
     * alpha, then indices [width * height].
     *
     * @throws IOException if the picture is broken
     */
    static byte[] of(Upload upload, Upload.Pixels pixels, Wish wish, List<Wish.Option> asked, String command)
            throws IOException {
        long start = System.nanoTime();
        IndexedImage image = make(pixels, wish.recipe().settings(wish.format()).withThreads(THREADS));
        long guess = Math.round(guess(image) * upload.guessed());
        double milliseconds = (System.nanoTime() - start) / 1e6;
        Json json = new Json()
                .put("width", image.width())
                .put("height", image.height())
                .put("colors", image.palette().size())
                .put("bytes", guess)
                .put("command", command)
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

    /** The stages of {@link tinct.Tinct#compress} with colours that are counted already. */
    private static IndexedImage make(Upload.Pixels pixels, Settings settings) throws IOException {
        Histogram histogram = pixels.histogram();
        PixelRows rows = pixels.rows();
        Quantization found = settings.quantizer().quantize(histogram, settings.maxColors(), settings.threads());
        boolean exact = found.palette().containsAll(histogram.colors());
        Remapper remapper = exact
                ? new Remapper(found.palette(), ColorSpace.SRGB, new NoDither())
                : new Remapper(found.palette(), settings.quantizer().space(), settings.ditherer());
        return remapper.remap(rows, found.nearest(), settings.threads(), 0, 0);
    }

    /** How many times what {@link #guess} says a file takes. */
    static double proportion(IndexedImage image, long bytes) {
        return (double) bytes / guess(image);
    }

    /** About the bytes of a PNG file: some strips of rows are packed quickly, and stand for all. */
    static long guess(IndexedImage image) {
        int width = image.width();
        int height = image.height();
        long strips = Math.max(1, image.pixelCount() / PACKED_PIXELS);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        byte[] packed = new byte[1 << 16];
        long rows = 0;
        long bytes = 0;
        try {
            for (int top = 0; top < height; top += Math.toIntExact(Math.min(height, STRIP * strips))) {
                int some = Math.min(STRIP, height - top);
                deflater.setInput(image.indices(), top * width, some * width);
                deflater.finish();
                while (!deflater.finished()) {
                    bytes += deflater.deflate(packed);
                }
                deflater.reset();
                rows += some;
            }
        } finally {
            deflater.end();
        }
        return HEAD + 3L * image.palette().size() + bytes * height / Math.max(1, rows);
    }
}

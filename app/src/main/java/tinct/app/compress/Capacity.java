package tinct.app.compress;

import java.io.IOException;
import java.util.List;
import tinct.Progress;
import tinct.Result;
import tinct.Settings;
import tinct.Tinct;
import tinct.app.file.Counter;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.codec.PackedSize;
import tinct.image.IndexedImage;

/**
 * How many pictures like one fit in a capacity, in several forms.
 *
 * @param capacity bytes
 */
public record Capacity(long capacity, List<Row> rows) {
    /**
     * The picture in one form.
     *
     * @param what the form
     * @param bytes it takes
     */
    public record Row(String what, long bytes) {}

    /**
     * Compresses the picture in memory and counts.
     *
     * @throws IOException if the picture is broken
     */
    public static Capacity of(Source source, Settings settings, long capacity) throws IOException {
        Result result = Tinct.compress(source.rows(), settings, Progress.NONE);
        IndexedImage image = result.image();
        return of(source, image, bytes(image, Format.TINCT), bytes(image, Format.PNG), capacity);
    }

    /**
     * Counts with what is known of a result.
     *
     * @param tinctBytes of its packed file
     * @param pngBytes of its PNG file
     */
    public static Capacity of(Source source, IndexedImage image, long tinctBytes, long pngBytes, long capacity) {
        int k = image.palette().size();
        String colors = " of " + k + (k == 1 ? " colour" : " colours");
        long pixels = source.rows().pixelCount();
        boolean opaque = image.palette().opaque();
        PackedSize packed = PackedSize.of(image);
        String labels = "palette" + colors + " + " + packed.bitsPerPixel() + " bits a pixel";
        return new Capacity(
                capacity,
                List.of(
                        new Row(opaque ? "24 bits a pixel" : "32 bits a pixel", pixels * (opaque ? 3 : 4)),
                        new Row("the file as it is, " + source.format(), source.bytes()),
                        new Row(labels, (packed.paletteBits() + packed.labelBits() + 7) / 8),
                        new Row("tinct file" + colors, tinctBytes),
                        new Row("PNG" + colors, pngBytes)));
    }

    private static long bytes(IndexedImage image, Format format) throws IOException {
        return Counter.bytes(out -> format.write(image, out));
    }
}

package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import tinct.image.IndexedImage;

/**
 * Writes lossless WebP files with a palette.
 *
 * <p>Colours that no pixel has are left out, and entries of the same colour become one. Source: RFC 9649.
 */
public final class WebpWriter {
    /** The largest width and height of a WebP. */
    public static final int MAX_SIDE = 16384;

    private static final int EFFORT = 6;
    private static final int SIGNATURE = 0x2F;
    private static final int COLOR_INDEXING = 3;

    private WebpWriter() {}

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @throws CodecException if a side is longer than 16384
     */
    public static void write(IndexedImage image, OutputStream out) throws IOException {
        write(image, out, EFFORT);
    }

    /** Writes with an effort 1..9. */
    static void write(IndexedImage image, OutputStream out, int effort) throws IOException {
        if (image.width() > MAX_SIDE || image.height() > MAX_SIDE) {
            throw CodecException.refused(
                    "WebP",
                    "cannot be " + image.width() + " x " + image.height() + "; its sides are limited to " + MAX_SIDE);
        }
        byte[] stream = stream(image, WebpEffort.of(effort));
        int padding = stream.length & 1;
        ByteBuffer header = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + stream.length + padding);
        header.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(stream.length);
        out.write(header.array());
        out.write(stream);
        out.write(new byte[padding]);
    }

    private static byte[] stream(IndexedImage image, WebpEffort effort) throws IOException {
        WebpColors colors = WebpColors.of(image);
        WebpImage pixels = new WebpParser(plane(image, colors), effort).best();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BitWriter out = new BitWriter(bytes);
        out.write(SIGNATURE, 8);
        out.write(image.width() - 1, 14);
        out.write(image.height() - 1, 14);
        out.write(colors.opaque() ? 0 : 1, 1);
        out.write(0, 3); // version
        out.write(1, 1); // a transform
        out.write(COLOR_INDEXING, 2);
        out.write(colors.size() - 1, 8);
        colors.write(out);
        out.write(0, 1); // no other
        pixels.write(out, true);
        out.align();
        out.flush();
        return bytes.toByteArray();
    }

    /** The indices; up to 16 colours share bytes, the left pixel in the lowest bits (RFC 9649, 3.5.4). */
    private static WebpPlane plane(IndexedImage image, WebpColors colors) {
        int width = image.width();
        int pixelsLog = colors.size() <= 2 ? 3 : colors.size() <= 4 ? 2 : colors.size() <= 16 ? 1 : 0;
        int bytesWidth = WebpTiles.across(width, pixelsLog);
        byte[] bytes = new byte[bytesWidth * image.height()];
        byte[] indices = image.indices();
        byte[] places = colors.places();
        int depth = 8 >> pixelsLog;
        int mask = (1 << pixelsLog) - 1;
        for (int y = 0, p = 0; y < image.height(); y++) {
            for (int x = 0; x < width; x++) {
                bytes[y * bytesWidth + (x >> pixelsLog)] |= (byte) (places[indices[p++] & 0xFF] << depth * (x & mask));
            }
        }
        return new WebpPlane(bytesWidth, image.height(), bytes);
    }
}

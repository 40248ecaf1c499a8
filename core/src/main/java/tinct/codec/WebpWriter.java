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
 * <p>Colours and alpha are exact. Colours that no pixel has are left out, entries of the same colour become one, and the
 * entries may change places. Source: RFC 9649; ADR-0016.
 */
public final class WebpWriter {
    /** The largest width and height of a WebP. */
    public static final int MAX_SIDE = 16383;

    private static final int SIGNATURE = 0x2F;

    private WebpWriter() {}

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @throws CodecException if a side is longer than 16383
     */
    public static void write(IndexedImage image, OutputStream out) throws IOException {
        write(image, out, Metadata.NONE);
    }

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @param metadata of which the ICC profile, EXIF data and XMP packet are written too
     * @throws CodecException if a side is longer than 16383
     */
    public static void write(IndexedImage image, OutputStream out, Metadata metadata) throws IOException {
        if (image.width() > MAX_SIDE || image.height() > MAX_SIDE) {
            throw CodecException.refused(
                    "WebP",
                    "cannot be " + image.width() + " x " + image.height() + "; its sides are limited to " + MAX_SIDE);
        }
        byte[] chunks = WebpContainer.chunks(image, stream(image), metadata);
        ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + chunks.length);
        header.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        out.write(header.array());
        out.write(chunks);
    }

    private static byte[] stream(IndexedImage image) throws IOException {
        WebpStream stream = WebpStream.of(image);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BitWriter out = new BitWriter(bytes);
        out.write(SIGNATURE, 8);
        out.write(image.width() - 1, 14);
        out.write(image.height() - 1, 14);
        out.write(stream.opaque() ? 0 : 1, 1);
        out.write(0, 3); // version
        stream.write(out);
        out.align();
        out.flush();
        return bytes.toByteArray();
    }
}

package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tinct.image.PixelRows;

/** The chunks of a WebP file: the picture, and what belongs to it. Source: RFC 9649, section 2. */
final class WebpContainer {
    private static final int PROFILED = 0x20;
    static final int ALPHA = 0x10;
    private static final int EXIF = 0x08;
    private static final int XMP = 0x04;

    private WebpContainer() {}

    /** All chunks in order. A picture alone needs no chunk that tells of others. */
    static byte[] chunks(PixelRows image, boolean opaque, byte[] stream, Metadata metadata) throws CodecException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<byte[]> profile = metadata.iccProfile();
        Optional<byte[]> exif = metadata.find(Metadata.EXIF);
        Optional<byte[]> xmp = metadata.xmpPacket();
        if (profile.isPresent() || exif.isPresent() || xmp.isPresent()) {
            int flags = (profile.isPresent() ? PROFILED : 0)
                    | (opaque ? 0 : ALPHA)
                    | (exif.isPresent() ? EXIF : 0)
                    | (xmp.isPresent() ? XMP : 0);
            put(out, "VP8X", extended(flags, image.width(), image.height()));
        }
        profile.ifPresent(data -> put(out, "ICCP", data));
        put(out, "VP8L", stream);
        exif.ifPresent(data -> put(out, "EXIF", data));
        xmp.ifPresent(data -> put(out, "XMP ", data));
        return out.toByteArray();
    }

    /** The data of a chunk VP8X. */
    static byte[] extended(int flags, int width, int height) {
        ByteBuffer extended = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        extended.putInt(flags).putInt(width - 1);
        extended.position(7).putInt(height - 1); // sides have three bytes each
        return Arrays.copyOf(extended.array(), 10);
    }

    /** A file of these chunks. */
    static byte[] file(byte[] chunks) {
        ByteBuffer file = ByteBuffer.allocate(12 + chunks.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + chunks.length);
        file.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(chunks);
        return file.array();
    }

    static void put(ByteArrayOutputStream out, String type, byte[] data) {
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(data.length)
                .array());
        out.writeBytes(data);
        out.writeBytes(new byte[data.length & 1]);
    }
}

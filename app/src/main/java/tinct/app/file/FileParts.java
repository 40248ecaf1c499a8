package tinct.app.file;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tinct.codec.PackedSize;
import tinct.image.IndexedImage;

/** What the parts of a written file take. */
public final class FileParts {
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_CHUNK_FRAME = 12;

    private FileParts() {}

    /**
     * The bytes of each part in the order of the file; together they are those of the file. Parts of one name are counted
     * together. Of a WebP and a packed file, which are coded as a whole, the frame and the rest.
     *
     * @param format of the file, which must be whole
     * @param image what was written to it
     */
    public static Map<String, Long> of(Path file, Format format, IndexedImage image) throws IOException {
        Map<String, Long> parts = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            switch (format) {
                case PNG -> png(in, parts);
                case GIF -> gif(in, Files.size(file), parts);
                case JPEG -> jpeg(in, Files.size(file), parts);
                case WEBP -> framed("RIFF", 20, Files.size(file), parts);
                case TINCT -> framed("frame", PackedSize.of(image).frameBits() / 8, Files.size(file), parts);
            }
        }
        return parts;
    }

    /** The same of a PNG or GIF, be it an animation, of which each frame's data is told together. */
    public static Map<String, Long> ofAnimation(Path file, Format format) throws IOException {
        Map<String, Long> parts = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (format == Format.PNG) {
                png(in, parts);
            } else {
                gif(in, Files.size(file), parts);
            }
        }
        return parts;
    }

    private static void png(DataInputStream in, Map<String, Long> parts) throws IOException {
        parts.put("signature", (long) PNG_SIGNATURE);
        in.skipNBytes(PNG_SIGNATURE);
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.readInt();
            type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            in.skipNBytes(length + 4L);
            parts.merge(type, (long) length + PNG_CHUNK_FRAME, Long::sum);
        }
    }

    private static void gif(DataInputStream in, long size, Map<String, Long> parts) throws IOException {
        byte[] header = in.readNBytes(13);
        if (header.length < 13) {
            throw new EOFException("GIF is cut short");
        }
        boolean table = (header[10] & 0x80) != 0;
        long palette = table ? 3L << (header[10] & 7) + 1 : 0;
        parts.put("header", 13L);
        parts.put("palette", palette);
        parts.put("picture", size - 13 - palette);
    }

    /** Segments have a length, but for the scan, which goes on to the end. */
    private static void jpeg(DataInputStream in, long size, Map<String, Long> parts) throws IOException {
        long tables = 2;
        in.skipNBytes(2);
        int marker = 0;
        while (marker != 0xDA) {
            in.skipNBytes(1);
            marker = in.readUnsignedByte();
            int length = in.readUnsignedShort();
            in.skipNBytes(length - 2L);
            tables += length + 2L;
        }
        parts.put("tables", tables);
        parts.put("picture", size - tables);
    }

    private static void framed(String frame, long frameBytes, long size, Map<String, Long> parts) {
        parts.put(frame, Math.min(size, frameBytes));
        parts.put("palette and picture", Math.max(0, size - frameBytes));
    }
}

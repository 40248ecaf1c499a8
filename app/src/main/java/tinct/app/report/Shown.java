package tinct.app.report;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tinct.Settings;
import tinct.app.compress.Recipe;
import tinct.app.figure.AreaAverage;
import tinct.app.figure.Figures;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.codec.Metadata;
import tinct.codec.WebpWriter;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.PixelRows;
import tinct.imageio.BufferedImages;
import tinct.imageio.JpegWriter;

/**
 * A picture as browsers show it.
 *
 * @param type of its bytes, such as {@code image/png}
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not copied, and never compared
public record Shown(String type, byte[] bytes) {
    private static final Settings QUICK = Settings.DEFAULT.withThreads(1).withFileEffort(3);

    private static final Map<String, String> TYPES =
            Map.of("PNG", "image/png", "JPEG", "image/jpeg", "GIF", "image/gif", "WebP", "image/webp");

    /** Chunks of a PNG by which browsers show other colours than those that are read. */
    private static final Set<String> COLORS = Set.of("gAMA", "cHRM", "iCCP", "cICP");

    private static final int THUMBNAIL_WIDTH = 144;
    private static final int THUMBNAIL_HEIGHT = 96;

    /**
     * A source: its file as it is, if browsers show the pixels that are read from it; else these, packed without loss.
     *
     * @param small whether a PNG is packed anew if that makes it smaller
     * @throws IOException if it is broken
     */
    public static Shown of(Source source, boolean small) throws IOException {
        String type = TYPES.get(source.format());
        boolean png = source.format().equals("PNG");
        if (type == null || !source.notes().isEmpty() || png && isColored(source.file())) {
            return packed(source.rows());
        }
        Shown file = new Shown(type, Files.readAllBytes(source.file()));
        return png && small ? smaller(file, webp(source.rows())) : file;
    }

    /**
     * A result: its file, if browsers show it and it has the colours of the picture.
     *
     * @param file of the result
     * @param recipe that it was made by
     */
    public static Shown of(IndexedImage image, byte[] file, Format format, Recipe recipe) throws IOException {
        String type = TYPES.get(format.title());
        if (type != null && recipe.colors().device().isEmpty()) {
            return new Shown(type, file);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Format.PNG.write(image, Metadata.NONE, QUICK, out);
        return new Shown("image/png", out.toByteArray());
    }

    private static Shown packed(PixelRows rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Figures.writePng(BufferedImages.of(image(rows)), out);
        return smaller(new Shown("image/png", out.toByteArray()), webp(rows));
    }

    /** As lossless WebP; empty if its sides are too long. */
    private static Optional<Shown> webp(PixelRows rows) throws IOException {
        if (Math.max(rows.width(), rows.height()) > WebpWriter.MAX_SIDE) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WebpWriter.write(image(rows), out);
        return Optional.of(new Shown("image/webp", out.toByteArray()));
    }

    private static Shown smaller(Shown first, Optional<Shown> second) {
        return second.filter(other -> other.bytes.length < first.bytes.length).orElse(first);
    }

    private static Image image(PixelRows rows) throws IOException {
        return rows instanceof Image whole ? whole : Image.copyOf(rows);
    }

    /** A small one for a table. */
    public static Thumbnail thumbnail(Image image) throws IOException {
        double scale = Math.min(
                1, Math.min((double) THUMBNAIL_WIDTH / image.width(), (double) THUMBNAIL_HEIGHT / image.height()));
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        Image small = scale < 1 ? AreaAverage.of(image, width, height) : image;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (small.opaque()) {
            JpegWriter.write(small, 0.8f, out);
            return new Thumbnail(width, height, new Shown("image/jpeg", out.toByteArray()));
        }
        Figures.writePng(BufferedImages.of(small), out);
        return new Thumbnail(width, height, new Shown("image/png", out.toByteArray()));
    }

    /** A small picture and its sides. */
    public record Thumbnail(int width, int height, Shown picture) {}

    /** Whether a PNG says how its colours are to be shown, and not that they are sRGB. */
    private static boolean isColored(Path file) throws IOException {
        boolean colored = false;
        try (InputStream buffered = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream in = new DataInputStream(buffered)) {
            in.skipNBytes(8);
            while (true) {
                int length = in.readInt();
                String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                if (type.equals("sRGB")) {
                    return false; // it goes before the others
                }
                if (type.equals("IDAT")) {
                    return colored;
                }
                colored |= COLORS.contains(type);
                in.skipNBytes(length + 4L);
            }
        }
    }

    /** The bytes in base 64. */
    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** An address that is the picture. */
    public String address() {
        return "data:" + type + ";base64," + base64();
    }
}

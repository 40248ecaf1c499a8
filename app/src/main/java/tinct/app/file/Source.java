package tinct.app.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tinct.codec.PackedReader;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.PixelRows;
import tinct.imageio.Picture;
import tinct.imageio.Pictures;
import tinct.imageio.PixelLimit;

/**
 * An opened picture file.
 *
 * @param file its name
 * @param format such as {@code "PNG"}
 * @param kind how its pixels are kept, such as {@code "8-bit RGB"}
 * @param notes what was changed on the way to sRGB pixels; see {@link Picture}
 * @param bytes size of the file
 * @param rows its pixels
 */
public record Source(Path file, String format, String kind, List<String> notes, long bytes, PixelRows rows) {
    private static final Set<String> EXTENSIONS =
            Set.of("png", "jpg", "jpeg", "jpe", "gif", "bmp", "tif", "tiff", "webp", "ppm", "pgm", "pnm", "pam");

    /** Where the header of a PNG says whether it is interlaced. */
    private static final int PNG_INTERLACE = 28;

    public Source {
        notes = List.copyOf(notes);
    }

    /**
     * Opens a picture of any kind that is read.
     *
     * @param maxPixels the largest picture that is accepted, width times height
     * @throws IOException if it cannot be read, is broken, or is no picture
     */
    public static Source open(Path file, long maxPixels) throws IOException {
        return open(file, PixelLimit.of(maxPixels), false);
    }

    /** The same, whose pixels may stay in the colours of the file's ICC profile. */
    public static Source open(Path file, PixelLimit limit, boolean keepProfile) throws IOException {
        checkFile(file);
        Picture picture = Pictures.open(file, limit, keepProfile);
        return new Source(file, picture.format(), picture.kind(), picture.notes(), Files.size(file), picture.rows());
    }

    /** Reads a packed file. */
    public static IndexedImage packed(Path file, long maxPixels) throws IOException {
        checkFile(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return PackedReader.read(in, maxPixels);
        }
    }

    private static void checkFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("this is a folder; a picture is expected");
        }
    }

    /** Whether a file found in a folder is to be tried: it is named like a picture, or looks like one. */
    public static boolean isPicture(Path file) {
        if (isNamedAsPicture(file)) {
            return true;
        }
        String extension = Format.extension(file);
        try {
            return !extension.equals("tinct") && Pictures.recognizes(file);
        } catch (IOException e) {
            return false; // It is not named like a picture, and nobody asked for it by name.
        }
    }

    /** Whether a file is named like a picture. */
    public static boolean isNamedAsPicture(Path file) {
        return EXTENSIONS.contains(Format.extension(file));
    }

    /** Whether its pixels are read from the file at each pass, row by row. */
    public boolean isRead() {
        return !(rows instanceof Image || rows instanceof IndexedImage);
    }

    /** Whether it is a PNG whose rows are complete only at its end, so that all are held whenever it is read. */
    public boolean isInterlaced() throws IOException {
        if (!format.equals(Format.PNG.title())) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(PNG_INTERLACE + 1);
            return start.length > PNG_INTERLACE && start[PNG_INTERLACE] == 1;
        }
    }

    /** Whether its pixels would take much of the memory. */
    public boolean isLarge() {
        return rows.pixelCount() * Integer.BYTES > Runtime.getRuntime().maxMemory() / 8;
    }

    /** The same with its pixels in memory if they take a small part of it: decoding once is faster than three times. */
    public Source decoded() throws IOException {
        return isLarge() ? this : new Source(file, format, kind, notes, bytes, Image.copyOf(rows));
    }
}

package tinct.app.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tinct.codec.PngWriter;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.imageio.JpegWriter;
import tinct.imageio.MovingPictures;

/** A format in which a result can be written. */
public enum Format {
    /** Indexed PNG of 1, 2, 4 or 8 bits a pixel. */
    PNG("PNG", "png") {
        @Override
        public void writeQuickly(IndexedImage image, OutputStream out) throws IOException {
            PngWriter.write(image, out, QUICK);
        }
    },
    /** GIF; of alpha it keeps only whether it is 0. */
    GIF("GIF", "gif") {
        @Override
        public boolean keeps(Palette palette) {
            return Arrays.stream(palette.toArray()).map(argb -> argb >>> 24).allMatch(a -> a == 0 || a == 255);
        }
    },
    /** Lossless WebP. */
    WEBP("WebP", "webp"),
    /** JPEG of the rebuilt picture at quality 90 of 100. */
    JPEG("JPEG", "jpg") {
        @Override
        public void write(IndexedImage image, OutputStream out) throws IOException {
            JpegWriter.write(image.toImage(), JPEG_QUALITY, out);
        }

        @Override
        public boolean keeps(Palette palette) {
            return false;
        }
    },
    /** The packed file: palette and the fewest bits a pixel. */
    TINCT("tinct", "tinct");

    private static final float JPEG_QUALITY = 0.9f;

    /** As small as zlib makes it at its best, in half of its time. */
    private static final int QUICK = 3;

    private final String title;
    private final String extension;

    Format(String title, String extension) {
        this.title = title;
        this.extension = extension;
    }

    /** Writes a picture. */
    public void write(IndexedImage image, OutputStream out) throws IOException {
        indexed().orElseThrow().write(image, out);
    }

    /** Writes a picture in less time, if the format has a way, and so in some more bytes. */
    public void writeQuickly(IndexedImage image, OutputStream out) throws IOException {
        write(image, out);
    }

    /** Whether a file of this format has just the colours of the palette. */
    public boolean keeps(Palette palette) {
        return true;
    }

    /** The same format in the library; empty if its files have no palette. */
    public Optional<tinct.codec.Format> indexed() {
        return tinct.codec.Format.ofFileName("." + extension);
    }

    /** The format's name as {@link Source#format()} has it. */
    public String title() {
        return title;
    }

    /** The usual extension, without a dot. */
    public String extension() {
        return extension;
    }

    /** What a picture becomes if nobody says: GIF if it is a GIF that is animated, else PNG. */
    public static Format usual(Path source) {
        try {
            return MovingPictures.isMovingGif(source) ? GIF : PNG;
        } catch (IOException e) {
            return PNG; // what is wrong is told when the file is opened
        }
    }

    /** The format that the extension of a file name tells. */
    public static Optional<Format> ofName(Path file) {
        String extension = extension(file);
        String usual = extension.equals("jpeg") || extension.equals("jpe") ? "jpg" : extension;
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(usual))
                .findFirst();
    }

    /** A file's name without its extension. */
    public static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** The extension of a file name in lower case without its dot; empty if there is none. */
    static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** As it is named on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

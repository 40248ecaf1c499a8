package tinct.app.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tinct.Settings;
import tinct.codec.GifWriter;
import tinct.codec.Metadata;
import tinct.codec.PackedWriter;
import tinct.codec.PngWriter;
import tinct.codec.WebpWriter;
import tinct.image.IndexedImage;
import tinct.image.IndexedRows;
import tinct.image.Palette;
import tinct.imageio.JpegWriter;
import tinct.imageio.MovingPictures;

/** A format in which a result can be written. */
public enum Format {
    /** Indexed PNG of 1, 2, 4 or 8 bits a pixel. */
    PNG("PNG", "png") {
        @Override
        public void write(IndexedImage image, Metadata metadata, Settings settings, OutputStream out)
                throws IOException {
            PngWriter.write(image, out, settings.fileEffort(), metadata, settings.threads(), settings.keepOrder());
        }

        @Override
        public boolean carries(String chunk) {
            return true;
        }
    },
    /** GIF; of alpha it keeps only whether it is 0. */
    GIF("GIF", "gif") {
        @Override
        public void write(IndexedImage image, Metadata metadata, Settings settings, OutputStream out)
                throws IOException {
            GifWriter.write(image, out, metadata);
        }

        @Override
        public boolean carries(String chunk) {
            return chunk.equals("tEXt") || chunk.equals("iTXt");
        }

        @Override
        public boolean keeps(Palette palette) {
            return Arrays.stream(palette.toArray()).map(argb -> argb >>> 24).allMatch(a -> a == 0 || a == 255);
        }
    },
    /** Lossless WebP. */
    WEBP("WebP", "webp") {
        @Override
        public void write(IndexedImage image, Metadata metadata, Settings settings, OutputStream out)
                throws IOException {
            WebpWriter.write(image, settings.threads(), out, metadata);
        }

        @Override
        public boolean carries(String chunk) {
            return chunk.equals(Metadata.ICC) || chunk.equals(Metadata.EXIF) || chunk.equals("iTXt");
        }
    },
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
    TINCT("tinct", "tinct") {
        @Override
        public void write(IndexedImage image, Metadata metadata, Settings settings, OutputStream out)
                throws IOException {
            PackedWriter.write(image, settings.fileEffort(), out);
        }
    };

    private static final float JPEG_QUALITY = 0.9f;

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

    /**
     * Writes a picture and what belongs to it.
     *
     * @param metadata what the format does not carry of it is left out
     * @param settings what they say of files; PNG and packed files have several ways
     */
    public void write(IndexedImage image, Metadata metadata, Settings settings, OutputStream out) throws IOException {
        write(image, out);
    }

    /**
     * Writes a PNG of any size; no other format is written row by row.
     *
     * @param settings what they say of files
     */
    public void write(IndexedRows rows, Metadata metadata, Settings settings, OutputStream out) throws IOException {
        if (this != PNG) {
            throw new IllegalStateException(title + " is not written row by row");
        }
        PngWriter.write(rows, out, settings.fileEffort(), metadata, settings.threads(), settings.keepOrder());
    }

    /** Whether chunks of this type of PNG have a place in files of this format; of iTXt only that with XMP in others than PNG. */
    public boolean carries(String chunk) {
        return false;
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

package tinct.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/** The kinds of file that an indexed picture can be written as. */
public enum Format {
    /** Indexed PNG, by {@link PngWriter}. */
    PNG("png", "image/png") {
        @Override
        public boolean animated() {
            return true;
        }

        @Override
        public void write(IndexedImage image, OutputStream out) throws IOException {
            PngWriter.write(image, out);
        }

        @Override
        public void write(IndexedImage image, int effort, int threads, boolean keepOrder, OutputStream out)
                throws IOException {
            PngWriter.write(image, out, effort, Metadata.NONE, threads, keepOrder);
        }

        @Override
        public AnimationWriter animation(
                int width, int height, int plays, Optional<Palette> palette, int effort, int threads, OutputStream out)
                throws IOException {
            return new PngAnimationWriter(
                    width,
                    height,
                    plays,
                    palette.orElseThrow(() -> new IllegalArgumentException("PNG has one palette for all frames")),
                    effort,
                    threads,
                    out);
        }
    },
    /** Still GIF, by {@link GifWriter}: partial transparency becomes none or full. */
    GIF("gif", "image/gif") {
        @Override
        public boolean animated() {
            return true;
        }

        @Override
        public void write(IndexedImage image, OutputStream out) throws IOException {
            GifWriter.write(image, out);
        }

        @Override
        public Palette shown(Palette palette) {
            return GifWriter.shown(palette);
        }

        @Override
        public AnimationWriter animation(
                int width, int height, int plays, Optional<Palette> palette, int effort, int threads, OutputStream out)
                throws IOException {
            return new GifAnimationWriter(width, height, plays, palette, threads, out);
        }
    },
    /** Lossless WebP with a palette, by {@link WebpWriter}. */
    WEBP("webp", "image/webp") {
        @Override
        public void write(IndexedImage image, OutputStream out) throws IOException {
            WebpWriter.write(image, out);
        }

        @Override
        public void write(IndexedImage image, int effort, int threads, boolean keepOrder, OutputStream out)
                throws IOException {
            WebpWriter.write(image, threads, out, Metadata.NONE);
        }
    },
    /** The packed file of our own, by {@link PackedWriter}. */
    TINCT("tinct", "image/x-tinct") {
        @Override
        public void write(IndexedImage image, OutputStream out) throws IOException {
            PackedWriter.write(image, out);
        }

        @Override
        public void write(IndexedImage image, int effort, int threads, boolean keepOrder, OutputStream out)
                throws IOException {
            PackedWriter.write(image, effort, out);
        }
    };

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The format whose extension a file name has, in upper or lower case. */
    public static Optional<Format> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (lower.endsWith("." + format.extension)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @throws CodecException if the format cannot hold the picture
     */
    public abstract void write(IndexedImage image, OutputStream out) throws IOException;

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @param effort how hard a small PNG or packed file is sought, 1..9; other formats have one way
     * @param threads most threads to use, at least 1; the bytes do not depend on it
     * @param keepOrder whether a PNG has the palette in its order and the fewest bits for an index, even if it were smaller otherwise
     * @throws CodecException if the format cannot hold the picture
     */
    public void write(IndexedImage image, int effort, int threads, boolean keepOrder, OutputStream out)
            throws IOException {
        write(image, out);
    }

    /** Whether {@link #animation} writes one. */
    public boolean animated() {
        return false;
    }

    /**
     * Begins an animation: PNG and GIF can hold one.
     *
     * @param plays how often it is to be played in all, at least 0; 0 for without end
     * @param palette of all frames; empty if each has its own, which GIF alone can hold
     * @param effort how hard a small PNG is sought, 1..9; GIF has one way
     * @param threads most threads to use, at least 1; the bytes do not depend on it
     * @param out stays open
     * @throws CodecException if the format cannot hold an animation of that size, or none at all
     * @throws IllegalArgumentException if PNG is to have no palette
     */
    public AnimationWriter animation(
            int width, int height, int plays, Optional<Palette> palette, int effort, int threads, OutputStream out)
            throws IOException {
        throw CodecException.refused(name(), "format is not written with several frames; GIF and PNG are");
    }

    /** The palette as a file of this format shows it: entry by entry the same colours, but for GIF. */
    public Palette shown(Palette palette) {
        return palette;
    }

    /** Without a dot, such as {@code "png"}. */
    public String extension() {
        return extension;
    }

    /** Such as {@code "image/png"}; that of {@code .tinct} is not registered. */
    public String mediaType() {
        return mediaType;
    }
}

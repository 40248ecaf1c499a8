package tinct.app.soak;

/**
 * The targets for a fuzzer, which calls the method of a class that it is told the name of: {@code ./dev soak} runs Jazzer on
 * each. It learns which bytes reach what by instrumenting our classes.
 */
public final class Fuzz {
    private Fuzz() {}

    /** {@link ByteTarget#PNG}. */
    public static final class Png {
        private Png() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.PNG.accept(bytes);
        }
    }

    /** {@link ByteTarget#APNG}. */
    public static final class Apng {
        private Apng() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.APNG.accept(bytes);
        }
    }

    /** {@link ByteTarget#GIF}. */
    public static final class Gif {
        private Gif() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.GIF.accept(bytes);
        }
    }

    /** {@link ByteTarget#PACKED}. */
    public static final class Packed {
        private Packed() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.PACKED.accept(bytes);
        }
    }

    /** {@link ByteTarget#WEBP}. */
    public static final class Webp {
        private Webp() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.WEBP.accept(bytes);
        }
    }

    /** {@link ByteTarget#PNM}. */
    public static final class Pnm {
        private Pnm() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.PNM.accept(bytes);
        }
    }

    /** {@link ByteTarget#PALETTE}. */
    public static final class Palette {
        private Palette() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.PALETTE.accept(bytes);
        }
    }

    /** {@link ByteTarget#DEFLATE}. */
    public static final class Deflate {
        private Deflate() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.DEFLATE.accept(bytes);
        }
    }

    /** {@link ByteTarget#PNG_WRITER}. */
    public static final class PngWriter {
        private PngWriter() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.PNG_WRITER.accept(bytes);
        }
    }

    /** {@link ByteTarget#GIF_WRITER}. */
    public static final class GifWriter {
        private GifWriter() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.GIF_WRITER.accept(bytes);
        }
    }

    /** {@link ByteTarget#WEBP_WRITER}. */
    public static final class WebpWriter {
        private WebpWriter() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.WEBP_WRITER.accept(bytes);
        }
    }

    /** {@link ByteTarget#PACKED_WRITER}. */
    public static final class PackedWriter {
        private PackedWriter() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.PACKED_WRITER.accept(bytes);
        }
    }

    /** {@link ByteTarget#PICTURE}. */
    public static final class Picture {
        private Picture() {}

        public static void fuzzerTestOneInput(byte[] bytes) {
            ByteTarget.PICTURE.accept(bytes);
        }
    }
}

package tinct.app.soak;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.InflaterInputStream;
import tinct.app.Mutations;
import tinct.app.TestPictures;
import tinct.codec.CodecException;
import tinct.codec.Format;
import tinct.codec.GifAnimation;
import tinct.codec.PackedReader;
import tinct.codec.PngAnimation;
import tinct.codec.PngReader;
import tinct.codec.PngWriter;
import tinct.codec.PnmReader;
import tinct.codec.WebpAnimation;
import tinct.codec.palette.PaletteFormat;
import tinct.image.Animation;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;
import tinct.imageio.Pictures;
import tinct.imageio.PixelLimit;

/**
 * What any bytes are given to: readers, which must read them or throw a {@link CodecException}, and writers, whose files of
 * pixels made of the bytes must come back the same from another decoder. {@link Fuzz} gives them to a fuzzer.
 */
enum ByteTarget {
    PNG(mended(bytes -> Image.copyOf(PngReader.of(bytes, ByteTarget.LIMIT)))),
    APNG(mended(bytes -> play(PngAnimation.of(bytes, ByteTarget.LIMIT)))),
    GIF(bytes -> play(GifAnimation.of(bytes, ByteTarget.LIMIT))),
    PACKED(bytes -> PackedReader.read(new ByteArrayInputStream(bytes), ByteTarget.LIMIT)),
    WEBP(bytes -> play(WebpAnimation.of(bytes, ByteTarget.LIMIT, ByteTarget::blank))),
    PNM(bytes -> Image.copyOf(PnmReader.of(bytes, ByteTarget.LIMIT))),
    PALETTE(ByteTarget::palettes),
    DEFLATE(ByteTarget::deflate),
    PNG_WRITER(bytes -> readBack(bytes, Format.PNG)),
    GIF_WRITER(bytes -> readBack(bytes, Format.GIF)),
    WEBP_WRITER(bytes -> readBack(bytes, Format.WEBP)),
    PACKED_WRITER(bytes -> readBack(bytes, Format.TINCT)),
    PICTURE(ByteTarget::open);

    private static final long LIMIT = 100_000; // pixels

    /** Of pictures that are read row by row, so that a TIFF can be. */
    private static final long ROWS_LIMIT = 8_000_000;

    @SuppressWarnings("ImmutableEnumChecker") // what is done with bytes has no state
    private final Work work;

    private interface Work {
        void run(byte[] bytes) throws IOException;
    }

    ByteTarget(Work work) {
        this.work = work;
    }

    /**
     * Hands the bytes over.
     *
     * @throws RuntimeException or an error if they are not answered well
     */
    void accept(byte[] bytes) {
        try {
            work.run(bytes);
        } catch (CodecException told) {
            String line = String.valueOf(told.getMessage());
            if (line.contains("\n") || line.length() > 500) {
                throw new AssertionError("not told in a clear line", told);
            }
        } catch (IOException e) {
            throw new AssertionError(e); // memory does not break
        }
    }

    /** Also with right checksums, or hardly any damage would get further than those. */
    private static Work mended(Work work) {
        return bytes -> {
            try {
                work.run(bytes);
            } catch (CodecException told) {
                work.run(bytes.length < 8 ? bytes : Mutations.withChecksums(bytes.clone()));
            }
        };
    }

    /** As it is named on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void play(Animation animation) throws IOException {
        int count = 0;
        try (Animation.FrameReader frames = animation.open()) {
            while (count < 50 && frames.next()) {
                count++;
                check(frames.canvas().length == animation.pixelCount(), "a canvas of another size");
                check(frames.changed().equals(frames.changed().within(animation.width(), animation.height())), "area");
            }
        }
        check(count == Math.min(50, animation.frameCount()), "other frames than counted");
    }

    /** A frame of the size that its header has, which has been checked; VP8L keeps it less one, behind a byte. */
    private static Image blank(byte[] webp) {
        boolean lossless = webp[15] == 'L';
        int at = lossless ? 21 : Arrays.equals(webp, 12, 16, new byte[] {'V', 'P', '8', 'X'}, 0, 4) ? -1 : 26;
        int width = at < 0 ? 1 + u16(webp, 24) + (webp[26] << 16) : (u16(webp, at) & 0x3FFF) + (lossless ? 1 : 0);
        int height = at < 0
                ? 1 + u16(webp, 27) + (webp[29] << 16)
                : lossless ? (u16(webp, at + 1) >> 6 | (webp[at + 3] & 15) << 10) + 1 : u16(webp, at + 2) & 0x3FFF;
        return new Image(width, height, new int[width * height]);
    }

    private static int u16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    /** As a file of any format, of which JPEG, BMP and TIFF have no target of their own. */
    private static void open(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("tinct-soak", "");
        try {
            Files.write(file, bytes);
            Pictures.metadata(file);
            PixelRows rows = Pictures.open(file, new PixelLimit(LIMIT, ROWS_LIMIT), false)
                    .rows();
            int[] row = new int[rows.width()];
            try (PixelRows.RowReader reader = rows.open()) {
                for (int y = 0; y < rows.height(); y++) {
                    reader.readRow(row);
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void palettes(byte[] bytes) {
        for (PaletteFormat format : PaletteFormat.values()) {
            try {
                format.read(bytes);
            } catch (CodecException told) {
                check(!String.valueOf(told.getMessage()).contains("\n"), "not told in a line");
            } catch (UnsupportedOperationException writtenOnly) {
                check(format == PaletteFormat.SVG, "cannot be read");
            }
        }
    }

    /** The image data of a grey PNG are the bytes as our deflate has them; the JDK's inflate reads them back. */
    private static void deflate(byte[] bytes) throws IOException {
        if (bytes.length < 2) {
            return;
        }
        byte[] own = Arrays.copyOfRange(bytes, 1, Math.min(bytes.length, 50_001));
        int[] greys = new int[256];
        Arrays.setAll(greys, i -> 0xFF000000 | i * 0x010101);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        int width = 1 + (bytes[0] & 0x7F) % own.length;
        int height = own.length / width;
        byte[] indices = Arrays.copyOf(own, width * height);
        PngWriter.write(new IndexedImage(width, height, new Palette(greys), indices), png, 1 + (bytes[0] & 0xFF) % 6);
        byte[] lines = new InflaterInputStream(new ByteArrayInputStream(data(png.toByteArray()))).readAllBytes();
        check(lines.length >= height, "lines are missing");
    }

    /** What the chunks IDAT hold. */
    private static byte[] data(byte[] png) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int at = 8; at < png.length; ) {
            int length =
                    u16(new byte[] {png[at + 3], png[at + 2]}, 0) | u16(new byte[] {png[at + 1], png[at]}, 0) << 16;
            if (png[at + 4] == 'I' && png[at + 5] == 'D') {
                data.write(png, at + 8, length);
            }
            at += 12 + length;
        }
        return data.toByteArray();
    }

    /** Bytes as indices: the first tells the width, the second the number of colours, the next the colours. */
    private static void readBack(byte[] bytes, Format format) throws IOException {
        if (bytes.length < 10) {
            return;
        }
        int count = 1 + (bytes[1] & 0xFF);
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            int alpha = format != Format.GIF && i % 5 == 4 ? bytes[i % bytes.length] & 0xFF : 255;
            int rgb = bytes[(2 + i) % bytes.length] * 7919 + i * 104729 & 0xFFFFFF;
            entries[i] = Palette.visible(alpha << 24 | rgb);
        }
        int size = Math.min(bytes.length, 3000) - 2;
        int width = 1 + (bytes[0] & 0xFF) % size;
        byte[] indices = new byte[size / width * width];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (byte) ((bytes[2 + i] & 0xFF) % count);
        }
        IndexedImage image = new IndexedImage(width, indices.length / width, new Palette(entries), indices);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(image, out);
        check(decoded(out.toByteArray(), format).equals(image.toImage()), "another picture comes back");
    }

    private static Image decoded(byte[] file, Format format) throws IOException {
        return format == Format.TINCT
                ? PackedReader.read(new ByteArrayInputStream(file), LIMIT).toImage()
                : TestPictures.read(file);
    }

    private static void check(boolean right, String wrong) {
        if (!right) {
            throw new AssertionError(wrong);
        }
    }

    /** All of them. */
    static List<ByteTarget> all() {
        return List.of(values());
    }
}

package tinct.imageio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.spi.ImageReaderSpi;
import tinct.codec.CodecException;
import tinct.codec.Metadata;
import tinct.image.Image;

/**
 * Reads still WebP pictures, lossy and lossless; ICC profile and EXIF orientation applied. Source: the WebP container
 * specification.
 */
final class WebpReader {
    private static final int FLAGS = 20; // of the chunk VP8X, which comes first or not at all
    private static final int ANIMATED = 0x02;
    private static final int PROFILED = 0x20;

    private final byte[] data;
    private Optional<byte[]> profile = Optional.empty();
    private Optional<byte[]> exif = Optional.empty();
    private Optional<byte[]> xmp = Optional.empty();
    private String coding = "";
    private int canvasWidth; // 0 without the chunk VP8X
    private int canvasHeight;

    private WebpReader(byte[] data) {
        this.data = data;
    }

    static Picture read(byte[] data, long maxPixels, boolean keepProfile) throws IOException {
        WebpReader file = new WebpReader(data);
        file.walk();
        List<String> notes = new ArrayList<>();
        if (Libwebp.PROVIDER.isEmpty() && !file.exact()) {
            notes.add("decoded by a reader that is not exact, as libwebp does not run here");
        }
        BufferedImage decoded = decode(data, maxPixels);
        int[] pixels = Rasters.unpack(decoded);
        if (!keepProfile || !IccHeader.fits(file.profile, 3)) {
            Srgb.convert(pixels, 3, file.profile, notes);
        }
        Image image = new Image(decoded.getWidth(), decoded.getHeight(), pixels);
        int orientation = file.exif.isEmpty() ? 1 : Orientation.ofExif(file.exif.get(), notes);
        String kind = Rasters.kind(decoded) + ", " + file.coding;
        return new Picture(Orientation.upright(image, orientation, notes), "WebP", kind, notes);
    }

    /** The pixels of a frame of an animation, in the colours of the file. */
    static Image readFrame(byte[] data) throws CodecException {
        return Decoder.guard("WebP", () -> {
            BufferedImage decoded = decode(data, Long.MAX_VALUE);
            return new Image(decoded.getWidth(), decoded.getHeight(), Rasters.unpack(decoded));
        });
    }

    private static BufferedImage decode(byte[] data, long maxPixels) throws IOException {
        ImageReaderSpi provider = Libwebp.PROVIDER.orElse(Providers.WEBP);
        try (var in = new ByteArrayImageInputStream(data);
                Decoder decoder = new Decoder("WebP", provider, in)) {
            return decoder.read(0, maxPixels);
        }
    }

    /** Whether the reader in pure Java has its pixels right. */
    private boolean exact() {
        return coding.equals("lossless");
    }

    /** What the file has beside its pixels. */
    static Metadata metadata(byte[] data) throws CodecException {
        WebpReader file = new WebpReader(data.clone());
        file.walk();
        return FileMetadata.of(file.profile, 3, file.exif, file.xmp);
    }

    /** Finds whether the file is whole, and what it says of the picture beside the pixels. */
    private void walk() throws CodecException {
        ByteBuffer riff = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        if (data.length < FLAGS || Integer.toUnsignedLong(riff.getInt(4)) + 8 > data.length) {
            throw truncated();
        }
        int end = riff.getInt(4) + 8;
        int at = 12;
        while (at < end - 7) {
            long length = Integer.toUnsignedLong(riff.getInt(at + 4));
            if (at + 8 + length > end) {
                throw truncated();
            }
            chunk(new String(data, at, 4, ISO_8859_1), at + 8, at + 8 + (int) length);
            at += 8 + (int) (length + (length & 1));
        }
        if (coding.isEmpty()) {
            throw new CodecException("WebP", -1, "there is no picture in it");
        }
    }

    private void chunk(String name, int from, int to) throws CodecException {
        switch (name) {
            case "VP8X" -> extended(from, to);
            case "VP8 " -> picture("lossy", from + 6, to, 16);
            case "VP8L" -> picture("lossless", from + 1, to, 14);
            case "ICCP" -> profile = Optional.of(Arrays.copyOfRange(data, from, to));
            case "EXIF" -> {
                boolean prefixed = to - from > 6 && new String(data, from, 6, ISO_8859_1).equals("Exif\0\0");
                exif = Optional.of(Arrays.copyOfRange(data, prefixed ? from + 6 : from, to));
            }
            case "XMP " -> xmp = Optional.of(Arrays.copyOfRange(data, from, to));
            default -> {} // alpha is the decoder's, the rest does not change the picture
        }
    }

    /** The size of the coded picture is two numbers of 14 bits, the second one {@code shift} bits behind the first. */
    private void picture(String kind, int sizeAt, int to, int shift) throws CodecException {
        if (!coding.isEmpty()) {
            throw new CodecException("WebP", sizeAt, "there is more than one picture in it");
        } else if (to < sizeAt + 4) {
            throw new CodecException("WebP", sizeAt, "the picture has no size");
        }
        coding = kind;
        int size = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt(sizeAt);
        int extra = shift == 14 ? 1 : 0; // only lossless pictures store it less one
        int width = (size & 0x3FFF) + extra;
        int height = (size >>> shift & 0x3FFF) + extra;
        if (canvasWidth > 0 && (width != canvasWidth || height != canvasHeight)) {
            throw new CodecException(
                    "WebP",
                    sizeAt,
                    "a picture of " + width + " x " + height + " cannot fill its canvas of " + canvasWidth + " x "
                            + canvasHeight);
        }
    }

    private void extended(int from, int to) throws CodecException {
        if (from != FLAGS || to - from != 10) {
            throw new CodecException("WebP", from, "the chunk VP8X is misplaced");
        } else if ((data[FLAGS] & ANIMATED) != 0) {
            throw CodecException.refused("WebP", "is an animation; only still pictures are read");
        }
        ByteBuffer sizes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        canvasWidth = (sizes.getInt(FLAGS + 3) >>> 8) + 1;
        canvasHeight = (sizes.getInt(FLAGS + 6) >>> 8) + 1;
        data[FLAGS] &= ~PROFILED; // so that the decoder in pure Java leaves the profile to us
    }

    private CodecException truncated() {
        return new CodecException("WebP", data.length, "the file ends before the picture does");
    }
}

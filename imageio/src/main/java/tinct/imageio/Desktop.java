package tinct.imageio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.stream.ImageInputStream;
import tinct.codec.CodecException;
import tinct.codec.Metadata;

/** Opens the formats whose readers need java.desktop. */
final class Desktop {
    private Desktop() {}

    static Picture open(Path file, Signature signature, PixelLimit limit, boolean keepProfile) throws IOException {
        long maxPixels = limit.held();
        String format = signature.title();
        return switch (signature) {
            case JPEG -> {
                byte[] data = bytes(file, format);
                yield Decoder.guard(format, () -> JpegReader.read(data, maxPixels, keepProfile));
            }
            case GIF -> {
                byte[] data = bytes(file, format);
                yield Decoder.guard(format, () -> GifReader.read(data, maxPixels));
            }
            case WEBP -> {
                byte[] data = bytes(file, format);
                yield Decoder.guard(format, () -> WebpReader.read(data, maxPixels, keepProfile));
            }
            case TIFF -> streamed(file, format, in -> TiffReader.read(file, in, limit, TiffReader.ROWS_FROM));
            case BMP -> streamed(file, format, in -> BmpReader.read(in, maxPixels));
            case PNG, PNM, PACKED -> throw new IllegalArgumentException(format + " needs no java.desktop");
        };
    }

    /** What a JPEG or WebP has beside its pixels. */
    static Metadata metadata(Path file, Signature signature) throws IOException {
        byte[] data = bytes(file, signature.title());
        return Decoder.guard(
                signature.title(),
                () -> signature == Signature.JPEG
                        ? FileMetadata.ofJpeg(JpegFile.parse(data))
                        : WebpReader.metadata(data));
    }

    private static byte[] bytes(Path file, String format) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (OutOfMemoryError large) {
            throw CodecException.refused(format, "of " + Files.size(file) + " bytes does not fit in memory");
        }
    }

    /** These may be large, mostly uncompressed; the stream keeps no more than a buffer of the file. */
    private static Picture streamed(Path file, String format, Reader reader) throws IOException {
        try (ImageInputStream in = new FileInput(file)) {
            return Decoder.guard(format, () -> reader.read(in));
        }
    }

    private interface Reader {
        Picture read(ImageInputStream in) throws IOException;
    }
}

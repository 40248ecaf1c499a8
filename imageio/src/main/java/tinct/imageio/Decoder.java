package tinct.imageio;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import tinct.codec.CodecException;

/**
 * One ImageIO reader at work on one file. Sizes are checked before pixels are read; warnings that mean damage become
 * errors.
 */
final class Decoder implements AutoCloseable {
    /** The most pixels that fit in one array. */
    private static final long MAX_ARRAY = Integer.MAX_VALUE - 8;

    /** The most letters of what a reader says: some print all values of a field, of which a broken one has thousands. */
    private static final int MAX_LINE = 150;

    private final String format;
    private final ImageReader reader;
    private @Nullable String damage;

    Decoder(String format, ImageReaderSpi provider, ImageInputStream in) throws IOException {
        this.format = format;
        this.reader = provider.createReaderInstance();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (damage == null && isDamage(warning)) {
                damage = warning;
            }
        });
        reader.setInput(in, false, true);
    }

    /** The pixels of the picture numbered {@code index}. */
    BufferedImage read(int index, long maxPixels) throws IOException {
        checkSize(format, reader.getWidth(index), reader.getHeight(index), maxPixels);
        BufferedImage image = reader.read(index);
        checkDamage();
        return image;
    }

    /** The pixels of a part of the picture numbered {@code index}; its size is not checked. */
    BufferedImage read(int index, Rectangle part) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(part);
        BufferedImage image = reader.read(index, param);
        checkDamage();
        return image;
    }

    /**
     * How a picture is divided.
     *
     * @param tileHeight rows of a tile, or of a strip
     */
    record Grid(int width, int height, int tileHeight) {
        long pixels() {
            return (long) width * height;
        }
    }

    /** The size of the picture numbered {@code index}, and of its strips or tiles. */
    Grid grid(int index) throws IOException {
        int height = reader.getHeight(index);
        return new Grid(reader.getWidth(index), height, Math.max(1, Math.min(height, reader.getTileHeight(index))));
    }

    /** The samples of the first picture as they are stored. */
    Raster readRaster(long maxPixels) throws IOException {
        checkSize(format, reader.getWidth(0), reader.getHeight(0), maxPixels);
        Raster raster = reader.readRaster(0, null);
        checkDamage();
        return raster;
    }

    private void checkDamage() throws CodecException {
        if (damage != null) {
            throw new CodecException(format, -1, damage);
        }
    }

    /** Readers go on after damage to the data of a JPEG, and say so only by these warnings of libjpeg and the JDK. */
    private static boolean isDamage(String warning) {
        return warning.contains("Premature end")
                || warning.contains("Truncated File")
                || (warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes"));
    }

    /** Refuses a picture that is too large, before memory is taken for it. */
    static void checkSize(String format, int width, int height, long maxPixels) throws CodecException {
        checkSize(format, width, height, maxPixels, MAX_ARRAY);
    }

    /** The same of a picture of which {@code most} pixels can be held. */
    static void checkSize(String format, int width, int height, long maxPixels, long most) throws CodecException {
        if (width < 1 || height < 1) {
            throw new CodecException(format, -1, "width and height must be at least 1, are " + width + " x " + height);
        }
        long pixels = (long) width * height;
        if (pixels > Math.min(maxPixels, most)) {
            throw CodecException.tooLarge(format, width, height, Math.min(maxPixels, most));
        }
    }

    @Override
    public void close() {
        reader.dispose();
    }

    /** Work on a file that may be broken in any way. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does the work; whatever a reader throws at broken data comes out as one line. */
    static <T> T guard(String format, Work<T> work) throws CodecException {
        try {
            return work.run();
        } catch (CodecException clear) {
            throw clear;
        } catch (EOFException end) {
            throw broken(format, "the file ends before the picture does", end);
        } catch (OutOfMemoryError large) {
            // That of libwebp has no message, and comes of broken data: sizes have been checked before.
            boolean heap = large.getMessage() != null;
            throw broken(format, heap ? "there is not enough memory to read it" : "it cannot be decoded", large);
        } catch (IOException told) {
            throw broken(format, line(told).orElse("it cannot be decoded"), told);
        } catch (RuntimeException | StackOverflowError | AssertionError untold) {
            String detail = line(untold).map(text -> ": " + text).orElse("");
            throw broken(format, "the decoder failed, " + untold.getClass().getSimpleName() + detail, untold);
        }
    }

    private static CodecException broken(String format, String reason, Throwable cause) {
        CodecException broken = new CodecException(format, -1, reason);
        broken.initCause(cause);
        return broken;
    }

    private static Optional<String> line(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? Optional.empty()
                : message.lines()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE) + "...")
                        .findFirst();
    }
}

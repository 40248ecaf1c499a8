package tinct.codec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tinct.image.PixelRows;

/**
 * A binary PGM (P5), PPM (P6) or PAM (P7) file as rows of pixels: grey or RGB, in a PAM with or without alpha, samples of
 * 8 or 16 bits. Any size: a pass holds one row in memory.
 *
 * <p>Samples are rounded to the nearest of 256 levels and taken as sRGB, as nearly all programs mean them. Bytes after
 * the picture are ignored.
 */
public final class PnmReader implements PixelRows {
    private static final int BUFFER = 1 << 16;

    private final Reopened source;
    private final PnmHeader header;

    private PnmReader(Reopened source, long length, long maxPixels) throws IOException {
        this.source = source;
        try (InputStream in = new BufferedInputStream(source.open())) {
            header = PnmHeader.read(in);
        }
        header.checkSize(maxPixels, length);
    }

    /**
     * Reads the header of a regular file.
     *
     * @param maxPixels the most pixels that the picture may have, checked before memory is taken for it
     * @throws CodecException if the file is broken, cut short, or larger than the limit
     * @throws IOException if the file cannot be read
     */
    public static PnmReader open(Path file, long maxPixels) throws IOException {
        return new PnmReader(() -> Files.newInputStream(file), Files.size(file), maxPixels);
    }

    /**
     * Reads the header of a file in memory; the caller must not write to the array afterwards.
     *
     * @param maxPixels the most pixels that the picture may have
     * @throws CodecException if the file is broken, cut short, or larger than the limit
     */
    public static PnmReader of(byte[] pnm, long maxPixels) throws CodecException {
        return Reopened.inMemory(pnm, source -> new PnmReader(source, pnm.length, maxPixels));
    }

    @Override
    public int width() {
        return header.width();
    }

    @Override
    public int height() {
        return header.height();
    }

    /** Name of the format: {@code "PGM"}, {@code "PPM"} or {@code "PAM"}. */
    public String format() {
        return header.format();
    }

    /** Depth and colours, such as {@code "8-bit RGB"} or {@code "16-bit grey + alpha"}. */
    public String kind() {
        return header.kind();
    }

    /** Whether samples take two bytes, which are rounded to one. */
    public boolean wide() {
        return header.wide();
    }

    @Override
    public RowReader open() throws IOException {
        InputStream in = new BufferedInputStream(source.open(), BUFFER);
        try {
            if (!PnmHeader.read(in).equals(header)) {
                throw CodecException.refused(header.format(), "has changed since it was first read");
            }
            return new Rows(in, header);
        } catch (Throwable e) {
            in.close();
            throw e;
        }
    }

    private static final class Rows implements RowReader {
        private final InputStream in;
        private final PnmHeader header;
        private final byte[] samples;
        /** [most + 1] the level 0..255 of each sample. */
        private final int[] levels;

        private int next;

        Rows(InputStream in, PnmHeader header) {
            this.in = in;
            this.header = header;
            samples = new byte[(int) header.rowBytes()];
            levels = new int[header.most() + 1];
            for (int sample = 0; sample < levels.length; sample++) {
                levels[sample] = (sample * 255 + header.most() / 2) / header.most();
            }
        }

        @Override
        public void readRow(int[] argb) throws IOException {
            if (next == header.height()) {
                throw new IllegalStateException("all " + next + " rows have been read");
            }
            if (in.readNBytes(samples, 0, samples.length) < samples.length) {
                throw new CodecException(header.format(), -1, "the file ends before the picture does");
            }
            next++;
            if (header.most() == 255) {
                convertBytes(argb);
            } else {
                convert(argb);
            }
        }

        /** Samples that are levels already. */
        private void convertBytes(int[] argb) {
            final byte[] in = samples;
            final int channels = header.channels(), width = header.width();
            final int green = channels < 3 ? 0 : 1, blue = 2 * green;
            final int last = channels - 1, opaque = channels % 2 == 1 ? 0xFF : 0;
            for (int x = 0, i = 0; x < width; x++, i += channels) {
                argb[x] = (in[i + last] & 0xFF | opaque) << 24
                        | (in[i] & 0xFF) << 16
                        | (in[i + green] & 0xFF) << 8
                        | in[i + blue] & 0xFF;
            }
        }

        private void convert(int[] argb) throws CodecException {
            int channels = header.channels();
            for (int x = 0, i = 0; x < header.width(); x++, i += channels) {
                int red = level(i);
                int packed = channels < 3 ? red * 0x010101 : red << 16 | level(i + 1) << 8 | level(i + 2);
                argb[x] = packed | (channels % 2 == 0 ? level(i + channels - 1) : 0xFF) << 24;
            }
        }

        /** The level of the sample numbered i in the row. */
        private int level(int i) throws CodecException {
            int sample = header.wide() ? (samples[2 * i] & 0xFF) << 8 | samples[2 * i + 1] & 0xFF : samples[i] & 0xFF;
            if (sample >= levels.length) {
                throw new CodecException(
                        header.format(), -1, "a sample of " + sample + " is above the largest, " + header.most());
            }
            return levels[sample];
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

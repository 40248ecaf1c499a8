package tinct.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tinct.image.Image;
import tinct.image.PixelRows;

/**
 * A PNG file as rows of pixels, of any colour type and depth.
 *
 * <p>The file's structure up to its image data is checked when the reader is made; each {@link #open} decodes from the
 * beginning. A pass holds two rows in memory. An interlaced picture is the exception: its rows are complete only at the
 * end of the file, so {@code open} decodes all of it and each pass holds 4 bytes for every pixel until it is closed. A
 * pass that has read the last row has verified every checksum of the file up to its end, IEND; bytes after that are
 * ignored.
 *
 * <p>Samples of 16 bits are rounded to the nearest of 256 levels, after tRNS has been compared with all 16 bits. Pixels
 * of alpha 0 keep the colour that the file gives them. Samples are taken as sRGB whatever the chunks gAMA, cHRM, sRGB,
 * iCCP and cICP say; a caller that can convert finds the latter two in {@link #iccProfile} and {@link #cicp}.
 */
public final class PngReader implements PixelRows {
    private final Reopened source;
    private final long length;
    private final long maxPixels;
    private final PngPrelude prelude;

    private PngReader(Reopened source, long length, long maxPixels) throws IOException {
        this.source = source;
        this.length = length;
        this.maxPixels = maxPixels;
        try (PngChunks chunks = PngChunks.open(source.open())) {
            this.prelude = PngPrelude.read(chunks, maxPixels, length);
        }
    }

    /**
     * Reads the header of a regular file.
     *
     * @param maxPixels the most pixels that the picture may have, checked before memory is taken for it
     * @throws CodecException if the file is broken, animated, or larger than the limit
     * @throws IOException if the file cannot be read
     */
    public static PngReader open(Path file, long maxPixels) throws IOException {
        return new PngReader(() -> Files.newInputStream(file), Files.size(file), maxPixels);
    }

    /**
     * Reads the header of a file in memory; the caller must not write to the array afterwards.
     *
     * @param maxPixels the most pixels that the picture may have, checked before memory is taken for it
     * @throws CodecException if the file is broken, animated, or larger than the limit
     */
    public static PngReader of(byte[] png, long maxPixels) throws CodecException {
        return Reopened.inMemory(png, source -> new PngReader(source, png.length, maxPixels));
    }

    @Override
    public int width() {
        return prelude.header().width();
    }

    @Override
    public int height() {
        return prelude.header().height();
    }

    /** Bits of a sample in the file: 1, 2, 4, 8 or 16. */
    public int bitDepth() {
        return prelude.header().bitDepth();
    }

    /** Whether the file is interlaced, so that a pass needs memory for the whole picture. */
    public boolean interlaced() {
        return prelude.header().interlaced();
    }

    /** Depth and colour type, such as {@code "8-bit RGB"}, {@code "4-bit palette"} or {@code "16-bit grey + alpha"}. */
    public String kind() {
        return prelude.header().kind();
    }

    /** The ICC profile of the chunk iCCP, unzipped, at most 16 MiB; the pixels have not been converted by it. */
    public Optional<byte[]> iccProfile() {
        return prelude.icc().map(byte[]::clone);
    }

    /**
     * The chunk cICP: colour primaries, transfer function, matrix coefficients and full-range flag as numbered in ITU-T
     * H.273; the pixels have not been converted by it.
     */
    public Optional<byte[]> cicp() {
        return prelude.cicp().map(byte[]::clone);
    }

    @Override
    public RowReader open() throws IOException {
        PngChunks chunks = PngChunks.open(source.open());
        try {
            PngPrelude again = PngPrelude.read(chunks, maxPixels, length);
            if (!again.header().matches(prelude.header())) {
                throw CodecException.refused("PNG", "has changed since it was first read");
            }
            PngLines lines = new PngLines(chunks, again.header());
            return interlaced() ? whole(lines, again.pixels()) : new PngRows(lines, again.pixels(), again.header());
        } catch (Throwable e) {
            chunks.close();
            throw e;
        }
    }

    private RowReader whole(PngLines lines, PngPixels pixels) throws IOException {
        try (lines) {
            return new Image(width(), height(), Adam7.read(lines, pixels, prelude.header())).open();
        }
    }
}

package tinct.codec;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a PNG says before its image data. */
final class PngPrelude {
    private static final int MAX_ENTRIES = 256;

    private final PngHeader header;
    private byte @Nullable [] palette; // PLTE
    private byte @Nullable [] transparency; // tRNS
    private byte @Nullable [] icc; // unzipped
    private byte @Nullable [] cicp;
    private @Nullable PngPlayback playback; // acTL
    private @Nullable PngFrame first; // fcTL of the image data, which is hidden without one

    private PngPrelude(PngHeader header) {
        this.header = header;
    }

    /**
     * Reads all chunks up to the first IDAT, where the chunks then stand.
     *
     * @param fileLength bytes of the whole file
     */
    static PngPrelude read(PngChunks chunks, long maxPixels, long fileLength) throws IOException {
        return read(chunks, maxPixels, fileLength, null);
    }

    /**
     * The same of a file that may be animated.
     *
     * @param sequence counts the chunks of frames; null if there must be none
     */
    static PngPrelude read(PngChunks chunks, long maxPixels, long fileLength, @Nullable PngSequence sequence)
            throws IOException {
        chunks.next();
        if (!chunks.type().equals("IHDR")) {
            throw new CodecException("PNG", chunks.start(), "the first chunk is " + chunks.type() + " instead of IHDR");
        }
        PngHeader header = PngHeader.parse(chunks.data(PngHeader.LENGTH), chunks.start());
        header.checkSize(maxPixels, fileLength);
        PngPrelude prelude = new PngPrelude(header);
        for (chunks.next(); !chunks.type().equals("IDAT"); chunks.next()) {
            prelude.readChunk(chunks, sequence);
        }
        if (header.color() == PngColor.PALETTE && prelude.palette == null) {
            throw new CodecException("PNG", chunks.start(), "there is no PLTE chunk before the image data");
        }
        return prelude;
    }

    /** Refuses chunks that make no sense after the image data. */
    static void checkAfterData(PngChunks chunks) throws CodecException {
        switch (chunks.type()) {
            case "IDAT" -> throw chunks.error("does not follow the other IDAT chunks at once");
            case "IHDR", "PLTE", "tRNS" -> throw chunks.error("comes after the image data");
            default -> checkKnown(chunks);
        }
    }

    PngHeader header() {
        return header;
    }

    Optional<byte[]> icc() {
        return Optional.ofNullable(icc);
    }

    Optional<byte[]> cicp() {
        return Optional.ofNullable(cicp);
    }

    /** How often it is played; empty if it is not animated. */
    Optional<PngPlayback> playback() {
        return Optional.ofNullable(playback);
    }

    /** The frame that the image data is; empty if it is none. */
    Optional<PngFrame> first() {
        return Optional.ofNullable(first);
    }

    /** How to make colours of the samples. */
    PngPixels pixels() {
        byte[] alpha = transparency == null ? new byte[0] : transparency;
        return palette != null && header.color() == PngColor.PALETTE
                ? PngPixels.ofPalette(header, palette, alpha)
                : PngPixels.of(header, alpha);
    }

    private void readChunk(PngChunks chunks, @Nullable PngSequence sequence) throws IOException {
        switch (chunks.type()) {
            case "PLTE" -> palette = readPalette(chunks);
            case "tRNS" -> transparency = readTransparency(chunks);
            case "iCCP" -> {
                once(chunks, icc);
                icc = IccProfile.read(chunks);
            }
            case "cICP" -> {
                once(chunks, cicp);
                checkLength(chunks, 4);
                cicp = chunks.data(4);
            }
            case "acTL" -> {
                if (sequence == null) {
                    throw CodecException.refused("PNG", "is an animation (APNG); only still pictures are read");
                } else if (playback != null) {
                    throw chunks.error("appears twice");
                }
                playback = PngPlayback.read(chunks);
            }
            case "fcTL" -> readFrame(chunks, sequence);
            case "IHDR" -> throw chunks.error("appears twice");
            case "IEND" -> throw new CodecException("PNG", chunks.start(), "there is no IDAT chunk");
            default -> {
                checkKnown(chunks);
                chunks.finish();
            }
        }
    }

    /** A picture that is still may have any chunks that need not be known. */
    private void readFrame(PngChunks chunks, @Nullable PngSequence sequence) throws IOException {
        if (sequence == null || playback == null) {
            chunks.finish();
            return;
        } else if (first != null) {
            throw chunks.error("appears twice before the image data");
        }
        first = PngFrame.read(chunks, sequence, header);
        if (first.area().pixelCount() != (long) header.width() * header.height()) {
            throw chunks.error("of the image data does not cover the picture");
        }
    }

    private byte[] readPalette(PngChunks chunks) throws IOException {
        once(chunks, palette);
        if (transparency != null) {
            throw chunks.error("comes after tRNS");
        }
        int length = chunks.remaining();
        if (length == 0 || length % 3 != 0) {
            throw chunks.error("has " + length + " bytes, not three for each of 1..256 entries");
        }
        int most = header.color() == PngColor.PALETTE ? 1 << header.bitDepth() : MAX_ENTRIES;
        if (length / 3 > most) {
            throw chunks.error("has " + length / 3 + " entries, more than " + most);
        }
        return chunks.data(3 * MAX_ENTRIES);
    }

    private byte[] readTransparency(PngChunks chunks) throws IOException {
        once(chunks, transparency);
        switch (header.color()) {
            case PALETTE -> {
                if (palette == null) {
                    throw chunks.error("comes before PLTE");
                }
                int entries = palette.length / 3;
                if (chunks.remaining() > entries) {
                    throw chunks.error("has " + chunks.remaining() + " entries for a palette of " + entries);
                }
            }
            case GREY, RGB -> checkLength(chunks, 2 * header.color().channels());
            default -> throw chunks.error("is not allowed for " + header.color().title());
        }
        return chunks.data(MAX_ENTRIES);
    }

    private static void checkLength(PngChunks chunks, int expected) throws CodecException {
        if (chunks.remaining() != expected) {
            throw chunks.error("has " + chunks.remaining() + " bytes instead of " + expected);
        }
    }

    private static void checkKnown(PngChunks chunks) throws CodecException {
        if (!chunks.ancillary()) {
            throw chunks.error("is unknown and must not be ignored");
        }
    }

    private static void once(PngChunks chunks, byte @Nullable [] earlier) throws CodecException {
        if (earlier != null) {
            throw chunks.error("appears twice");
        }
    }
}

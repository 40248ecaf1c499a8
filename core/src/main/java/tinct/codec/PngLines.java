package tinct.codec;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The rows of samples in the IDAT chunks of a PNG, or the fdAT chunks of a frame, unzipped and unfiltered. */
final class PngLines implements Closeable {
    private final PngChunks chunks;
    private final String type; // of the chunks of data
    private final @Nullable PngSequence sequence; // of the numbers that fdAT chunks begin with
    private final int step;
    private final Inflater inflater = new Inflater();
    private byte[] row;
    private byte[] above;
    private boolean moreData = true;

    /** Takes over chunks that stand at the first IDAT. */
    PngLines(PngChunks chunks, PngHeader header) {
        this(chunks, header, null);
    }

    /** Takes over chunks that stand at the first IDAT, or the first fdAT of a frame, whose number has been read. */
    PngLines(PngChunks chunks, PngHeader header, @Nullable PngSequence sequence) {
        this.chunks = chunks;
        this.type = chunks.type();
        this.sequence = sequence;
        this.step = Math.max(1, header.bitsPerPixel() / 8);
        int length = 1 + (int) header.rowBytes(header.width());
        this.row = new byte[length];
        this.above = new byte[length];
    }

    /** Begins a pass of an interlaced picture: the row above its first one is zero. */
    void startPass() {
        Arrays.fill(row, (byte) 0);
    }

    /** The next row of that many bytes of samples, which begin at index 1; valid until the next call. */
    byte[] next(int bytes) throws IOException {
        byte[] samples = above;
        above = row;
        row = samples;
        for (int n = 0; n < bytes + 1; ) {
            int got = inflate(samples, n, bytes + 1 - n);
            if (got == 0) {
                throw new CodecException("PNG", chunks.start(), "there is too little image data");
            }
            n += got;
        }
        if ((samples[0] & 0xFF) > 4) {
            throw new CodecException("PNG", chunks.start(), "there is no row filter " + (samples[0] & 0xFF));
        }
        Unfilter.apply(samples, above, bytes, step);
        return samples;
    }

    /** Checks that the image data ends here, and the rest of the file. */
    void finish() throws IOException {
        finishData();
        while (!chunks.type().equals("IEND")) {
            PngPrelude.checkAfterData(chunks);
            chunks.finish();
            chunks.next();
        }
        chunks.data(0);
    }

    /** Checks that the image data ends here; the chunks then stand at the first one after it. */
    void finishData() throws IOException {
        if (inflate(new byte[1], 0, 1) > 0) {
            throw new CodecException("PNG", chunks.start(), "there is too much image data");
        }
        if (!inflater.finished()) {
            throw new CodecException("PNG", chunks.start(), "the image data has no end");
        }
        long extra = inflater.getRemaining();
        while (moreData) {
            extra += chunks.remaining();
            nextChunk();
        }
        if (extra > 0) {
            throw new CodecException("PNG", chunks.start(), extra + " bytes follow the end of the image data");
        }
    }

    /** Bytes written to {@code out}; 0 at the end of the compressed stream or of the IDAT chunks. */
    private int inflate(byte[] out, int from, int length) throws IOException {
        try {
            while (true) {
                int n = inflater.inflate(out, from, length);
                if (n > 0 || inflater.finished()) {
                    return n;
                }
                if (inflater.needsDictionary()) {
                    throw new CodecException("PNG", chunks.start(), "the image data needs a dictionary");
                }
                if (!refill()) {
                    return 0;
                }
            }
        } catch (DataFormatException e) {
            String reason = e.getMessage();
            throw new CodecException(
                    "PNG",
                    chunks.start(),
                    "the compressed image data is damaged" + (reason == null ? "" : " (" + reason + ")"));
        }
    }

    /** Gives the inflater more input; false if there is none. */
    private boolean refill() throws IOException {
        while (moreData && chunks.remaining() == 0) {
            nextChunk();
        }
        if (!moreData) {
            return false;
        }
        int from = chunks.position();
        inflater.setInput(chunks.buffer(), from, chunks.take());
        return true;
    }

    private void nextChunk() throws IOException {
        chunks.finish();
        chunks.next();
        moreData = chunks.type().equals(type);
        if (moreData && sequence != null) {
            sequence.check(chunks);
        }
    }

    /** Gives back what the inflater holds; the chunks stay open. */
    void endData() {
        inflater.end();
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        chunks.close();
    }
}

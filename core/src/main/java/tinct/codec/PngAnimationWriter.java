package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import tinct.image.Area;
import tinct.image.Delay;
import tinct.image.IndexedFrame;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/**
 * Writes animated PNG files (APNG) with one palette, 1, 2, 4 or 8 bits a pixel; one that has a single frame is no animation.
 *
 * <p>If the palette has a transparent entry, pixels that do not change may get its index, and the frame is laid over the one
 * before: where that saves bytes, and what changes is opaque. The compressed frames are held in memory until the end, as their
 * number comes first in the file.
 */
final class PngAnimationWriter implements AnimationWriter {
    private static final int MOST = 0xFFFF; // of the numbers of a delay

    /** Effort at which two ways to write a frame are compared. */
    private static final int QUICK = 2;

    private final int width;
    private final int height;
    private final int plays;
    private final Palette palette;
    private final int depth;
    private final int transparent;
    private final OutputStream out;
    private final int effort;
    private final FrameComposer composer;
    private final WaitingFrames waiting;
    private final ByteArrayOutputStream frames = new ByteArrayOutputStream();
    private byte[] first = {}; // the fcTL of the first frame
    private int sequence;

    PngAnimationWriter(int width, int height, int plays, Palette palette, int effort, int threads, OutputStream out) {
        this.width = width;
        this.height = height;
        this.plays = plays;
        this.palette = palette;
        this.effort = effort;
        this.out = out;
        waiting = new WaitingFrames(threads);
        depth = PngWriter.depth(palette.size());
        transparent = new ColorIndices(palette).find(0);
        composer = new FrameComposer(
                width,
                height,
                new FrameComposer.Rules(true, true, own -> own, PngAnimationWriter::fits),
                frame -> waiting.add(new Waiting(frame), frame.area().pixelCount()));
    }

    @Override
    public void add(IndexedFrame frame) throws IOException {
        composer.add(frame);
    }

    @Override
    public void finish() throws IOException {
        composer.finish();
        waiting.finish();
        out.write(PngWriter.SIGNATURE);
        PngWriter.writeChunk(out, "IHDR", PngWriter.header(width, height, depth));
        if (composer.written() > 1) {
            byte[] control = ByteBuffer.allocate(8)
                    .putInt(composer.written())
                    .putInt(plays)
                    .array();
            PngWriter.writeChunk(out, "acTL", control);
        }
        PngWriter.writeChunk(out, "PLTE", PngWriter.colors(palette));
        byte[] alpha = PngWriter.transparency(palette);
        if (alpha.length > 0) {
            PngWriter.writeChunk(out, "tRNS", alpha);
        }
        if (composer.written() > 1) {
            PngWriter.writeChunk(out, "fcTL", first);
        }
        frames.writeTo(out);
        PngWriter.writeChunk(out, "IEND", new byte[0]);
    }

    @Override
    public int written() {
        return composer.written();
    }

    /** A frame whose pixels have been taken from the canvas. */
    private final class Waiting implements WaitingFrames.Frame {
        private final FrameComposer.Drawing frame;
        private final FramePixels pixels;
        private byte[] data = {};
        private boolean over;

        Waiting(FrameComposer.Drawing frame) {
            this.frame = frame;
            pixels = new FramePixels(frame, width);
        }

        @Override
        public void code() {
            byte[] rows = rows(pixels.own(), frame.area());
            if (frame.number() > 0 && transparent >= 0 && pixels.anyKept() && !pixels.veiled()) {
                byte[] sparse = rows(pixels.with(transparent), frame.area());
                over = Deflate.compress(sparse, QUICK).length < Deflate.compress(rows, QUICK).length;
                rows = over ? sparse : rows;
            }
            data = Deflate.compress(rows, effort);
        }

        @Override
        public void write() throws IOException {
            byte[] control = control(frame, over);
            if (frame.number() == 0) {
                first = control;
                PngWriter.writeChunk(frames, "IDAT", data);
                return;
            }
            PngWriter.writeChunk(frames, "fcTL", control);
            byte[] numbered = ByteBuffer.allocate(4 + data.length)
                    .putInt(sequence++)
                    .put(data)
                    .array();
            PngWriter.writeChunk(frames, "fdAT", numbered);
        }
    }

    private byte[] rows(byte[] indices, Area area) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try {
            PngWriter.writeRows(new IndexedImage(area.width(), area.height(), palette, indices), depth, raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // arrays do not fail
        }
        return raw.toByteArray();
    }

    private byte[] control(FrameComposer.Drawing frame, boolean over) {
        Delay delay = written(frame.delay());
        int disposal = switch (frame.disposal()) {
            case NONE -> 0;
            case BACKGROUND -> 1;
            case PREVIOUS -> 2;
        };
        return ByteBuffer.allocate(PngFrame.LENGTH)
                .putInt(sequence++)
                .putInt(frame.area().width())
                .putInt(frame.area().height())
                .putInt(frame.area().x())
                .putInt(frame.area().y())
                .putShort((short) delay.numerator())
                .putShort((short) delay.denominator())
                .put((byte) disposal)
                .put((byte) (over ? 1 : 0))
                .array();
    }

    private static boolean fits(Delay delay) {
        Delay least = delay.reduced();
        return least.numerator() <= MOST && least.denominator() <= MOST;
    }

    /** The delay, or the nearest one that the file can hold of those in thousandths, hundredths or whole seconds. */
    private static Delay written(Delay delay) {
        if (delay.numerator() <= MOST && delay.denominator() <= MOST) {
            return delay;
        } else if (fits(delay)) {
            return delay.reduced();
        }
        int parts = 1000;
        while (parts > 1 && delay.seconds() * parts > MOST) {
            parts = parts == 1000 ? 100 : 1;
        }
        return new Delay((int) Math.min(MOST, Math.rint(delay.seconds() * parts)), parts);
    }
}

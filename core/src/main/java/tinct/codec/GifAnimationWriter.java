package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tinct.image.Area;
import tinct.image.Delay;
import tinct.image.IndexedFrame;
import tinct.image.Palette;
import tinct.internal.LzwCodes;

/**
 * Writes animated GIF89a files, with a global colour table or one for each frame.
 *
 * <p>Entries of alpha below 128 become transparent and others opaque, as with {@link GifWriter}. If a palette has a
 * transparent entry, pixels that do not change may get its index: where that saves bytes. Delays are rounded to hundredths of a
 * second so that their sum stays true, but for those that players would not keep to: nothing above a hundredth becomes one.
 */
final class GifAnimationWriter implements AnimationWriter {
    private static final int MOST_HUNDREDTHS = 65535;
    private static final int LEAST_KEPT = 2; // players make a tenth of a second of what is shorter

    private final int width;
    private final int height;
    private final int plays;
    private final Optional<Palette> palette;
    private final OutputStream out;
    private final FrameComposer composer;
    private final WaitingFrames waiting;
    private double late; // hundredths by which what is written is shorter than what was asked for

    GifAnimationWriter(int width, int height, int plays, Optional<Palette> palette, int threads, OutputStream out)
            throws IOException {
        GifWriter.checkSides(width, height);
        this.width = width;
        this.height = height;
        this.plays = plays;
        this.palette = palette.map(GifWriter::shown);
        this.out = out;
        waiting = new WaitingFrames(threads);
        composer = new FrameComposer(
                width,
                height,
                new FrameComposer.Rules(
                        false,
                        palette.isPresent(),
                        GifWriter::shown,
                        delay -> delay.seconds() * 100 < MOST_HUNDREDTHS - 1),
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
        out.write(0x3B);
    }

    @Override
    public int written() {
        return composer.written();
    }

    private void begin() throws IOException {
        out.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
        GifWriter.writeShort(width, out);
        GifWriter.writeShort(height, out);
        int bits = palette.map(all -> GifWriter.bits(all.size())).orElse(1);
        out.write((palette.isPresent() ? 0x80 : 0) | 7 << 4 | bits - 1);
        out.write(0); // background
        out.write(0); // square pixels
        if (palette.isPresent()) {
            GifWriter.writeColors(palette.get(), 1 << bits, out);
        }
        if (plays != 1) {
            out.write(new byte[] {0x21, (byte) 0xFF, 11});
            out.write("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[] {3, 1});
            GifWriter.writeShort(Math.min(0xFFFF, Math.max(0, plays - 1)), out);
            out.write(0);
        }
    }

    /** A frame whose pixels have been taken from the canvas. */
    private final class Waiting implements WaitingFrames.Frame {
        private final FrameComposer.Drawing frame;
        private final FramePixels pixels;
        private byte[] coded = {};

        Waiting(FrameComposer.Drawing frame) {
            this.frame = frame;
            pixels = new FramePixels(frame, width);
        }

        @Override
        public void code() {
            try {
                coded = smallest(frame.palette(), pixels);
            } catch (IOException e) {
                throw new UncheckedIOException(e); // arrays do not fail
            }
        }

        @Override
        public void write() throws IOException {
            GifAnimationWriter.this.write(frame, coded);
        }
    }

    private void write(FrameComposer.Drawing frame, byte[] coded) throws IOException {
        if (frame.number() == 0) {
            begin();
        }
        int transparent = GifWriter.firstTransparent(frame.palette());
        int disposal = switch (frame.disposal()) {
            case NONE -> 1;
            case BACKGROUND -> 2;
            case PREVIOUS -> 3;
        };
        out.write(new byte[] {0x21, (byte) 0xF9, 4, (byte) (disposal << 2 | (transparent >= 0 ? 1 : 0))});
        GifWriter.writeShort(hundredths(frame.delay()), out);
        out.write(Math.max(0, transparent));
        out.write(0);
        Area area = frame.area();
        out.write(0x2C);
        GifWriter.writeShort(area.x(), out);
        GifWriter.writeShort(area.y(), out);
        GifWriter.writeShort(area.width(), out);
        GifWriter.writeShort(area.height(), out);
        int bits = GifWriter.bits(frame.palette().size());
        out.write(palette.isPresent() ? 0 : 0x80 | bits - 1);
        if (palette.isEmpty()) {
            GifWriter.writeColors(frame.palette(), 1 << bits, out);
        }
        out.write(coded);
    }

    private int hundredths(Delay delay) {
        double wanted = delay.seconds() * 100 + late;
        int least = delay.isShort() ? 0 : LEAST_KEPT;
        int hundredths = (int) Math.max(least, Math.min(MOST_HUNDREDTHS, Math.rint(wanted)));
        late = Math.max(-0.5, Math.min(0.5, wanted - hundredths));
        return hundredths;
    }

    /** The coded indices of the frame, transparent where it does not change if that makes them fewer bytes. */
    private static byte[] smallest(Palette palette, FramePixels pixels) throws IOException {
        int transparent = GifWriter.firstTransparent(palette);
        int bits = LzwCodes.indexBits(palette.size());
        if (transparent < 0 && !pixels.allOwn()) {
            throw new IllegalArgumentException("a palette without a transparent entry lacks colours of its frame");
        } else if (transparent < 0 || !pixels.anyKept()) {
            return coded(pixels.own(), bits);
        }
        byte[] best = coded(pixels.with(transparent), bits);
        byte[] mixed = coded(LzwChoice.of(pixels.ownOr(transparent), pixels.kept(), transparent, bits), bits);
        best = mixed.length < best.length ? mixed : best;
        byte[] plain = pixels.allOwn() ? coded(pixels.own(), bits) : best;
        return plain.length < best.length ? plain : best;
    }

    private static byte[] coded(byte[] indices, int bits) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(bits);
        GifWriter.Blocks blocks = new GifWriter.Blocks(bytes);
        new Lzw(bits, blocks).encode(indices);
        blocks.finish();
        return bytes.toByteArray();
    }
}

package tinct.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tinct.image.Delay;

/** Plays animated PNG files: makes a still file of each frame, has ImageIO read it, and puts them together. */
public final class PngPlayer {
    private PngPlayer() {}

    /** A frame as the file has it. */
    public record Frame(int x, int y, int width, int height, Delay delay, int disposal, int blend, byte[] png) {}

    private record Chunk(String type, byte[] data, byte[] whole) {}

    private static List<Chunk> chunks(byte[] png) {
        List<Chunk> chunks = new ArrayList<>();
        for (int at = 8; at < png.length; ) {
            int length = ByteBuffer.wrap(png).getInt(at);
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            byte[] whole = Arrays.copyOfRange(png, at, at + 12 + length);
            byte[] data = Arrays.copyOfRange(png, at + 8, at + 8 + length);
            if (!Arrays.equals(whole, NaivePng.chunk(type, data))) {
                throw new AssertionError("checksum of " + type);
            }
            chunks.add(new Chunk(type, data, whole));
            at += whole.length;
        }
        return chunks;
    }

    public static List<Frame> frames(byte[] png) {
        List<byte[]> prelude = new ArrayList<>();
        List<Frame> frames = new ArrayList<>();
        byte[] header = {};
        ByteBuffer control = ByteBuffer.allocate(0);
        List<byte[]> data = new ArrayList<>();
        int sequence = 0;
        for (Chunk chunk : chunks(png)) {
            switch (chunk.type) {
                case "IHDR" -> header = chunk.data;
                case "PLTE", "tRNS" -> prelude.add(chunk.whole);
                case "fcTL", "IEND" -> {
                    if (control.capacity() > 0) {
                        frames.add(frame(header, prelude, control, data));
                    }
                    data.clear();
                    if (chunk.type.equals("fcTL")) {
                        control = ByteBuffer.wrap(chunk.data);
                        expect(control.getInt(), sequence++);
                    }
                }
                case "IDAT" -> data.add(control.capacity() > 0 ? chunk.whole : new byte[0]);
                case "fdAT" -> {
                    expect(ByteBuffer.wrap(chunk.data).getInt(), sequence++);
                    data.add(NaivePng.chunk("IDAT", Arrays.copyOfRange(chunk.data, 4, chunk.data.length)));
                }
                default -> {}
            }
        }
        return frames;
    }

    private static void expect(int number, int expected) {
        if (number != expected) {
            throw new AssertionError("sequence number " + number + " instead of " + expected);
        }
    }

    private static Frame frame(byte[] header, List<byte[]> prelude, ByteBuffer control, List<byte[]> data) {
        int width = control.getInt(4);
        int height = control.getInt(8);
        byte[] own = header.clone();
        ByteBuffer.wrap(own).putInt(width).putInt(height);
        List<byte[]> file = new ArrayList<>();
        file.add(NaivePng.chunk("IHDR", own));
        file.addAll(prelude);
        file.addAll(data);
        file.add(NaivePng.chunk("IEND"));
        int denominator = control.getShort(22) & 0xFFFF;
        return new Frame(
                control.getInt(12),
                control.getInt(16),
                width,
                height,
                new Delay(control.getShort(20) & 0xFFFF, denominator == 0 ? 100 : denominator),
                control.get(24),
                control.get(25),
                NaivePng.file(file));
    }

    public static Played play(byte[] png) throws IOException {
        int width = ByteBuffer.wrap(png).getInt(16);
        int height = ByteBuffer.wrap(png).getInt(20);
        int[] canvas = new int[width * height];
        List<int[]> canvases = new ArrayList<>();
        List<Delay> delays = new ArrayList<>();
        for (Frame frame : frames(png)) {
            int[] argb = ImageIoPng.argb(ImageIoPng.read(frame.png));
            int[] before = canvas.clone();
            for (int i = 0; i < argb.length; i++) {
                int at = (frame.y + i / frame.width) * width + frame.x + i % frame.width;
                canvas[at] = frame.blend == 0 ? argb[i] : over(argb[i], canvas[at]);
            }
            canvases.add(Played.visible(canvas));
            delays.add(frame.delay);
            if (frame.disposal == 2) {
                canvas = before;
            } else if (frame.disposal == 1) {
                canvas = clear(canvas, frame, width);
            }
        }
        int plays = chunks(png).stream()
                .filter(chunk -> chunk.type.equals("acTL"))
                .mapToInt(chunk -> ByteBuffer.wrap(chunk.data).getInt(4))
                .findFirst()
                .orElse(1);
        return new Played(width, height, plays, canvases, delays);
    }

    private static int[] clear(int[] canvas, Frame frame, int width) {
        int[] result = canvas.clone();
        for (int y = frame.y; y < frame.y + frame.height; y++) {
            Arrays.fill(result, y * width + frame.x, y * width + frame.x + frame.width, 0);
        }
        return result;
    }

    /** The operation of the specification in real numbers. */
    private static int over(int above, int below) {
        double a = (above >>> 24) / 255.0;
        double b = (below >>> 24) / 255.0 * (1 - a);
        if (above >>> 24 == 0) {
            return below;
        }
        int argb = (int) Math.round(255 * (a + b)) << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            double mixed = ((above >> shift & 0xFF) * a + (below >> shift & 0xFF) * b) / (a + b);
            argb |= (int) Math.round(mixed) << shift;
        }
        return argb;
    }
}

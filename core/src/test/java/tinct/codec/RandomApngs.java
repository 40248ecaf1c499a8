package tinct.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import tinct.reference.NaivePng;

/**
 * Random APNG files of all that the format has: every kind of pixel, disposal, blending, place, hidden image data. Transparency
 * by tRNS is that of palettes, as ImageIO passes over others.
 */
final class RandomApngs {
    private RandomApngs() {}

    static byte[] of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = 1 + random.nextInt(16);
        int height = 1 + random.nextInt(16);
        int[] kind = RandomPngs.KINDS[random.nextInt(RandomPngs.KINDS.length)];
        boolean interlaced = random.nextInt(3) == 0;
        NaivePng first =
                RandomPngs.of(random, kind, width, height, interlaced, -1, kind[0] == 3 && random.nextBoolean());
        int frames = 1 + random.nextInt(6);
        boolean hidden = random.nextInt(4) == 0;
        List<byte[]> chunks = new ArrayList<>();
        int sequence = 0;
        for (byte[] chunk : first.chunks()) {
            String type = new String(chunk, 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("IDAT")) {
                chunks.add(NaivePng.chunk(
                        "acTL",
                        ByteBuffer.allocate(8)
                                .putInt(frames)
                                .putInt(random.nextInt(3))
                                .array()));
                if (!hidden) {
                    chunks.add(control(sequence++, 0, 0, width, height, random));
                }
            }
            if (!type.equals("IEND")) {
                chunks.add(chunk);
            }
        }
        for (int i = hidden ? 0 : 1; i < frames; i++) {
            int left = random.nextInt(width);
            int top = random.nextInt(height);
            int columns = 1 + random.nextInt(width - left);
            int rows = 1 + random.nextInt(height - top);
            chunks.add(control(sequence++, left, top, columns, rows, random));
            int[] samples = new int[columns * rows * first.channels()];
            for (int s = 0; s < samples.length; s++) {
                samples[s] = first.samples()[random.nextInt(first.samples().length)]; // the palette has these
            }
            NaivePng frame = new NaivePng(
                    columns, rows, kind[1], kind[0], interlaced, -1, samples, first.palette(), first.transparency());
            byte[] data = NaivePng.zip(frame.scanlines());
            int cut = random.nextInt(data.length); // in two chunks
            chunks.add(data(sequence++, Arrays.copyOf(data, cut)));
            chunks.add(data(sequence++, Arrays.copyOfRange(data, cut, data.length)));
            if (random.nextInt(4) == 0) {
                chunks.add(NaivePng.chunk("tEXt", (byte) 'a', (byte) 0, (byte) 'b'));
            }
        }
        chunks.add(NaivePng.chunk("IEND"));
        return NaivePng.file(chunks);
    }

    private static byte[] control(int sequence, int x, int y, int width, int height, SplittableRandom random) {
        return NaivePng.chunk(
                "fcTL",
                ByteBuffer.allocate(26)
                        .putInt(sequence)
                        .putInt(width)
                        .putInt(height)
                        .putInt(x)
                        .putInt(y)
                        .putShort((short) random.nextInt(65536))
                        .putShort((short) random.nextInt(65536))
                        .put((byte) random.nextInt(3))
                        .put((byte) random.nextInt(2))
                        .array());
    }

    private static byte[] data(int sequence, byte[] data) {
        return NaivePng.chunk(
                "fdAT",
                ByteBuffer.allocate(4 + data.length).putInt(sequence).put(data).array());
    }
}

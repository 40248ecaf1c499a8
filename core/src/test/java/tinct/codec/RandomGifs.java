package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Random GIF files of all that the format has: every disposal, tables of frames, interlacing, places, delays, loops. */
final class RandomGifs {
    private RandomGifs() {}

    static byte[] of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int width = 1 + random.nextInt(30);
        int height = 1 + random.nextInt(30);
        out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        u16(out, width);
        u16(out, height);
        int bits = 1 + random.nextInt(8);
        out.write(0x80 | 0x70 | bits - 1);
        out.write(random.nextInt(1 << bits));
        out.write(0);
        table(out, bits, random);
        if (random.nextInt(3) > 0) {
            out.writeBytes(new byte[] {0x21, (byte) 0xFF, 11});
            out.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(new byte[] {3, 1});
            u16(out, random.nextInt(4));
            out.write(0);
        }
        int frames = 1 + random.nextInt(7);
        for (int i = 0; i < frames; i++) {
            if (random.nextInt(4) == 0) {
                out.writeBytes(new byte[] {0x21, (byte) 0xFE, 2, 'h', 'i', 0}); // a comment
            }
            frame(out, width, height, bits, i == 0, random);
        }
        out.write(0x3B);
        return out.toByteArray();
    }

    /** A picture of one column and rows of these indices in the order of the file. */
    static byte[] rows(int height, boolean interlaced, byte[] indices) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        u16(out, 1);
        u16(out, height);
        out.writeBytes(new byte[] {(byte) 0x81, 0, 0});
        table(out, 2, new SplittableRandom(height));
        out.writeBytes(new byte[] {0x2C, 0, 0, 0, 0, 1, 0, (byte) height, 0, (byte) (interlaced ? 0x40 : 0)});
        code(out, 2, Arrays.copyOf(indices, height));
        out.write(0x3B);
        return out.toByteArray();
    }

    private static void frame(
            ByteArrayOutputStream out, int width, int height, int globalBits, boolean whole, SplittableRandom random) {
        int left = whole ? 0 : random.nextInt(width);
        int top = whole ? 0 : random.nextInt(height);
        int columns = whole ? width : 1 + random.nextInt(width - left);
        int rows = whole ? height : 1 + random.nextInt(height - top);
        boolean local = random.nextInt(3) == 0;
        int bits = local ? 1 + random.nextInt(8) : globalBits;
        int transparent = random.nextInt(2);
        out.writeBytes(new byte[] {0x21, (byte) 0xF9, 4, (byte) (random.nextInt(4) << 2 | transparent)});
        u16(out, random.nextInt(100));
        out.write(random.nextInt(1 << bits));
        out.write(0);
        out.write(0x2C);
        u16(out, left);
        u16(out, top);
        u16(out, columns);
        u16(out, rows);
        boolean interlaced = rows > 4 && random.nextBoolean(); // ImageIO misreads lower ones
        out.write((local ? 0x80 : 0) | (interlaced ? 0x40 : 0) | (local ? bits - 1 : 0));
        if (local) {
            table(out, bits, random);
        }
        byte[] indices = new byte[columns * rows];
        int variety = 1 + random.nextInt(1 << bits);
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (byte) random.nextInt(variety);
        }
        code(out, Math.max(2, bits), indices);
    }

    private static void code(ByteArrayOutputStream out, int codeBits, byte[] indices) {
        out.write(codeBits);
        try {
            GifWriter.Blocks blocks = new GifWriter.Blocks(out);
            new Lzw(codeBits, blocks).encode(indices);
            blocks.finish();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void table(ByteArrayOutputStream out, int bits, SplittableRandom random) {
        byte[] rgb = new byte[3 << bits];
        random.nextBytes(rgb);
        out.writeBytes(rgb);
    }

    private static void u16(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >> 8);
    }
}

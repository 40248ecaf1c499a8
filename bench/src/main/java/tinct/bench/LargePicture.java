package tinct.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tinct.image.Image;
import tinct.imageio.Pictures;

/**
 * Makes a large picture of photographs: each tile shows one of them, its channels moved by noise, so that there are about as
 * many colours as a camera gives.
 *
 * <pre>{@code
 * LargePicture [width=6000] [height=4000] [tile=1000] [noise=2] [seed=1] [out=large.png] PICTURE...
 * }</pre>
 *
 * <p>Writes a PNG file of 24 bits a pixel, row by row, so the size of the picture is bounded by the disk alone. The same
 * arguments give the same pixels. What is beyond a photograph's edges is the photograph again.
 */
final class LargePicture {
    private static final long MAX_PIXELS = 1L << 28;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK = 1 << 20;
    /** The PNG filter that takes the difference to the pixel on the left. */
    private static final byte SUB = 1;

    private final Options options =
            new Options("width=6000", "height=4000", "tile=1000", "noise=2", "seed=1", "out=large.png");
    private final List<Image> images = new ArrayList<>();
    private final int width;
    private final int tile;
    private final int noise;
    private long random;

    private LargePicture(String... args) throws IOException {
        options.with(args);
        width = options.number("width");
        tile = options.number("tile");
        noise = options.number("noise");
        random = options.number("seed");
        for (String name : options.names()) {
            images.add(Image.copyOf(Pictures.open(Path.of(name), MAX_PIXELS).rows()));
        }
        if (images.isEmpty()) {
            throw new IllegalArgumentException("name at least one picture");
        }
    }

    public static void main(String... args) throws IOException {
        new LargePicture(args).write();
    }

    private void write() throws IOException {
        int height = options.number("height");
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(Path.of(options.text("out"))), CHUNK))) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(height));
            Deflater deflater = new Deflater(Deflater.BEST_SPEED);
            try (DeflaterOutputStream rows = new DeflaterOutputStream(new Chunks(out), deflater, CHUNK)) {
                byte[] row = new byte[1 + 3 * width];
                for (int y = 0; y < height; y++) {
                    fill(row, y);
                    rows.write(row);
                }
            } finally {
                deflater.end();
            }
            chunk(out, "IEND", new byte[0]);
        }
    }

    private byte[] header(int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(width);
        header.writeInt(height);
        header.write(new byte[] {8, 2, 0, 0, 0}); // 8 bits a channel, RGB, not interlaced
        return bytes.toByteArray();
    }

    private void fill(byte[] row, int y) {
        row[0] = SUB;
        int left = 0;
        for (int x = 0; x < width; x++) {
            int color = color(x, y);
            for (int shift = 16, at = 1 + 3 * x; shift >= 0; shift -= 8, at++) {
                row[at] = (byte) ((color >> shift) - (left >> shift));
            }
            left = color;
        }
    }

    private int color(int x, int y) {
        int column = x / tile;
        int line = y / tile;
        Image image = images.get((column + 7 * line) % images.size());
        int from = image.argb(x % tile % image.width(), y % tile % image.height());
        int color = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int value = (from >> shift & 0xFF) + next();
            color |= Math.max(0, Math.min(255, value)) << shift;
        }
        return color;
    }

    /** Noise in -noise..noise, of Marsaglia's xorshift. */
    private int next() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return (int) ((random >>> 32) % (2 * noise + 1)) - noise;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        chunk(out, type, data, data.length);
    }

    private static void chunk(DataOutputStream out, String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.writeInt(length);
        out.write(name);
        out.write(data, 0, length);
        out.writeInt((int) crc.getValue());
    }

    /** Writes what it gets as IDAT chunks. */
    private static final class Chunks extends OutputStream {
        private final DataOutputStream out;

        Chunks(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] data, int from, int length) throws IOException {
            chunk(out, "IDAT", java.util.Arrays.copyOfRange(data, from, from + length), length);
        }
    }
}

package tinct.reference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNG files of every kind from their raw samples, slowly and as the specification reads.
 *
 * @param type 0, 2, 3, 4 or 6, as in IHDR
 * @param filter the filter of all rows, or -1 to take all five in turn
 * @param samples [height * width * channels], row-major, each of {@code depth} bits
 * @param palette data of PLTE, empty for none
 * @param transparency data of tRNS, empty for none
 */
public record NaivePng(
        int width,
        int height,
        int depth,
        int type,
        boolean interlaced,
        int filter,
        int[] samples,
        byte[] palette,
        byte[] transparency) {

    private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};

    private static final int[][] PASSES = { // left, top, across, down
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    public int channels() {
        return switch (type) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /** The whole file. */
    public byte[] bytes() {
        return file(chunks());
    }

    /** The chunks of the file, each with length, type and checksum, for tests that leave some out or change them. */
    public List<byte[]> chunks() {
        List<byte[]> chunks = new ArrayList<>();
        chunks.add(chunk("IHDR", header()));
        if (palette.length > 0) {
            chunks.add(chunk("PLTE", palette));
        }
        if (transparency.length > 0) {
            chunks.add(chunk("tRNS", transparency));
        }
        chunks.add(chunk("IDAT", zip(scanlines())));
        chunks.add(chunk("IEND"));
        return chunks;
    }

    public byte[] header() {
        return header(width, height, depth, type, interlaced ? 1 : 0);
    }

    public static byte[] header(int width, int height, int depth, int type, int interlace) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) type)
                .putShort((short) 0)
                .put((byte) interlace)
                .array();
    }

    public static byte[] chunk(String type, byte... data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    public static byte[] file(List<byte[]> chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunks.forEach(out::writeBytes);
        return out.toByteArray();
    }

    public static byte[] zip(byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(raw);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** All filtered rows, as they are before compression. */
    public byte[] scanlines() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] pass : interlaced ? PASSES : new int[][] {{0, 0, 1, 1}}) {
            byte[] above = new byte[0];
            int line = 0;
            for (int y = pass[1]; y < height && pass[0] < width; y += pass[3]) {
                byte[] row = row(y, pass[0], pass[2]);
                if (above.length == 0) {
                    above = new byte[row.length];
                }
                int kind = filter < 0 ? line++ % 5 : filter;
                out.write(kind);
                out.writeBytes(filtered(row, above, kind));
                above = row;
            }
        }
        return out.toByteArray();
    }

    private byte[] row(int y, int left, int across) {
        StringBuilder bits = new StringBuilder();
        for (int x = left; x < width; x += across) {
            for (int c = 0; c < channels(); c++) {
                int sample = samples[(y * width + x) * channels() + c];
                String digits = Integer.toBinaryString(sample);
                bits.append("0".repeat(depth - digits.length())).append(digits);
            }
        }
        bits.append("0".repeat((8 - bits.length() % 8) % 8));
        byte[] row = new byte[bits.length() / 8];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return row;
    }

    private byte[] filtered(byte[] row, byte[] above, int kind) {
        int step = Math.max(1, channels() * depth / 8);
        byte[] out = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            int a = i < step ? 0 : row[i - step] & 0xFF;
            int b = above[i] & 0xFF;
            int c = i < step ? 0 : above[i - step] & 0xFF;
            int predicted = switch (kind) {
                case 1 -> a;
                case 2 -> b;
                case 3 -> (a + b) / 2;
                case 4 -> paeth(a, b, c);
                default -> 0;
            };
            out[i] = (byte) (row[i] - predicted);
        }
        return out;
    }

    private static int paeth(int a, int b, int c) {
        int p = a + b - c;
        int least = Math.min(Math.abs(p - a), Math.min(Math.abs(p - b), Math.abs(p - c)));
        return Math.abs(p - a) == least ? a : Math.abs(p - b) == least ? b : c;
    }

    /** The colours that a reader must make of this picture [height * width], {@code 0xAARRGGBB}. */
    public int[] expected() {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = color(Arrays.copyOfRange(samples, i * channels(), (i + 1) * channels()));
        }
        return argb;
    }

    private int color(int[] pixel) {
        if (type == 3) {
            int i = pixel[0];
            int alpha = i < transparency.length ? transparency[i] & 0xFF : 255;
            return pack(alpha, palette[3 * i] & 0xFF, palette[3 * i + 1] & 0xFF, palette[3 * i + 2] & 0xFF);
        }
        boolean hidden = transparency.length > 0;
        for (int c = 0; c < transparency.length / 2; c++) {
            int key = (transparency[2 * c] & 0xFF) << 8 | (transparency[2 * c + 1] & 0xFF);
            hidden &= pixel[c] == key;
        }
        int[] v = Arrays.stream(pixel).map(this::level).toArray();
        return switch (type) {
            case 0 -> pack(hidden ? 0 : 255, v[0], v[0], v[0]);
            case 2 -> pack(hidden ? 0 : 255, v[0], v[1], v[2]);
            case 4 -> pack(v[1], v[0], v[0], v[0]);
            default -> pack(v[3], v[0], v[1], v[2]);
        };
    }

    private int level(int sample) {
        return (int) Math.round(sample * 255.0 / ((1 << depth) - 1));
    }

    private static int pack(int a, int r, int g, int b) {
        return a << 24 | r << 16 | g << 8 | b;
    }
}

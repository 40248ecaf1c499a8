package tinct.codec;

import java.util.Arrays;
import java.util.zip.CRC32;
import tinct.image.Image;

/** A decoder of .tinct written from docs/format.md, sharing nothing with ours. */
final class NaiveTinct {
    private final byte[] file;
    private int at;

    private NaiveTinct(byte[] file) {
        this.file = file;
    }

    static Image read(byte[] file) {
        return new NaiveTinct(file).read();
    }

    private Image read() {
        int[] start = {0x89, 0x54, 0x4E, 0x43, 0x54};
        for (int expected : start) {
            require(next() == expected, "signature");
        }
        int version = next();
        require(version == 1 || version == 2, "version");
        int width = (int) number() + 1;
        int height = (int) number() + 1;
        int flags = next();
        require(version == 1 ? flags < 2 : flags < 8 && flags != 4 && flags != 5, "flags");
        int k = next() + 1;
        int[] argb =
                flags < 2 ? plain(width * height, k, flags == 1) : coded(width, height, k, flags % 2 == 1, flags > 3);
        CRC32 crc = new CRC32();
        crc.update(file, 0, at);
        long stored = 0;
        for (int i = 0; i < 4; i++) {
            stored = 256 * stored + next();
        }
        require(stored == crc.getValue(), "checksum");
        require(at == file.length, "end");
        return new Image(width, height, argb);
    }

    private int[] coded(int width, int height, int k, boolean alpha, boolean broad) {
        NaiveCoded body = new NaiveCoded(this::next, width, height, k, broad);
        int[] palette = body.palette(alpha);
        return Arrays.stream(body.labels()).map(label -> palette[label]).toArray();
    }

    private int[] plain(int pixels, int k, boolean alpha) {
        int[] palette = new int[k];
        for (int i = 0; i < k; i++) {
            int r = next();
            int g = next();
            int b = next();
            palette[i] = (alpha ? next() : 255) << 24 | r << 16 | g << 8 | b;
        }
        int b = 0;
        while (Math.pow(2, b) < k) {
            b++;
        }
        int[] argb = new int[pixels];
        long bit = 8L * at;
        for (int i = 0; i < argb.length; i++) {
            int label = 0;
            for (int j = 0; j < b; j++, bit++) {
                label = 2 * label + bit(bit);
            }
            argb[i] = palette[label];
        }
        for (; bit % 8 != 0; bit++) {
            require(bit(bit) == 0, "zero bits behind the labels");
        }
        at = (int) (bit / 8);
        return argb;
    }

    private int bit(long number) {
        return file[(int) (number / 8)] >> (7 - number % 8) & 1;
    }

    private long number() {
        int low = next();
        return low < 128 ? low : low - 128 + 128 * number();
    }

    private int next() {
        return file[at++] & 0xFF;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("wrong " + what);
        }
    }
}

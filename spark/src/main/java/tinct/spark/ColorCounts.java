package tinct.spark;

import java.io.Serializable;
import java.util.Arrays;
import tinct.histogram.Histogram;

/**
 * A histogram as it is sent: colours ascending, each as its distance from the one before, and counts, as numbers of seven bits
 * a byte. Common colours take 2 or 3 bytes, so all 2^24 opaque ones take less than 100 MB.
 *
 * <p>Merging adds counts and is associative and commutative: the sum does not depend on who merges what first.
 */
final class ColorCounts implements Serializable {
    private static final long serialVersionUID = 1;

    /** Of no pictures. */
    static final ColorCounts NONE = new ColorCounts(new byte[0], 0);

    private final byte[] packed;
    private final int colors;

    private ColorCounts(byte[] packed, int colors) {
        this.packed = packed;
        this.colors = colors;
    }

    static ColorCounts of(Histogram histogram) {
        Writer writer = new Writer(histogram.size() * 3);
        int[] colors = histogram.colors();
        long[] counts = histogram.counts();
        for (int i = 0; i < colors.length; i++) {
            writer.add(Integer.toUnsignedLong(colors[i]), counts[i]);
        }
        return writer.counts();
    }

    /** Of the pictures of both. */
    ColorCounts plus(ColorCounts other) {
        if (colors == 0 || other.colors == 0) {
            return colors == 0 ? other : this;
        }
        Writer sum = new Writer(Math.max(packed.length, other.packed.length));
        Reader left = new Reader(packed);
        Reader right = new Reader(other.packed);
        left.next();
        right.next();
        boolean more = true;
        while (more) {
            if (left.color < right.color) {
                sum.add(left.color, left.count);
                more = left.next();
            } else if (left.color > right.color) {
                sum.add(right.color, right.count);
                more = right.next();
            } else {
                sum.add(left.color, left.count + right.count);
                boolean leftMore = left.next();
                more = right.next() && leftMore; // both go on
            }
        }
        left.rest(sum);
        right.rest(sum);
        return sum.counts();
    }

    /** Taken out again. */
    Histogram histogram() {
        int[] all = new int[colors];
        long[] counts = new long[colors];
        Reader reader = new Reader(packed);
        for (int i = 0; reader.next(); i++) {
            all[i] = (int) reader.color;
            counts[i] = reader.count;
        }
        return Histogram.of(all, counts);
    }

    /** Distinct colours. */
    int size() {
        return colors;
    }

    /** Bytes that are sent. */
    int bytes() {
        return packed.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColorCounts that && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    private static final class Writer {
        private static final int MOST = 15; // bytes of a colour and its count

        private byte[] bytes;
        private int size;
        private int colors;
        private long last;

        Writer(int expected) {
            bytes = new byte[Math.max(64, expected)];
        }

        void add(long color, long count) {
            if (size + MOST > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(size + MOST, size * 3L / 2)));
            }
            number(color - last);
            number(count);
            last = color;
            colors++;
        }

        private void number(long value) {
            long left = value;
            while (left >= 0x80) {
                bytes[size++] = (byte) (left | 0x80);
                left >>>= 7;
            }
            bytes[size++] = (byte) left;
        }

        ColorCounts counts() {
            return new ColorCounts(Arrays.copyOf(bytes, size), colors);
        }
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;
        private boolean ended;
        private long color;
        private long count;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Goes to the next colour; false if there is none. */
        boolean next() {
            if (at == bytes.length) {
                ended = true;
                return false;
            }
            color += number();
            count = number();
            return true;
        }

        private long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[at++];
                value |= (long) (b & 0x7F) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }

        /** Adds the colour it is at, and all after it. */
        void rest(Writer sum) {
            while (!ended) {
                sum.add(color, count);
                next();
            }
        }
    }
}

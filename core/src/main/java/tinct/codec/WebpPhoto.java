package tinct.codec;

import java.io.IOException;
import java.util.Comparator;
import java.util.stream.IntStream;
import tinct.image.Image;

/**
 * A picture of any colours as a lossless WebP, made quickly (RFC 9649): red and blue less green, each tile less what the best
 * of fourteen modes predicts, and prefix codes for sixteen groups of tiles by how much is left in them. No copies are
 * looked for, so it is for photographs.
 */
final class WebpPhoto {
    private static final int PREDICTION = 0;
    private static final int SUBTRACT_GREEN = 2;
    private static final int BITS = 4; // a tile is 2^BITS pixels wide and high
    private static final int MODES = 14;
    private static final int SELECT = 11;
    private static final int GROUPS = 16;
    private static final int OPAQUE_BLACK = 0xFF000000;
    private static final int[] CHANNELS = {8, 16, 0, 24}; // green goes first
    private static final int GREENS = 256 + 24; // and the lengths of copies, of which there are none
    private static final int DISTANCES = 40;

    private final int width;
    private final int height;
    private final boolean opaque;
    private final int[] pixels; // red and blue less green
    private final int[] left; // what is left of each pixel
    private final int columns;
    private final byte[] modes; // [tiles]
    private final byte[] groups; // [tiles]
    private final int groupCount;
    private final WebpCode[][] codes; // [groups][channels]

    private WebpPhoto(Image image) {
        width = image.width();
        height = image.height();
        opaque = image.opaque();
        pixels = lessGreen(image.pixels());
        left = new int[pixels.length];
        columns = WebpTiles.across(width, BITS);
        modes = new byte[columns * WebpTiles.across(height, BITS)];
        long[] energies = new long[modes.length];
        for (int tile = 0; tile < modes.length; tile++) {
            energies[tile] = predict(tile);
        }
        groups = new byte[modes.length];
        groupCount = Math.min(GROUPS, modes.length);
        int[] order = IntStream.range(0, modes.length)
                .boxed()
                .sorted(Comparator.comparingLong(tile -> energies[tile]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < order.length; i++) {
            groups[order[i]] = (byte) ((long) i * groupCount / order.length);
        }
        codes = codes();
    }

    /** The stream of a picture, without the frame of its file. */
    static void write(Image image, BitWriter out) throws IOException {
        new WebpPhoto(image).write(out);
    }

    private static int[] lessGreen(int[] argb) {
        int[] less = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int green = argb[i] >> 8 & 0xFF;
            less[i] = argb[i] & 0xFF00FF00 | ((argb[i] >> 16) - green & 0xFF) << 16 | (argb[i] - green & 0xFF);
        }
        return less;
    }

    /** Chooses the mode of a tile, keeps what it leaves, and tells how much that is. */
    private long predict(int tile) {
        long least = Long.MAX_VALUE;
        for (int mode = 0; mode < MODES; mode++) {
            long energy = energy(tile, mode, least);
            if (energy < least) {
                least = energy;
                modes[tile] = (byte) mode;
            }
        }
        int x1 = Math.min(width, (tile % columns + 1) << BITS);
        int y1 = Math.min(height, (tile / columns + 1) << BITS);
        for (int y = tile / columns << BITS; y < y1; y++) {
            for (int x = tile % columns << BITS; x < x1; x++) {
                left[y * width + x] = less(pixels[y * width + x], predicted(modes[tile], x, y));
            }
        }
        long area = (long) (x1 - (tile % columns << BITS)) * (y1 - (tile / columns << BITS));
        return (least << 16) / area;
    }

    /** Sum of what a mode leaves; some number above the limit if it is above. */
    private long energy(int tile, int mode, long limit) {
        int x1 = Math.min(width, (tile % columns + 1) << BITS);
        int y1 = Math.min(height, (tile / columns + 1) << BITS);
        long sum = 0;
        for (int y = tile / columns << BITS; y < y1 && sum < limit; y++) {
            for (int x = tile % columns << BITS; x < x1; x++) {
                int rest = less(pixels[y * width + x], predicted(mode, x, y));
                sum += Math.abs((byte) rest)
                        + Math.abs((byte) (rest >> 8))
                        + Math.abs((byte) (rest >> 16))
                        + Math.abs((byte) (rest >> 24));
            }
        }
        return sum;
    }

    /** The difference of each channel, 0..255. */
    private static int less(int pixel, int other) {
        int even = (pixel | 0xFF00FF00) - (other & 0x00FF00FF) & 0x00FF00FF;
        int odd = (pixel >>> 8 | 0xFF00FF00) - (other >>> 8 & 0x00FF00FF) & 0x00FF00FF;
        return odd << 8 | even;
    }

    private int predicted(int mode, int x, int y) {
        int p = y * width + x;
        if (y == 0) {
            return x == 0 ? OPAQUE_BLACK : pixels[p - 1];
        }
        int top = pixels[p - width];
        if (x == 0) {
            return top;
        }
        if (mode == 0) {
            return OPAQUE_BLACK;
        }
        int before = pixels[p - 1];
        int corner = pixels[p - width - 1];
        int right = pixels[p - width + 1]; // that of the last column is the first of this row, as decoders have it
        if (mode == SELECT) {
            return distance(top, corner) < distance(before, corner) ? before : top;
        }
        int sum = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            sum |= WebpPrediction.predicted(
                            mode,
                            before >>> shift & 0xFF,
                            top >>> shift & 0xFF,
                            corner >>> shift & 0xFF,
                            right >>> shift & 0xFF)
                    << shift;
        }
        return sum;
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            sum += Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF));
        }
        return sum;
    }

    private WebpCode[][] codes() {
        int[][][] counts = new int[groupCount][CHANNELS.length][GREENS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[][] own = counts[group(x, y)];
                for (int channel = 0; channel < CHANNELS.length; channel++) {
                    own[channel][left[y * width + x] >>> CHANNELS[channel] & 0xFF]++;
                }
            }
        }
        WebpCode[][] codes = new WebpCode[groupCount][CHANNELS.length];
        for (int group = 0; group < groupCount; group++) {
            for (int channel = 0; channel < CHANNELS.length; channel++) {
                codes[group][channel] = new WebpCode(counts[group][channel], 0, channel == 0 ? GREENS : 256);
            }
        }
        return codes;
    }

    private int group(int x, int y) {
        return groups[(y >> BITS) * columns + (x >> BITS)];
    }

    private void write(BitWriter out) throws IOException {
        WebpWriter.writeHeader(width, height, opaque, out);
        out.write(1, 1); // a transform
        out.write(SUBTRACT_GREEN, 2);
        out.write(1, 1); // another
        out.write(PREDICTION, 2);
        out.write(BITS - 2, 3);
        plane(modes).write(out, false);
        out.write(0, 1); // no other
        out.write(0, 1); // no colour cache
        out.write(groupCount > 1 ? 1 : 0, 1);
        if (groupCount > 1) {
            out.write(BITS - 2, 3);
            plane(groups).write(out, false);
        }
        WebpCode distances = new WebpCode(new int[DISTANCES], 0, DISTANCES);
        for (WebpCode[] group : codes) {
            for (WebpCode code : group) {
                code.writeDescription(out);
            }
            distances.writeDescription(out);
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                WebpCode[] own = codes[group(x, y)];
                int rest = left[y * width + x];
                for (int channel = 0; channel < CHANNELS.length; channel++) {
                    own[channel].write(out, rest >>> CHANNELS[channel] & 0xFF);
                }
            }
        }
    }

    private WebpImage plane(byte[] values) {
        WebpPlane plane = new WebpPlane(columns, values.length / columns, values);
        return WebpImage.of(new WebpParser(plane, WebpEffort.QUICK).ungrouped(), WebpEffort.QUICK);
    }
}

package tinct.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import tinct.image.Image;

/**
 * A lossless WebP decoder after RFC 9649, pixel by pixel: colour indexing and prediction, colour cache and groups. It insists
 * on prefix codes that are complete and on a file that ends where the pixels end.
 */
final class NaiveWebp {
    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int ALPHABETS = 5;

    /** The first 120 distance codes as columns to the left and rows above: RFC 9649, 5.2.2, as it prints them. */
    private static final String NEAR = """
            0,1 1,0 1,1 -1,1 0,2 2,0 1,2 -1,2 2,1 -2,1 2,2 -2,2 0,3 3,0 1,3 -1,3 3,1 -3,1 2,3 -2,3 3,2 -3,2 0,4 4,0 1,4 -1,4
            4,1 -4,1 3,3 -3,3 2,4 -2,4 4,2 -4,2 0,5 3,4 -3,4 4,3 -4,3 5,0 1,5 -1,5 5,1 -5,1 2,5 -2,5 5,2 -5,2 4,4 -4,4 3,5
            -3,5 5,3 -5,3 0,6 6,0 1,6 -1,6 6,1 -6,1 2,6 -2,6 6,2 -6,2 4,5 -4,5 5,4 -5,4 3,6 -3,6 6,3 -6,3 0,7 7,0 1,7 -1,7
            5,5 -5,5 7,1 -7,1 4,6 -4,6 6,4 -6,4 2,7 -2,7 7,2 -7,2 3,7 -3,7 7,3 -7,3 5,6 -5,6 6,5 -6,5 8,0 4,7 -4,7 7,4 -7,4
            8,1 8,2 6,6 -6,6 8,3 5,7 -5,7 7,5 -7,5 8,4 6,7 -6,7 7,6 -7,6 8,5 7,7 -7,7 8,6 8,7
            """;

    private static final int[] PLACES = new Scanner(NEAR)
            .useDelimiter("[,\\s]+")
            .tokens()
            .mapToInt(Integer::parseInt)
            .toArray();

    private final byte[] data;
    private int bit;

    private NaiveWebp(byte[] data) {
        this.data = data;
    }

    static Image read(byte[] file) {
        String head = new String(file, 0, 16, StandardCharsets.US_ASCII);
        require(head.startsWith("RIFF") && head.endsWith("WEBPVP8L"), "signatures");
        require(number(file, 4) == file.length - 8, "length of the file");
        int length = number(file, 16);
        require(file.length == 20 + length + (length & 1), "length of the chunk");
        NaiveWebp stream = new NaiveWebp(Arrays.copyOfRange(file, 20, 20 + length));
        Image image = stream.image();
        require((stream.bit + 7) / 8 == length, "an end where the pixels end");
        return image;
    }

    private static int number(byte[] file, int at) {
        return bits(file, 8 * at, 32);
    }

    private static int bits(byte[] data, int from, int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value |= (data[(from + i) / 8] >> (from + i) % 8 & 1) << i;
        }
        return value;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("no " + what);
        }
    }

    private int bits(int count) {
        bit += count;
        return bits(data, bit - count, count);
    }

    private Image image() {
        require(bits(8) == 0x2F, "signature");
        int width = 1 + bits(14);
        int height = 1 + bits(14);
        boolean alpha = bits(1) == 1;
        require(bits(3) == 0, "version 0");
        int codedWidth = width;
        int[] colors = {};
        int[] modes = {};
        int tileBits = 0;
        while (bits(1) == 1) {
            int transform = bits(2);
            if (transform == 3) {
                colors = pixels(1 + bits(8), 1, false);
                for (int i = 1; i < colors.length; i++) {
                    colors[i] = sum(colors[i], colors[i - 1]);
                }
                codedWidth = across(width, perByteLog(colors.length));
            } else {
                require(transform == 0, "transform but colour indexing and prediction");
                tileBits = 2 + bits(3);
                modes = pixels(across(codedWidth, tileBits), across(height, tileBits), false);
            }
        }
        int[] argb = pixels(codedWidth, height, true);
        if (modes.length > 0) {
            unpredict(argb, codedWidth, modes, tileBits);
        }
        argb = unindex(argb, codedWidth, width, height, colors);
        require(alpha || Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == 255), "hint of alpha");
        return new Image(width, height, argb);
    }

    private static int perByteLog(int colors) {
        return colors <= 2 ? 3 : colors <= 4 ? 2 : colors <= 16 ? 1 : 0;
    }

    private static int across(int pixels, int bits) {
        return (pixels + (1 << bits) - 1) >> bits;
    }

    private static int sum(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            sum |= ((a >> shift) + (b >> shift) & 0xFF) << shift;
        }
        return sum;
    }

    private static int[] unindex(int[] coded, int codedWidth, int width, int height, int[] colors) {
        int log = perByteLog(colors.length);
        int depth = 8 >> log;
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            int index = coded[i / width * codedWidth + (x >> log)] >> 8 & 0xFF;
            argb[i] = colors[index >> depth * (x & (1 << log) - 1) & (1 << depth) - 1];
        }
        return argb;
    }

    private static void unpredict(int[] argb, int width, int[] modes, int tileBits) {
        for (int i = 0; i < argb.length; i++) {
            int x = i % width;
            int y = i / width;
            int mode = modes[(y >> tileBits) * across(width, tileBits) + (x >> tileBits)] >> 8 & 15;
            int predicted;
            if (i == 0) {
                predicted = 0xFF000000;
            } else if (y == 0) {
                predicted = argb[i - 1];
            } else if (x == 0) {
                predicted = argb[i - width];
            } else {
                predicted = predicted(mode, argb[i - 1], argb[i - width], argb[i - width - 1], argb[i - width + 1]);
            }
            argb[i] = sum(argb[i], predicted);
        }
    }

    private static int predicted(int mode, int l, int t, int tl, int tr) {
        return switch (mode) {
            case 0 -> 0xFF000000;
            case 1 -> l;
            case 2 -> t;
            case 3 -> tr;
            case 4 -> tl;
            case 5 -> mean(mean(l, tr), t);
            case 6 -> mean(l, tl);
            case 7 -> mean(l, t);
            case 8 -> mean(tl, t);
            case 9 -> mean(t, tr);
            case 10 -> mean(mean(l, tl), mean(t, tr));
            case 11 -> {
                int toLeft = 0;
                int toTop = 0;
                for (int shift = 0; shift < 32; shift += 8) {
                    int estimate = byteOf(l, shift) + byteOf(t, shift) - byteOf(tl, shift);
                    toLeft += Math.abs(estimate - byteOf(l, shift));
                    toTop += Math.abs(estimate - byteOf(t, shift));
                }
                yield toLeft < toTop ? l : t;
            }
            case 12 -> {
                int all = 0;
                for (int shift = 0; shift < 32; shift += 8) {
                    all |= clamped(byteOf(l, shift) + byteOf(t, shift) - byteOf(tl, shift)) << shift;
                }
                yield all;
            }
            case 13 -> {
                int mean = mean(l, t);
                int all = 0;
                for (int shift = 0; shift < 32; shift += 8) {
                    int value = byteOf(mean, shift);
                    all |= clamped(value + (value - byteOf(tl, shift)) / 2) << shift;
                }
                yield all;
            }
            default -> throw new IllegalArgumentException("mode " + mode);
        };
    }

    private static int byteOf(int argb, int shift) {
        return argb >> shift & 0xFF;
    }

    private static int clamped(int value) {
        return Math.min(255, Math.max(0, value));
    }

    private static int mean(int a, int b) {
        int mean = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            mean |= (byteOf(a, shift) + byteOf(b, shift)) / 2 << shift;
        }
        return mean;
    }

    private int[] pixels(int width, int height, boolean main) {
        int cacheBits = bits(1) == 1 ? bits(4) : 0;
        require(cacheBits <= 11, "cache of at most 11 bits");
        int[] groups = {0};
        int tileBits = 14;
        if (main && bits(1) == 1) {
            tileBits = 2 + bits(3);
            groups = Arrays.stream(pixels(across(width, tileBits), across(height, tileBits), false))
                    .map(pixel -> pixel >> 8 & 0xFFFF)
                    .toArray();
        }
        int slots = cacheBits == 0 ? 0 : 1 << cacheBits;
        List<Map<Integer, Integer>> codes = new ArrayList<>();
        for (int group = 0; group <= Arrays.stream(groups).max().getAsInt(); group++) {
            for (int alphabet = 0; alphabet < ALPHABETS; alphabet++) {
                codes.add(code(alphabet == 0 ? 280 + slots : alphabet == 4 ? 40 : 256));
            }
        }
        int[] argb = new int[width * height];
        int[] cache = new int[slots];
        int cached = 0;
        for (int i = 0; i < argb.length; ) {
            int tile = (i / width >> tileBits) * across(width, tileBits) + (i % width >> tileBits);
            int code = ALPHABETS * groups[tile];
            int symbol = symbol(codes.get(code));
            for (; slots > 0 && cached < i; cached++) {
                cache[argb[cached] * 0x1E35A7BD >>> 32 - cacheBits] = argb[cached];
            }
            if (symbol < 256) {
                int red = symbol(codes.get(code + 1));
                int blue = symbol(codes.get(code + 2));
                argb[i++] = symbol(codes.get(code + 3)) << 24 | red << 16 | symbol << 8 | blue;
            } else if (symbol < 280) {
                int length = value(symbol - 256);
                int distance = distance(value(symbol(codes.get(code + 4))), width);
                require(distance <= i && length <= argb.length - i, "copy within the picture");
                for (int end = i + length; i < end; i++) {
                    argb[i] = argb[i - distance];
                }
            } else {
                argb[i++] = cache[symbol - 280];
            }
        }
        return argb;
    }

    private int value(int symbol) {
        if (symbol < 4) {
            return symbol + 1;
        }
        int extra = (symbol - 2) >> 1;
        return ((2 + (symbol & 1)) << extra) + bits(extra) + 1;
    }

    private static int distance(int code, int width) {
        if (code > 120) {
            return code - 120;
        }
        int place = 2 * code - 2;
        return Math.max(1, PLACES[place] + PLACES[place + 1] * width);
    }

    /** A prefix code: its code words with their symbols. */
    private Map<Integer, Integer> code(int symbols) {
        int[] lengths = new int[symbols];
        if (bits(1) == 1) {
            int count = 1 + bits(1);
            int first = bits(bits(1) == 0 ? 1 : 8);
            if (count == 1) {
                return Map.of(1, first);
            }
            lengths[first] = 1;
            lengths[bits(8)] = 1;
            return words(lengths);
        }
        int[] ofLengths = new int[19];
        int sent = 4 + bits(4);
        for (int i = 0; i < sent; i++) {
            ofLengths[ORDER[i]] = bits(3);
        }
        Map<Integer, Integer> code = words(ofLengths);
        int most = symbols;
        if (bits(1) == 1) {
            int size = 2 + 2 * bits(3);
            most = 2 + bits(size);
        }
        int before = 8;
        for (int at = 0; at < symbols && most > 0; most--) {
            int symbol = symbol(code);
            if (symbol < 16) {
                lengths[at++] = symbol;
                before = symbol == 0 ? before : symbol;
            } else {
                int run = symbol == 16 ? 3 + bits(2) : symbol == 17 ? 3 + bits(3) : 11 + bits(7);
                Arrays.fill(lengths, at, at + run, symbol == 16 ? before : 0);
                at += run;
            }
        }
        return words(lengths);
    }

    /** The canonical code words, each behind a bit 1; they must leave none unused. */
    private static Map<Integer, Integer> words(int[] lengths) {
        Map<Integer, Integer> words = new HashMap<>();
        int next = 0;
        for (int length = 1; length <= 15; length++) {
            next <<= 1;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    words.put(1 << length | next++, symbol);
                }
            }
        }
        require(next == 1 << 15, "complete prefix code");
        return words;
    }

    private int symbol(Map<Integer, Integer> code) {
        int word = 1;
        while (true) {
            Integer symbol = code.get(word);
            if (symbol != null) {
                return symbol;
            }
            word = word << 1 | bits(1);
        }
    }
}

package tinct.imageio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What an ICC profile says of itself. Reads the bytes without java.desktop, so that the usual profile, sRGB, costs
 * nothing. Source: ICC.1:2010, sections 7 and 10.
 *
 * @param colorSpace four letters, such as {@code "RGB "}, {@code "GRAY"}, {@code "CMYK"}
 * @param name its description, or {@code "without a name"}
 * @param srgb whether it gives every 8-bit colour the meaning that sRGB gives it, to within one level
 */
record IccHeader(String colorSpace, String name, boolean srgb) {
    private static final int HEADER_LENGTH = 128;

    /** X, Y, Z of the red, green and blue of sRGB, adapted to D50, as the sRGB profiles have them. */
    private static final double[][] SRGB_COLORANTS = {
        {0.4361, 0.2225, 0.0139}, {0.3851, 0.7169, 0.0971}, {0.1431, 0.0606, 0.7141}
    };

    /** Profiles that mean sRGB differ by their rounding and adaptation; Display P3 is off by 0.07 and more. */
    private static final double COLORANT_TOLERANCE = 0.003;

    /** Empty if the bytes are not a profile. */
    static Optional<IccHeader> parse(byte[] profile) {
        ByteBuffer data = ByteBuffer.wrap(profile);
        try {
            if (!letters(data, 36).equals("acsp")) {
                return Optional.empty();
            }
            return Optional.of(new IccHeader(letters(data, 16), description(data), isSrgb(data)));
        } catch (IndexOutOfBoundsException | BufferUnderflowException broken) {
            return Optional.empty();
        }
    }

    /** Whether the bytes are a profile that needs no conversion. */
    static boolean isSrgb(byte[] profile) {
        return parse(profile).filter(IccHeader::srgb).isPresent();
    }

    /** Whether there is a profile that an indexed file can have: one of RGB, for RGB pixels. */
    static boolean fits(Optional<byte[]> profile, int colors) {
        return colors == 3
                && profile.flatMap(IccHeader::parse)
                        .filter(header -> header.colorSpace().equals("RGB "))
                        .isPresent();
    }

    private static boolean isSrgb(ByteBuffer data) {
        // A table, where there is one, goes before the matrix.
        if (!letters(data, 16).equals("RGB ")
                || !letters(data, 20).equals("XYZ ")
                || tag(data, "A2B0").isPresent()) {
            return false;
        }
        String[] channels = {"r", "g", "b"};
        for (int c = 0; c < 3; c++) {
            Optional<ByteBuffer> colorant = tag(data, channels[c] + "XYZ");
            Optional<ByteBuffer> curve = tag(data, channels[c] + "TRC");
            if (colorant.isEmpty()
                    || curve.isEmpty()
                    || !near(colorant.get(), SRGB_COLORANTS[c])
                    || !isSrgbCurve(curve.get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(ByteBuffer colorant, double[] expected) {
        for (int i = 0; i < 3; i++) {
            if (Math.abs(fixed(colorant, 8 + 4 * i) - expected[i]) > COLORANT_TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSrgbCurve(ByteBuffer curve) {
        for (int level = 0; level < 256; level++) {
            double encoded = encode(evaluate(curve, level / 255.0));
            if (!(Math.abs(encoded * 255 - level) <= 1)) { // not NaN either
                return false;
            }
        }
        return true;
    }

    private static double encode(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    private static double evaluate(ByteBuffer curve, double x) {
        return switch (letters(curve, 0)) {
            case "curv" -> sampled(curve, x);
            case "para" -> parametric(curve, x);
            default -> Double.NaN;
        };
    }

    private static double sampled(ByteBuffer curve, double x) {
        int count = curve.getInt(8);
        if (count == 0) {
            return x;
        } else if (count == 1) {
            return Math.pow(x, (curve.getShort(12) & 0xFFFF) / 256.0);
        }
        double at = x * (count - 1);
        int low = Math.min((int) at, count - 2);
        double a = (curve.getShort(12 + 2 * low) & 0xFFFF) / 65535.0;
        double b = (curve.getShort(14 + 2 * low) & 0xFFFF) / 65535.0;
        return a + (b - a) * (at - low);
    }

    private static double parametric(ByteBuffer curve, double x) {
        int type = curve.getShort(8);
        double g = fixed(curve, 12);
        if (type == 0) {
            return Math.pow(x, g);
        }
        double a = fixed(curve, 16);
        double b = fixed(curve, 20);
        double power = Math.pow(Math.max(0, a * x + b), g);
        return switch (type) {
            case 1 -> x >= -b / a ? power : 0;
            case 2 -> fixed(curve, 24) + (x >= -b / a ? power : 0);
            case 3 -> x >= fixed(curve, 28) ? power : fixed(curve, 24) * x;
            case 4 -> x >= fixed(curve, 28) ? power + fixed(curve, 32) : fixed(curve, 24) * x + fixed(curve, 36);
            default -> Double.NaN;
        };
    }

    private static String description(ByteBuffer data) {
        ByteBuffer text = tag(data, "desc").orElse(ByteBuffer.allocate(12));
        String name = switch (letters(text, 0)) {
            case "desc" -> string(text, 12, text.getInt(8) - 1, ISO_8859_1);
            case "mluc" -> string(text, text.getInt(24), text.getInt(20), UTF_16BE);
            default -> "";
        };
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? "without a name" : line;
    }

    private static String string(ByteBuffer data, int from, int length, Charset charset) {
        byte[] bytes = new byte[Math.max(0, Math.min(length, Math.min(200, data.limit() - from)))];
        data.get(from, bytes);
        return new String(bytes, charset);
    }

    /** The bytes of a tag, if the profile has it and it lies within the profile. */
    private static Optional<ByteBuffer> tag(ByteBuffer data, String signature) {
        int count = data.getInt(HEADER_LENGTH);
        for (int i = 0; i < count; i++) {
            int entry = HEADER_LENGTH + 4 + 12 * i;
            if (letters(data, entry).equals(signature)) {
                return Optional.of(data.slice(data.getInt(entry + 4), data.getInt(entry + 8)));
            }
        }
        return Optional.empty();
    }

    private static String letters(ByteBuffer data, int at) {
        byte[] four = new byte[4];
        data.get(at, four);
        return new String(four, ISO_8859_1);
    }

    /** A number in 16 binary places. */
    private static double fixed(ByteBuffer data, int at) {
        return data.getInt(at) / 65536.0;
    }
}

package tinct.app.figure;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** Numbers as people read them; the same in every locale. */
final class Numbers {
    private static final String PREFIXES = " kMGTP";

    private Numbers() {}

    /** Such as {@code 96,615}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Such as {@code 96,615 colours}. */
    static String colors(long count) {
        return count == 1 ? "1 colour" : count(count) + " colours";
    }

    /** Such as {@code 871 B}, {@code 42.1 kB}, {@code 1.25 MB}; a kB is 1000 bytes. */
    static String bytes(long bytes) {
        return bytes < 1000 ? bytes + " B" : scaled((double) bytes) + "B";
    }

    /** Three significant digits and a prefix, such as {@code 42.1 k}; a number below 1000 has no prefix. */
    static String scaled(double value) {
        double rest = value;
        int prefix = 0;
        while (Math.abs(rest) >= 999.5 && prefix < 5) {
            rest /= 1000;
            prefix++;
        }
        return significant(rest) + (prefix == 0 ? "" : " " + PREFIXES.charAt(prefix));
    }

    /** Numbers with one prefix and as many decimals as a step needs, such as {@code 97.5 M}; 0 has neither. */
    static DoubleFunction<String> even(double step, double most, String unit) {
        int prefix = (int) Math.max(0, Math.min(5, Math.floor(Math.log10(Math.abs(most)) / 3 + 1e-9)));
        double scale = Math.pow(1000, prefix);
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step / scale) - 1e-9));
        String suffix = prefix == 0 ? unit : PREFIXES.charAt(prefix) + unit;
        return value -> Math.abs(value) < step / 2
                ? "0"
                : String.format(Locale.ROOT, "%." + decimals + "f", value / scale)
                        + (suffix.isEmpty() ? "" : " " + suffix);
    }

    /** Three significant digits without exponent, such as {@code 176}, {@code 30.4}, {@code 0.0123}. */
    static String significant(double value) {
        double size = Math.abs(value);
        if (size == 0 || size >= 99.95) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int decimals = size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** As few digits as the number needs, at most three after the point. */
    static String plain(double value) {
        String digits = String.format(Locale.ROOT, "%,.3f", value);
        return digits.replaceAll("\\.?0+$", "").replace('-', '−');
    }

    /** A share of 0..1, such as {@code 12.3 %}; {@code < 0.1 %} for less than that but not nothing. */
    static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.1) {
            return "< 0.1 %";
        }
        return String.format(Locale.ROOT, percent >= 99.95 || percent == 0 ? "%.0f %%" : "%.1f %%", percent);
    }

    /** Such as {@code #0F1E2D}; eight digits with alpha at the end, as in CSS, if it is not opaque. */
    static String hex(int argb) {
        String rgb = String.format(Locale.ROOT, "#%06X", argb & 0xFFFFFF);
        return argb >>> 24 == 255 ? rgb : rgb + String.format(Locale.ROOT, "%02X", argb >>> 24);
    }
}

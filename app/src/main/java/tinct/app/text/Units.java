package tinct.app.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people read them. Always with a point, whatever the locale: the text may be read by scripts. */
public final class Units {
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};
    private static final Pattern CAPACITY =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([kmgtp]?)(i?)b?", Pattern.CASE_INSENSITIVE);

    private Units() {}

    /** A size such as {@code 812 B}, {@code 78.2 kB}, {@code 1.3 MB}; a kB is 1000 bytes. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        int prefix = 0;
        while (value >= 999.95 && prefix < PREFIXES.length - 1) {
            value /= 1000;
            prefix++;
        }
        return format("%.1f %sB", value, PREFIXES[prefix]);
    }

    /** A number with thousands apart: {@code 96,615}. */
    public static String count(long number) {
        return format("%,d", number);
    }

    /** The change from one size to another, such as {@code -59 %} or {@code +0.4 %}. */
    public static String change(long before, long after) {
        double percent = 100.0 * (after - before) / before;
        return format(Math.abs(percent) < 9.95 ? "%+.1f %%" : "%+.0f %%", percent);
    }

    /** A time such as {@code 0.31 s} or {@code 2 min 5 s}. */
    public static String seconds(double seconds) {
        if (seconds < 120) {
            return format("%.2f s", seconds);
        }
        long whole = Math.round(seconds);
        return format("%d min %d s", whole / 60, whole % 60);
    }

    /** A time as clocks show it: {@code 0:07}, {@code 12:30}, {@code 1:02:03}. */
    public static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? format("%d:%02d", whole / 60, whole % 60)
                : format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /**
     * A capacity such as {@code 1GB} (10^9 bytes), {@code 700 MB}, {@code 1.44MB}, {@code 4GiB} (2^32 bytes), {@code
     * 5000}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static long capacity(String text) {
        Matcher matcher = CAPACITY.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a capacity is a number and a unit, such as 1GB or 512MiB; was " + text);
        }
        int power = " kmgtp"
                .indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2).toLowerCase(Locale.ROOT));
        double unit = Math.pow(matcher.group(3).isEmpty() ? 1000 : 1024, power);
        double bytes = Double.parseDouble(matcher.group(1)) * unit;
        if (bytes < 1 || bytes > Long.MAX_VALUE) {
            throw new IllegalArgumentException("a capacity is 1 byte to 8 EiB, was " + text);
        }
        return (long) bytes;
    }

    /** {@link String#format} with a point in decimal fractions. */
    @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency
    public static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

package tinct.image;

import java.util.Optional;

/**
 * How long a frame is shown, as a fraction of seconds.
 *
 * @param numerator at least 0
 * @param denominator at least 1
 */
public record Delay(int numerator, int denominator) {
    /* Browsers show a frame for a tenth of a second if it asks for a hundredth or less, other players do as asked. */
    private static final double SHORT = 0.0105;

    public Delay {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException("a delay must be at least 0/1, was " + numerator + "/" + denominator);
        }
    }

    /** In milliseconds, at least 0. */
    public static Delay ofMilliseconds(int milliseconds) {
        return new Delay(milliseconds, 1000);
    }

    /** In hundredths of a second, at least 0. */
    public static Delay ofHundredths(int hundredths) {
        return new Delay(hundredths, 100);
    }

    /** In seconds. */
    public double seconds() {
        return (double) numerator / denominator;
    }

    /** Whether it is so short that players disagree on how long it takes: a hundredth of a second at the most. */
    public boolean isShort() {
        return seconds() < SHORT;
    }

    /** The sum; empty if it is no fraction of two {@code int}s. */
    public Optional<Delay> plus(Delay other) {
        long common = (long) denominator / gcd(denominator, other.denominator) * other.denominator;
        long sum = numerator * (common / denominator) + other.numerator * (common / other.denominator);
        long shared = gcd(sum, common);
        boolean fits = common <= Integer.MAX_VALUE && sum <= Integer.MAX_VALUE;
        long by = fits ? 1 : shared;
        return sum / by > Integer.MAX_VALUE || common / by > Integer.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new Delay((int) (sum / by), (int) (common / by)));
    }

    /** The same in lowest terms. */
    public Delay reduced() {
        int shared = (int) gcd(numerator, denominator);
        return new Delay(numerator / shared, denominator / shared);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}

package tinct.app.compress;

import tinct.app.text.Units;

/**
 * How much smaller than its source a result must be to be worth writing.
 *
 * @param share of the source's bytes, 0..1
 * @param bytes at least 0
 */
public record Savings(double share, long bytes) {
    /** Any. */
    public static final Savings ANY = new Savings(0, 0);

    /**
     * Reads {@code 10%} or {@code 50KB}; 0 is any.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Savings of(String text) {
        String value = text.strip();
        if (value.equals("0")) {
            return ANY;
        }
        if (!value.endsWith("%")) {
            return new Savings(0, Units.capacity(value));
        }
        try {
            double percent = Double.parseDouble(value.substring(0, value.length() - 1));
            if (percent >= 0 && percent <= 100) {
                return new Savings(percent / 100, 0);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("savings are a share or a size, such as 10% or 50KB; was " + text);
    }

    /** Whether a result is smaller by that much. */
    public boolean reached(long before, long after) {
        long saved = before - after;
        return saved > 0 && saved >= bytes && saved >= share * before;
    }

    /** As it is given. */
    @Override
    public String toString() {
        String percent = Units.format("%.2f", 100 * share).replaceFirst("\\.?0+$", "");
        return share > 0 ? percent + " %" : Units.bytes(bytes);
    }
}

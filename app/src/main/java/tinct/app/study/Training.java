package tinct.app.study;

import tinct.app.text.Json;
import tinct.app.text.Units;
import tinct.histogram.Histogram;

/**
 * Pixels drawn from a picture at random.
 *
 * @param trained whether the palette was found by these alone
 * @param colors of each, in the order in which they were drawn
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not copied, and never compared
public record Training(boolean trained, int[] colors) {
    private static final int SHOWN = 1000;

    /**
     * Draws them.
     *
     * @param sample how many the palette was found by; 0 for all pixels, of which some are drawn to be shown
     */
    static Training of(Histogram histogram, int sample, long seed) {
        int wanted = sample == 0 ? SHOWN : sample;
        return new Training(sample > 0, histogram.draw((int) Math.min(wanted, histogram.total()), seed));
    }

    /** {@code colors} eight hexadecimal digits each, alpha last, without anything between. */
    Json json() {
        StringBuilder hex = new StringBuilder();
        for (int color : colors) {
            hex.append(Units.format("%06x%02x", color & 0xFFFFFF, color >>> 24));
        }
        return new Json().put("trained", trained).put("colors", hex.toString());
    }
}

package tinct.app.study;

import tinct.app.text.Json;
import tinct.app.text.Units;

/**
 * The visible colours of a picture in space, alike ones put together.
 *
 * @param colors opaque sRGB, the mean of each group [groups]
 * @param counts pixels of each group [groups]
 * @param labels the entry of the palette that most of these pixels have [groups]
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not copied, and never compared
public record ColorCloud(int[] colors, long[] counts, int[] labels) {
    /** {@code colors} six hexadecimal digits each and {@code labels} two each, without anything between. */
    Json json() {
        StringBuilder hex = new StringBuilder();
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < colors.length; i++) {
            hex.append(Units.format("%06x", colors[i] & 0xFFFFFF));
            entries.append(Units.format("%02x", labels[i]));
        }
        return new Json().put("colors", hex.toString()).put("counts", counts).put("labels", entries.toString());
    }
}

package tinct.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tinct.Result;
import tinct.app.text.Json;
import tinct.color.ColorSpace;
import tinct.color.CssColor;
import tinct.image.Palette;

/**
 * One entry of a palette.
 *
 * @param argb its colour
 * @param count pixels that have it
 * @param share of all pixels, 0..1
 * @param moved how far these pixels have moved in the mean: distance in Oklab, where black to white is 1; 0 if there are none
 */
public record Swatch(int argb, long count, double share, double moved) {
    /** All entries in the order of the palette. */
    static List<Swatch> of(Result result, Mapping mapping) {
        long[] counts = result.counts();
        double[] shares = result.shares();
        List<Swatch> swatches = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            double moved = counts[i] == 0 ? 0 : mapping.moved(i) / counts[i];
            swatches.add(new Swatch(result.palette().entry(i), counts[i], shares[i], moved));
        }
        return swatches;
    }

    Json json() {
        float[][] oklab = ColorSpace.OKLAB.coordinates(new int[] {argb}, 3);
        return new Json()
                .put("hex", Palette.hex(argb).toLowerCase(Locale.ROOT))
                .put("name", CssColor.nearestName(argb))
                .put("count", count)
                .put("share", share)
                .put("moved", moved)
                .put("oklab", new double[] {round(oklab[0][0]), round(oklab[1][0]), round(oklab[2][0])});
    }

    private static double round(double value) {
        return Math.rint(value * 1e5) / 1e5;
    }
}

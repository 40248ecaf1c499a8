package tinct.reference;

import java.util.Map;
import java.util.TreeMap;

/** Counts colours in a sorted map, one pixel at a time. */
public final class NaiveHistogram {
    private NaiveHistogram() {}

    /** Pixels of each colour in unsigned order; all colours of alpha 0 are the colour 0. */
    public static Map<Integer, Long> count(int[]... pictures) {
        Map<Integer, Long> counts = new TreeMap<>(Integer::compareUnsigned);
        for (int[] picture : pictures) {
            for (int argb : picture) {
                counts.merge(argb >>> 24 == 0 ? 0 : argb, 1L, Long::sum);
            }
        }
        return counts;
    }
}

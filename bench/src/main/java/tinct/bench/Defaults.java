package tinct.bench;

import tinct.Settings;
import tinct.color.ColorSpace;
import tinct.palette.KMeansQuantizer;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

/** What the command line chooses where it is not told otherwise. */
final class Defaults {
    /** How much rate-aware indices may differ from the nearest entries: {@code --lossy} as it is at effort 2 and above. */
    static final int LEVEL = 20;
    /** How hard deflate tries on nearest entries at efforts 1 and 2; else as hard as always. */
    private static final int[] QUICK_FILE_EFFORTS = {1, 3};

    private Defaults() {}

    /**
     * Settings of {@code tinct compress -k K --lossy LEVEL --effort EFFORT -t THREADS}.
     *
     * @param level 0 for nearest entries of a palette in sRGB
     * @param effort 0 if it is not given
     */
    static Settings settings(int k, int level, int effort, int threads) {
        boolean lossy = level > 0;
        int tried = effort == 0 ? KMeansQuantizer.DEFAULT.effort() : effort;
        KMeansQuantizer quantizer = KMeansQuantizer.DEFAULT
                .withSpace(lossy ? ColorSpace.OKLAB : ColorSpace.SRGB)
                .withEffort(lossy ? RateAware.paletteEffort(tried) : tried);
        Settings settings = new Settings(k, quantizer, lossy ? new RateAware(level, effort) : new NoDither(), threads);
        boolean quick = !lossy && effort > 0 && effort <= QUICK_FILE_EFFORTS.length;
        return quick ? settings.withFileEffort(QUICK_FILE_EFFORTS[effort - 1]) : settings;
    }
}

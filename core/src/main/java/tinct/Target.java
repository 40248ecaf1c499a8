package tinct;

/** What a file is to reach: see {@link Tinct#compress(tinct.image.PixelRows, Settings, Target, tinct.codec.Format, Progress)}. */
public sealed interface Target {
    /**
     * The least bytes that look this much like the original.
     *
     * @param quality SSIMULACRA 2, see {@link tinct.metrics.Ssimulacra2}: up to 100, for which every pixel is exact
     */
    record AtLeast(double quality) implements Target {
        public AtLeast {
            if (!(quality <= 100) || quality == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException("quality must be at most 100, was " + quality);
            }
        }
    }

    /**
     * The best look of a file that is not larger than this.
     *
     * @param bytes of the whole file, at least 1
     */
    record AtMost(long bytes) implements Target {
        public AtMost {
            if (bytes < 1) {
                throw new IllegalArgumentException("bytes must be at least 1, were " + bytes);
            }
        }
    }
}

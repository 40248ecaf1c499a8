package tinct.histogram;

/** What each picture counts for among others that share a palette. */
public enum Weighting {
    /** Each pixel counts the same, so a large picture more than a small one. */
    AREA {
        @Override
        public Histogram weighed(Histogram histogram) {
            return histogram;
        }
    },
    /** Each picture counts the same, whatever its size. */
    EQUAL {
        @Override
        public Histogram weighed(Histogram histogram) {
            return histogram.scaled(PICTURE);
        }
    };

    private static final long PICTURE = 1 << 24;

    /** The histogram of a picture as it is to be merged with those of the others. */
    public abstract Histogram weighed(Histogram histogram);
}

package tinct.remap;

/** Rate-aware. */
public record RateAware(double level) implements Ditherer {
    public RateAware {
        if (!(level >= 0 && level <= 1000)) {
            throw new IllegalArgumentException("level must be in 0..100, was " + level);
        }
    }

    float price() {
        return (float) level * 1e-4f;
    }
}

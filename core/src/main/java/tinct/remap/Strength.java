package tinct.remap;

/** The range that every ditherer's strength has. */
final class Strength {
    private Strength() {}

    /** The strength itself if it is in 0..1. */
    static double checked(double strength) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength must be in 0..1, was " + strength);
        }
        return strength;
    }
}

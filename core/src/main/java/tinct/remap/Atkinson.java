package tinct.remap;

/**
 * Error diffusion of an eighth each to six neighbours, rows in alternating direction.
 *
 * <p>A quarter of the error is dropped: flat and extreme tones stay clean, and contrast rises. Source: B. Atkinson, Apple
 * Computer, 1984, unpublished.
 *
 * @param strength share of those six eighths that is passed on, 0..1. Default 1
 */
public record Atkinson(double strength) implements Ditherer {
    /** Strength 1. */
    public static final Atkinson DEFAULT = new Atkinson(1);

    public Atkinson {
        Strength.checked(strength);
    }
}

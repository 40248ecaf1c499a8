package tinct.remap;

/**
 * Error diffusion to four neighbours, 7 3 5 1 sixteenths, rows in alternating direction.
 *
 * <p>Source: R. Floyd, L. Steinberg, "An adaptive algorithm for spatial grey scale", Proc. SID 17(2), 1976.
 *
 * @param strength share of the error that is passed on, 0..1. Default 1
 */
public record FloydSteinberg(double strength) implements Ditherer {
    /** Strength 1. */
    public static final FloydSteinberg DEFAULT = new FloydSteinberg(1);

    public FloydSteinberg {
        Strength.checked(strength);
    }
}

package tinct.remap;

/**
 * How the error of mapping a pixel to an entry is spread over other pixels; a strategy is a record of its options.
 *
 * <p>Whatever it is, a colour that is an entry gets that entry in a picture that has no others, and strength 0 is
 * {@link NoDither}. docs/dithering.md compares them.
 */
public sealed interface Ditherer permits NoDither, AutoDither, FloydSteinberg, Atkinson, Bayer, BlueNoise {
    /** From 0, no dither, to 1. */
    double strength();
}

package tinct.remap;

/**
 * How pixels get entries that need not be the nearest: error is spread over other pixels, or traded for bytes. A strategy
 * is a record of its options.
 *
 * <p>Whatever it is, a colour that is an entry gets that entry in a picture that has no others, and strength 0 is
 * {@link NoDither}. docs/dithering.md compares those that spread error.
 */
public sealed interface Ditherer permits NoDither, AutoDither, FloydSteinberg, Atkinson, Bayer, BlueNoise, RateAware {
    /** From 0, the nearest entries, to 1. */
    double strength();
}

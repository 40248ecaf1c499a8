package tinct.remap;

/**
 * How pixels get entries that need not be the nearest: error is spread over other pixels, or traded for bytes. A strategy
 * is a record of its options.
 */
public sealed interface Ditherer permits NoDither, FloydSteinberg, RateAware {}

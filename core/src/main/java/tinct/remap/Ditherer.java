package tinct.remap;

/** How the error of mapping a pixel to an entry is spread over other pixels; a strategy is a record of its options. */
public sealed interface Ditherer permits NoDither, FloydSteinberg, RateAware {}

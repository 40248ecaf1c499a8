package tinct.palette;

/**
 * A colour of a picture and what a palette makes of it.
 *
 * @param color packed sRGB
 * @param entry the palette's nearest
 * @param share of the pixels that have the colour, 0..1
 * @param delta distance of the two in Oklab: 0.02 is just seen, black to white is 1
 */
public record MovedColor(int color, int entry, double share, double delta) {}

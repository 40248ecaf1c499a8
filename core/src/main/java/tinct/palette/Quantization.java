package tinct.palette;

import java.util.List;
import tinct.image.IndexedColors;
import tinct.image.Palette;

/**
 * A palette and how it was found.
 *
 * @param palette entries ordered: not opaque first, then by lightness
 * @param inertia sum over pixels of squared distance to the nearest centroid, before centroids are rounded to 8 bits;
 *     working space. 0 if the palette is exact; up to 2 % too high where alike ones of more than 2^19 colours are clustered
 *     as one
 * @param iterations moves of the centroids; 0 if the palette is exact or the method has none
 * @param history inertia of the first centroids and after each move [iterations + 1], of the pixels trained on
 * @param nearest the nearest entry, the lowest index on a tie, of each colour of the histogram, if all of these are opaque
 *     and were not kept exactly; else empty
 */
public record Quantization(
        Palette palette, double inertia, int iterations, List<Double> history, IndexedColors nearest) {}

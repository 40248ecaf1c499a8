/** Figures of pictures, palettes and measurements as PNG; drawn with Java2D shapes alone, so no fonts are needed. */
@NullMarked
package tinct.app.figure;

import org.jspecify.annotations.NullMarked;

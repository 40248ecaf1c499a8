/** Pixels to palette indices: nearest entry and dithering. */
@NullMarked
package tinct.remap;

import org.jspecify.annotations.NullMarked;

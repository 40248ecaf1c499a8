/** Colour spaces: packed 8-bit sRGB to and from planar working coordinates. */
@NullMarked
package tinct.color;

import org.jspecify.annotations.NullMarked;

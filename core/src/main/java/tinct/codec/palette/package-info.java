/** Palette files that other programs write and read. */
@NullMarked
package tinct.codec.palette;

import org.jspecify.annotations.NullMarked;

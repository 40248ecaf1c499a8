/** Pictures and palettes as immutable values, without algorithms. */
@NullMarked
package tinct.image;

import org.jspecify.annotations.NullMarked;

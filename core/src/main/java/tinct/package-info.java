/** The facade: one call from a picture to its best few colours. */
@NullMarked
package tinct;

import org.jspecify.annotations.NullMarked;

/** Quantizers: from a histogram to the best few colours. */
@NullMarked
package tinct.palette;

import org.jspecify.annotations.NullMarked;

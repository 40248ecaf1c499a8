/** Differences between two pictures. */
@NullMarked
package tinct.metrics;

import org.jspecify.annotations.NullMarked;

/** The distinct colours of pictures with exact counts; merging is addition. */
@NullMarked
package tinct.histogram;

import org.jspecify.annotations.NullMarked;

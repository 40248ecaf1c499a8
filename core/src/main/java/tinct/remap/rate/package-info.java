/** Indices chosen for what deflate or LZW makes of them: the engine of {@link tinct.remap.RateAware}. Not exported. */
@NullMarked
package tinct.remap.rate;

import org.jspecify.annotations.NullMarked;

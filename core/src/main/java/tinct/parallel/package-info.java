/** Numbered chunks of work on a bounded number of threads; internal. */
@NullMarked
package tinct.parallel;

import org.jspecify.annotations.NullMarked;

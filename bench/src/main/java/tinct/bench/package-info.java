/** Benchmarks of each stage, and reports of accuracy. */
@NullMarked
package tinct.bench;

import org.jspecify.annotations.NullMarked;

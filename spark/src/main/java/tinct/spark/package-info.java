/** Compression of whole corpora by Apache Spark: the job, its manifest and its report. */
@NullMarked
package tinct.spark;

import org.jspecify.annotations.NullMarked;

/** The sample pictures of the project, as code: everything in {@code samples/} is rendered here. */
@NullMarked
package tinct.samples;

import org.jspecify.annotations.NullMarked;

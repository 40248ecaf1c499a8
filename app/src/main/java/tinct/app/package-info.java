/** The command line. */
@NullMarked
package tinct.app;

import org.jspecify.annotations.NullMarked;

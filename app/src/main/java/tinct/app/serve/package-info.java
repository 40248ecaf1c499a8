/** The local page: a thin HTTP layer over what the command line does. Nothing of it outlives the process. */
@NullMarked
package tinct.app.serve;

import org.jspecify.annotations.NullMarked;

/** The main job: what is to be done with which file, one file done, many files done, and the account of it. */
@NullMarked
package tinct.app.compress;

import org.jspecify.annotations.NullMarked;

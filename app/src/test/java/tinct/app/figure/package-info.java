/** Tests of the figures. */
@NullMarked
package tinct.app.figure;

import org.jspecify.annotations.NullMarked;

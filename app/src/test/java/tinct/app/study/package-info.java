/** Tests of the package. */
@NullMarked
package tinct.app.study;

import org.jspecify.annotations.NullMarked;

/** Tests of the package. */
@NullMarked
package tinct.app.report;

import org.jspecify.annotations.NullMarked;

/** Tests of the package. */
@NullMarked
package tinct.app.web;

import org.jspecify.annotations.NullMarked;

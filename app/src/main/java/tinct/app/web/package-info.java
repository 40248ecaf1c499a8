/** The files that pages are made of: modules, style and the libraries they use. */
@NullMarked
package tinct.app.web;

import org.jspecify.annotations.NullMarked;

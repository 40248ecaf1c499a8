/** What a compression did to one picture, as figures that pages show: values, and their JSON. */
@NullMarked
package tinct.app.study;

import org.jspecify.annotations.NullMarked;

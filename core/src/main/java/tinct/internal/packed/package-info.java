/** What a packed file and the choice of its indices share: the chances of labels. */
@NullMarked
package tinct.internal.packed;

import org.jspecify.annotations.NullMarked;

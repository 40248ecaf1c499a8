/** Machinery that several packages share: threads, sorting, candidate lists; not exported. */
@NullMarked
package tinct.internal;

import org.jspecify.annotations.NullMarked;

/** Readers and writers of PNG, GIF, lossless WebP and the packed .tinct file. */
@NullMarked
package tinct.codec;

import org.jspecify.annotations.NullMarked;

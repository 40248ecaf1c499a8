/** K-means over weighted 3-d or 4-d points; knows nothing of pixels. */
@NullMarked
package tinct.kmeans;

import org.jspecify.annotations.NullMarked;

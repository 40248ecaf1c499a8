/** Pictures of other formats to and from pixels, through ImageIO and TwelveMonkeys; the bridge to BufferedImage. */
@NullMarked
package tinct.imageio;

import org.jspecify.annotations.NullMarked;

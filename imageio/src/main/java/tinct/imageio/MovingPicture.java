package tinct.imageio;

import java.util.List;
import tinct.image.Animation;

/**
 * An animation that was read from a file.
 *
 * @param animation the frames as sRGB
 * @param format name of the file format as people write it, such as {@code "GIF"}
 * @param kind how the file keeps its pixels, such as {@code "8-bit RGB + alpha animation"}
 * @param notes what was changed on the way to sRGB pixels, a short phrase each; empty if nothing was
 */
public record MovingPicture(Animation animation, String format, String kind, List<String> notes) {
    public MovingPicture {
        notes = List.copyOf(notes);
    }
}

package tinct.imageio;

import java.util.List;
import tinct.image.PixelRows;

/**
 * A picture that was read from a file.
 *
 * @param rows the pixels as sRGB, upright
 * @param format name of the file format as people write it, such as {@code "JPEG"}
 * @param kind how the file keeps its pixels, such as {@code "8-bit RGB"} or {@code "8-bit grey, progressive"}
 * @param notes what was changed on the way to sRGB pixels, a short phrase each, such as {@code "rotated by EXIF
 *     orientation 6"}; empty if nothing was
 */
public record Picture(PixelRows rows, String format, String kind, List<String> notes) {
    public Picture {
        notes = List.copyOf(notes);
    }
}

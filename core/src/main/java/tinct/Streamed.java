package tinct;

import java.util.Map;
import tinct.histogram.Histogram;
import tinct.image.IndexedRows;
import tinct.image.Palette;
import tinct.palette.Quantization;

/**
 * What {@link Tinct#stream} made of a picture that need not fit in memory.
 *
 * @param rows the picture in few colours, mapped while it is read
 * @param histogram the distinct colours of the source
 * @param quantization the palette and how it was found
 * @param nanos time of the stages up to the palette, nanoseconds
 */
public record Streamed(IndexedRows rows, Histogram histogram, Quantization quantization, Map<Stage, Long> nanos) {

    /** The palette of {@link #rows}. */
    public Palette palette() {
        return rows.palette();
    }
}

package tinct.palette;

import java.util.Arrays;
import tinct.color.ColorSpace;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/**
 * The colours of a device twice: as it shows them, by which pixels are matched, and as its files name them.
 *
 * <p>E-paper shows its pure red as a brown, but wants it called {@code #ff0000}.
 *
 * @param measured what is seen
 * @param codes what is written, at the same indices
 */
public record DevicePalette(Palette measured, Palette codes) {
    public DevicePalette {
        if (measured.size() != codes.size()) {
            throw new IllegalArgumentException(
                    measured.size() + " measured colours do not fit " + codes.size() + " device codes");
        }
    }

    /** Finds the nearest of the measured colours, in their order. */
    public FixedPalette quantizer(ColorSpace space) {
        return new FixedPalette(space, measured, true);
    }

    /**
     * A picture of measured colours as it is written.
     *
     * @param image its palette is {@link #measured}, or that and {@code 0x00000000}, which stays
     * @throws IllegalArgumentException if it has another palette
     */
    public IndexedImage encoded(IndexedImage image) {
        int[] shown = image.palette().toArray();
        int[] written = Arrays.copyOf(codes.toArray(), shown.length);
        int more = shown.length - measured.size();
        if (more < 0
                || more > 1
                || (more == 1 && shown[shown.length - 1] != 0)
                || !Arrays.equals(Arrays.copyOf(shown, measured.size()), measured.toArray())) {
            throw new IllegalArgumentException("the picture has not the measured colours");
        }
        return image.withPalette(new Palette(written));
    }
}

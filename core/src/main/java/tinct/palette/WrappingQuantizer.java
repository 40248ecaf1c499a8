package tinct.palette;

import java.util.Optional;
import tinct.color.ColorSpace;

/** Asks another quantizer for a palette, with other weights, or to change what it finds. */
public sealed interface WrappingQuantizer extends Quantizer
        permits DampedQuantizer, ImportanceQuantizer, PosterizedQuantizer {
    /** Who finds the palette. */
    Quantizer quantizer();

    @Override
    default ColorSpace space() {
        return quantizer().space();
    }

    @Override
    default Optional<KMeansQuantizer> engine() {
        return quantizer().engine();
    }
}

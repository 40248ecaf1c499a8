package tinct;

/** The stages of {@link Tinct#compress}, in order. */
public enum Stage {
    /** Counting the distinct colours; reading the source too, if it is read row by row. */
    HISTOGRAM,
    /** Finding the palette. */
    PALETTE,
    /** Giving each pixel its entry. */
    REMAP
}

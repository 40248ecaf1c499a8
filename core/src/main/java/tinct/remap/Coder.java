package tinct.remap;

/** What writes the indices that {@link RateAware} chooses. */
public enum Coder {
    /** That of PNG: copies of what is above, before, or elsewhere in 32 KiB. For other formats, the best guess. */
    DEFLATE,
    /** That of GIF: strings that came up since its table was cleared. */
    LZW,
    /** That of packed files: what is likely beside the pixels around. */
    PACKED
}

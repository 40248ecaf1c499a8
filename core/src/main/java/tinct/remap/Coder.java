package tinct.remap;

/** What writes the indices that {@link RateAware} chooses. */
public enum Coder {
    /** That of PNG: copies of what is above, before, or elsewhere in 32 KiB. */
    DEFLATE,
    /** That of lossless WebP: copies too, and cheap ones of what is near, above or before. */
    WEBP,
    /** That of GIF: strings that came up since its table was cleared. */
    LZW,
    /** That of packed files: what is likely beside the pixels around. */
    PACKED;

    /** Whether it packs several indices of few colours into a byte, and copies bytes. */
    boolean packs() {
        return this == DEFLATE || this == WEBP;
    }
}

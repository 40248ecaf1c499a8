package tinct.codec;

import java.util.Optional;

/** The colour types of PNG, with the depths that each allows. */
enum PngColor {
    GREY(0, 1, "grey", 1 | 2 | 4 | 8 | 16),
    RGB(2, 3, "RGB", 8 | 16),
    PALETTE(3, 1, "palette", 1 | 2 | 4 | 8),
    GREY_ALPHA(4, 2, "grey + alpha", 8 | 16),
    RGBA(6, 4, "RGBA", 8 | 16);

    private final int code;
    private final int channels;
    private final String title;
    private final int depths; // each allowed depth is a power of two, so their sum is a set

    PngColor(int code, int channels, String title, int depths) {
        this.code = code;
        this.channels = channels;
        this.title = title;
        this.depths = depths;
    }

    /** The type of that number in IHDR. */
    static Optional<PngColor> of(int code) {
        for (PngColor color : values()) {
            if (color.code == code) {
                return Optional.of(color);
            }
        }
        return Optional.empty();
    }

    int channels() {
        return channels;
    }

    String title() {
        return title;
    }

    boolean allows(int depth) {
        return Integer.bitCount(depth) == 1 && (depths & depth) != 0;
    }
}

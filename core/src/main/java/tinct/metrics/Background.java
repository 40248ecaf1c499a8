package tinct.metrics;

/** A grey that pixels are laid over before they are compared. */
enum Background {
    BLACK(0),
    WHITE(255);

    private final int grey;

    Background(int grey) {
        this.grey = grey;
    }

    /**
     * Makes pixels [from, to) opaque in place; tells whether one was not. No division by 255 ever ends on a half: the
     * rounding is exact.
     */
    boolean putUnder(int[] argb, int from, int to) {
        boolean sawAlpha = false;
        for (int i = from; i < to; i++) {
            int pixel = argb[i];
            int alpha = pixel >>> 24;
            if (alpha != 255) {
                sawAlpha = true;
                int under = grey * (255 - alpha) + 127;
                int r = ((pixel >> 16 & 0xFF) * alpha + under) / 255;
                int g = ((pixel >> 8 & 0xFF) * alpha + under) / 255;
                int b = ((pixel & 0xFF) * alpha + under) / 255;
                argb[i] = 0xFF000000 | r << 16 | g << 8 | b;
            }
        }
        return sawAlpha;
    }
}

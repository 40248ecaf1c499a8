package tinct.codec;

import java.io.IOException;
import tinct.image.IndexedImage;

/** A way to write a picture: its palette, whether it is predicted, its pixels. */
final class WebpCandidate {
    private static final int PREDICTION = 0;
    private static final int COLOR_INDEXING = 3;

    private final WebpColors colors;
    private final WebpPrediction[] prediction; // none or one
    private final WebpImage[] modes; // as many
    private final WebpImage pixels;
    private final long bits;

    private WebpCandidate(WebpColors colors, WebpPrediction[] prediction, WebpImage[] modes, WebpImage pixels) {
        this.colors = colors;
        this.prediction = prediction;
        this.modes = modes;
        this.pixels = pixels;
        bits = colors.bits() + pixels.bits() + (modes.length == 0 ? 0 : 6 + modes[0].bits());
    }

    /** The indices as they are. */
    static WebpCandidate plain(IndexedImage image, WebpColors colors, WebpEffort effort) {
        WebpImage pixels = new WebpParser(colors.plane(image), effort).best();
        return new WebpCandidate(colors, new WebpPrediction[0], new WebpImage[0], pixels);
    }

    static WebpCandidate predicted(WebpColors colors, WebpPrediction prediction, WebpEffort effort) {
        WebpImage modes = WebpImage.of(new WebpParser(prediction.modes(), effort).ungrouped(), effort);
        WebpImage pixels = new WebpParser(prediction.differences(), effort).best();
        return new WebpCandidate(
                colors, new WebpPrediction[] {prediction}, new WebpImage[] {modes}, pixels);
    }

    boolean opaque() {
        return colors.opaque();
    }

    long bits() {
        return bits;
    }

    void write(BitWriter out) throws IOException {
        out.write(1, 1); // a transform
        out.write(COLOR_INDEXING, 2);
        out.write(colors.size() - 1, 8);
        colors.write(out);
        for (int i = 0; i < prediction.length; i++) {
            out.write(1, 1);
            out.write(PREDICTION, 2);
            out.write(prediction[i].bits() - 2, 3);
            modes[i].write(out, false);
        }
        out.write(0, 1); // no other
        pixels.write(out, true);
    }
}

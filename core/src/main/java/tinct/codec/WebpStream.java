package tinct.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tinct.image.IndexedImage;

/** The transforms and pixels of a lossless WebP file, ready to be written (RFC 9649, 4). */
final class WebpStream {
    private static final int PREDICTION = 0;
    private static final int COLOR_INDEXING = 3;
    private static final int LEAD = 16; // a way is given up that is larger than the best by more than 1 of so many

    private final WebpWay way;
    private final Optional<WebpImage> modes; // of the prediction
    private final WebpImage pixels;

    private WebpStream(WebpWay way, WebpEffort effort) {
        this.way = way;
        modes = way.prediction()
                .map(prediction -> WebpImage.of(new WebpParser(prediction.modes(), effort).ungrouped(), effort));
        pixels = new WebpParser(way.plane(), effort).best();
    }

    /** The smallest of all ways, the first on a tie; only those that are nearly the best in a quick try get a full one. */
    static WebpStream of(IndexedImage image) {
        List<WebpStream> tries = new ArrayList<>();
        for (WebpWay way : WebpWay.all(image)) {
            tries.add(new WebpStream(way, WebpEffort.QUICK));
        }
        WebpStream best = smallest(tries);
        long limit = best.bits() + best.bits() / LEAD;
        for (WebpStream tried : List.copyOf(tries)) {
            if (tried.bits() <= limit) {
                tries.add(new WebpStream(tried.way, WebpEffort.of(tried.way.plane())));
            }
        }
        return smallest(tries);
    }

    private static WebpStream smallest(List<WebpStream> streams) {
        WebpStream best = streams.get(0);
        for (WebpStream stream : streams) {
            best = stream.bits() < best.bits() ? stream : best;
        }
        return best;
    }

    boolean opaque() {
        return way.colors().opaque();
    }

    /** The size without what all ways have alike. */
    private long bits() {
        return way.colors().bits() + modes.map(WebpImage::bits).orElse(0L) + pixels.bits();
    }

    void write(BitWriter out) throws IOException {
        WebpColors colors = way.colors();
        out.write(1, 1); // a transform
        out.write(COLOR_INDEXING, 2);
        out.write(colors.size() - 1, 8);
        colors.write(out);
        if (modes.isPresent()) {
            out.write(1, 1); // another
            out.write(PREDICTION, 2);
            out.write(WebpPrediction.BITS - 2, 3);
            modes.get().write(out, false);
        }
        out.write(0, 1); // no other
        pixels.write(out, true);
    }
}

package tinct.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tinct.image.IndexedImage;
import tinct.internal.Parallel;

/** The transforms and pixels of a lossless WebP file, ready to be written (RFC 9649, 4). */
final class WebpStream {
    private static final int PREDICTION = 0;
    private static final int COLOR_INDEXING = 3;
    private static final int LEAD = 16; // a way is given up that is larger than the best by more than 1 of so many

    /** Ways are tried on rows of about so many pixels. */
    private static final int TRIED = 1 << 17;

    private final WebpWay way;
    private final Optional<WebpImage> modes; // of the prediction
    private final WebpImage pixels;

    private WebpStream(WebpWay way, WebpEffort effort, int threads) {
        this.way = way;
        modes = way.prediction()
                .map(prediction -> WebpImage.of(new WebpParser(prediction.modes(), effort).ungrouped(), effort));
        pixels = new WebpParser(way.plane(), effort).best(threads);
    }

    /**
     * The smallest of all ways, the first on a tie; only those that are nearly the best in a quick try on some rows get a full
     * one.
     *
     * @param threads most threads to use; the stream does not depend on it
     */
    static WebpStream of(IndexedImage image, int threads) {
        IndexedImage some = Bands.of(image, TRIED);
        boolean isAll = some.height() == image.height();
        List<WebpStream> tries = tries(WebpWay.all(image, some, threads), way -> WebpEffort.QUICK, threads);
        WebpStream best = smallest(tries);
        long limit = best.bits() + best.bits() / LEAD;
        List<WebpWay> contenders = new ArrayList<>();
        for (WebpStream tried : tries) {
            if (tried.bits() <= limit) {
                contenders.add(isAll ? tried.way : tried.way.with(image));
            }
        }
        List<WebpStream> full = tries(contenders, way -> WebpEffort.of(way.plane()), threads);
        if (isAll) {
            full.add(0, best);
        }
        return smallest(full);
    }

    private static List<WebpStream> tries(List<WebpWay> ways, Function<WebpWay, WebpEffort> effort, int threads) {
        WebpStream[] tries = new WebpStream[ways.size()];
        Parallel.forEach(tries.length, threads, i -> {
            WebpWay way = ways.get(i);
            tries[i] = new WebpStream(way, effort.apply(way), threads);
        });
        return new ArrayList<>(Arrays.asList(tries));
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

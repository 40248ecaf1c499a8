package tinct.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tinct.image.IndexedImage;

/**
 * A way to write a picture: the order of its palette, and its indices or what is left of them after prediction.
 *
 * @param plane what is coded
 */
record WebpWay(WebpColors colors, Optional<WebpPrediction> prediction, WebpPlane plane) {
    /**
     * The indices and their differences; the indices also with a byte for each pixel if several would share one.
     *
     * <p>Differences always have a byte for each pixel: not all decoders know prediction of shared bytes (ADR-0016).
     *
     * @param some bands of the image that are to be written; see {@link #with}
     */
    static List<WebpWay> all(IndexedImage image, IndexedImage some, int threads) {
        WebpColors given = WebpColors.of(image);
        WebpOrders orders = new WebpOrders(image, given);
        WebpColors toured = given.ordered(orders.tour());
        WebpColors small = toured.bits() < given.bits() ? toured : given;
        WebpColors smooth = given.ordered(orders.smooth(threads));
        List<WebpWay> ways = new ArrayList<>();
        ways.add(plain(some, small));
        if (given.pixelsLog() > 0) {
            ways.add(plain(some, small.unbundled()));
        }
        ways.add(predicted(some, smooth.unbundled()));
        return ways;
    }

    /** The same way to write another part of the picture, or all of it. */
    WebpWay with(IndexedImage other) {
        return prediction.isPresent() ? predicted(other, colors) : plain(other, colors);
    }

    private static WebpWay plain(IndexedImage image, WebpColors colors) {
        return new WebpWay(colors, Optional.empty(), colors.plane(image));
    }

    private static WebpWay predicted(IndexedImage image, WebpColors colors) {
        WebpPrediction prediction = new WebpPrediction(colors.plane(image));
        return new WebpWay(colors, Optional.of(prediction), prediction.differences());
    }
}

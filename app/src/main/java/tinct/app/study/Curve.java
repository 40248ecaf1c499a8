package tinct.app.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tinct.Result;
import tinct.Settings;
import tinct.Tinct;
import tinct.app.compress.Recipe;
import tinct.app.file.Format;
import tinct.app.text.Json;
import tinct.image.Image;
import tinct.metrics.Comparison;
import tinct.metrics.Ssimulacra2;

/**
 * Bytes and quality over the number of colours.
 *
 * @param points ascending by k
 * @param chosen the k of the result
 */
public record Curve(List<Point> points, int chosen) {
    /**
     * One number of colours.
     *
     * @param k most colours
     * @param bytes of the file
     * @param mse see {@link Comparison}
     * @param ssimulacra2 not a number for pictures below 8 x 8
     */
    public record Point(int k, long bytes, double mse, double ssimulacra2) {
        Json json() {
            return new Json()
                    .put("k", k)
                    .put("bytes", bytes)
                    .put("mse", mse)
                    .put("psnr", Comparison.psnr(mse))
                    .put("ssimulacra2", ssimulacra2);
        }
    }

    /** Told of each point when it is known; an exception thrown here ends the work. */
    public interface Listener {
        void found(Point point);
    }

    /** 2, 4, 8 to 256, and the chosen one. */
    public static List<Integer> numbers(int chosen) {
        TreeSet<Integer> ks = new TreeSet<>(List.of(2, 4, 8, 16, 32, 64, 128, 256));
        ks.add(chosen);
        return List.copyOf(ks);
    }

    /**
     * Compresses a picture to each number of colours.
     *
     * @param settings of all points but for their number of colours
     * @param numbers ascending
     * @throws IOException if the format cannot hold the picture
     */
    public static Curve measure(
            Image image, Settings settings, Format format, List<Integer> numbers, int chosen, Listener listener)
            throws IOException {
        boolean scored = Math.min(image.width(), image.height()) >= Ssimulacra2.LEAST_SIDE;
        Ssimulacra2 original = scored ? Ssimulacra2.of(image, settings.threads()) : null;
        List<Point> points = new ArrayList<>();
        for (int k : numbers) {
            Settings own = settings.withMaxColors(k);
            Result result = Tinct.compress(image, own);
            points.add(new Point(
                    k,
                    Recipe.bytes(own, result.image(), format).length,
                    Comparison.mse(image, result.image()),
                    original == null ? Double.NaN : original.score(result.image(), own.threads())));
            listener.found(points.get(points.size() - 1));
        }
        return new Curve(List.copyOf(points), chosen);
    }

    Json json() {
        return new Json()
                .put("chosen", chosen)
                .put("points", points.stream().map(Point::json).toList());
    }
}

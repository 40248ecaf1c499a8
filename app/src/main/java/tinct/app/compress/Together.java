package tinct.app.compress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tinct.app.file.Source;
import tinct.histogram.Histogram;
import tinct.histogram.Weighting;
import tinct.image.Animation;
import tinct.imageio.MovingPicture;
import tinct.imageio.MovingPictures;

/** Pictures that are looked at together before each is compressed: for their colours, and for their sizes as tiles. */
public final class Together {
    private record Size(Path file, int width, int height) {}

    private final List<Size> sizes = new ArrayList<>();
    /** Sums of several pictures each, every one with more than twice as many colours as that above it, so that few are merged often. */
    private final Deque<Histogram> sums = new ArrayDeque<>();

    private Together() {}

    /**
     * Reads pictures one after the other. Those that cannot be read are passed over: what is wrong with them is told when
     * they are compressed.
     *
     * @param colors whether their colours are of interest
     */
    public static Together read(List<Path> files, boolean colors, Weighting weighting, long maxPixels, int threads) {
        Together together = new Together();
        for (Path file : files) {
            try {
                together.add(counted(file, colors, weighting, maxPixels, threads));
            } catch (IOException | RuntimeException e) {
                together.sizes.add(new Size(file, 0, 0));
            }
        }
        return together;
    }

    /**
     * The colours of one picture, or of all frames of an animation, as they count among others.
     *
     * @throws IOException if it cannot be read
     */
    public static Histogram colors(Path file, Weighting weighting, long maxPixels, int threads) throws IOException {
        return counted(file, true, weighting, maxPixels, threads).own.orElseThrow();
    }

    private record Counted(Size size, Optional<Histogram> own) {}

    private static Counted counted(Path file, boolean colors, Weighting weighting, long maxPixels, int threads)
            throws IOException {
        Optional<MovingPicture> moving = MovingPictures.open(file, maxPixels);
        if (moving.isPresent()) {
            Animation animation = moving.get().animation();
            Size size = new Size(file, animation.width(), animation.height());
            return new Counted(
                    size, colors ? Optional.of(weighting.weighed(Histogram.of(animation))) : Optional.empty());
        }
        Source source = Source.open(file, maxPixels);
        Size size = new Size(file, source.rows().width(), source.rows().height());
        return new Counted(
                size,
                colors
                        ? Optional.of(
                                weighting.weighed(Histogram.of(source.decoded().rows(), threads)))
                        : Optional.empty());
    }

    private void add(Counted counted) {
        sizes.add(counted.size);
        if (counted.own.isPresent()) {
            Histogram sum = counted.own.get();
            while (!sums.isEmpty() && sums.element().size() <= 2L * sum.size()) {
                sum = sums.pop().merge(sum);
            }
            sums.push(sum);
        }
    }

    /** The files that could not be read. */
    public List<Path> unread() {
        return sizes.stream().filter(size -> size.width == 0).map(Size::file).toList();
    }

    /** The colours of all; empty if no picture could be read. */
    public Optional<Histogram> histogram() {
        return sums.stream().reduce(Histogram::merge);
    }

    /**
     * Where each is in the picture that they were cut from, row by row.
     *
     * @param columns how many tiles a row has
     * @throws IllegalArgumentException if tiles do not fit together
     */
    public Map<Path, Place> places(int columns) {
        Map<Path, Place> places = new HashMap<>();
        int x = 0;
        int y = 0;
        for (int i = 0; i < sizes.size(); i++) {
            Size size = sizes.get(i);
            Size above = sizes.get(Math.max(0, i - columns));
            Size left = sizes.get(i - i % columns);
            if (i > 0 && i % columns == 0) {
                y += above.height;
                x = 0;
            }
            check(size, above, above.width == size.width || i < columns, "wide", size.width, above.width);
            check(size, left, left.height == size.height, "high", size.height, left.height);
            places.put(size.file, new Place(x, y));
            x += size.width;
        }
        return places;
    }

    private static void check(Size size, Size other, boolean fits, String what, int own, int others) {
        if (!fits && size.width > 0) {
            throw new IllegalArgumentException("tile " + size.file + " is " + own + " pixels " + what + ", and "
                    + other.file + " " + others + "; tiles must be given row by row");
        }
    }
}

package tinct.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tinct.image.Animation;
import tinct.image.Area;
import tinct.image.Delay;
import tinct.image.Palette;

/**
 * An animation with all its frames in memory.
 *
 * @param canvases [frames] of [width * height]
 * @param delays [frames]
 */
public record Played(int width, int height, int plays, List<int[]> canvases, List<Delay> delays) implements Animation {
    /** What a reader gives; colours that cannot be seen do not count. */
    public static Played of(Animation animation) throws IOException {
        List<int[]> canvases = new ArrayList<>();
        List<Delay> delays = new ArrayList<>();
        int[] before = new int[animation.width() * animation.height()];
        try (FrameReader reader = animation.open()) {
            while (reader.next()) {
                int[] canvas = visible(reader.canvas());
                checkUnchanged(before, canvas, reader.changed(), animation.width());
                canvases.add(canvas);
                delays.add(reader.delay());
                before = canvas;
            }
        }
        return new Played(animation.width(), animation.height(), animation.plays(), canvases, delays);
    }

    private static void checkUnchanged(int[] before, int[] canvas, Area changed, int width) {
        for (int i = 0; i < canvas.length; i++) {
            int x = i % width;
            int y = i / width;
            boolean within = x >= changed.x() && x < changed.right() && y >= changed.y() && y < changed.bottom();
            if (!within && before[i] != canvas[i]) {
                throw new AssertionError("pixel " + i + " changes outside of " + changed);
            }
        }
    }

    public static int[] visible(int[] argb) {
        return Arrays.stream(argb).map(Palette::visible).toArray();
    }

    /** Frame after frame without those that show the same as the one before, each with the seconds until the next. */
    public List<String> shown() {
        List<String> shown = new ArrayList<>();
        double time = 0;
        for (int i = 0; i < canvases.size(); i++) {
            if (i == 0 || !Arrays.equals(canvases.get(i), canvases.get(i - 1))) {
                shown.add(Math.round(100 * time) + ": " + Arrays.toString(canvases.get(i)));
            }
            time += delays.get(i).seconds();
        }
        shown.add(Math.round(100 * time) + ": end");
        return shown;
    }

    @Override
    public int frameCount() {
        return canvases.size();
    }

    @Override
    public double seconds() {
        return delays.stream().mapToDouble(Delay::seconds).sum();
    }

    @Override
    public FrameReader open() {
        return new FrameReader() {
            private int at = -1;

            @Override
            public boolean next() {
                return ++at < canvases.size();
            }

            @Override
            public int[] canvas() {
                return canvases.get(at);
            }

            @Override
            public Area changed() {
                return new Area(0, 0, width, height);
            }

            @Override
            public Delay delay() {
                return delays.get(at);
            }
        };
    }
}

package tinct.image;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * Another animation with other colours, which depend on nothing but the colours it has.
 *
 * @param source whose frames they are
 * @param changes gives each reader a change of its own
 */
public record RecoloredAnimation(Animation source, Supplier<? extends Change> changes) implements Animation {
    /** A change of colours; for one thread. */
    @FunctionalInterface
    public interface Change {
        /** Changes {@code argb[from .. to)} in place. */
        void apply(int[] argb, int from, int to);
    }

    @Override
    public int width() {
        return source.width();
    }

    @Override
    public int height() {
        return source.height();
    }

    @Override
    public int frameCount() {
        return source.frameCount();
    }

    @Override
    public int plays() {
        return source.plays();
    }

    @Override
    public double seconds() {
        return source.seconds();
    }

    @Override
    public FrameReader open() throws IOException {
        Change change = changes.get();
        FrameReader reader = source.open();
        int width = width();
        int[] canvas = new int[Math.toIntExact(pixelCount())];
        return new FrameReader() {
            @Override
            public boolean next() throws IOException {
                if (!reader.next()) {
                    return false;
                }
                Area area = reader.changed();
                for (int y = area.y(); y < area.bottom(); y++) {
                    int at = y * width + area.x();
                    System.arraycopy(reader.canvas(), at, canvas, at, area.width());
                    change.apply(canvas, at, at + area.width());
                }
                return true;
            }

            @Override
            public int[] canvas() {
                return canvas;
            }

            @Override
            public Area changed() {
                return reader.changed();
            }

            @Override
            public Delay delay() {
                return reader.delay();
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }
}

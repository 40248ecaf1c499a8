package tinct;

import java.io.IOException;
import tinct.image.Animation;
import tinct.image.Area;
import tinct.image.Delay;

/** An animation as a GIF can show it: pixels of alpha below 128 are transparent, others opaque. */
record BinaryAlpha(Animation source) implements Animation {
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
                int[] from = reader.canvas();
                for (int y = area.y(); y < area.bottom(); y++) {
                    for (int i = y * width + area.x(), end = i + area.width(); i < end; i++) {
                        canvas[i] = from[i] < 0 ? from[i] | 0xFF000000 : 0; // the sign is the upper bit of alpha
                    }
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

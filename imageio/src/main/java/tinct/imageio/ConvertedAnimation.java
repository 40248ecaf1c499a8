package tinct.imageio;

import java.io.IOException;
import java.util.List;
import tinct.image.Animation;
import tinct.image.Area;
import tinct.image.Delay;

/** Another animation, its frames converted from their ICC profile to sRGB as they are read. */
final class ConvertedAnimation implements Animation {
    private final Animation source;
    private final byte[] profile;

    private ConvertedAnimation(Animation source, byte[] profile) {
        this.source = source;
        this.profile = profile;
    }

    /** The converted animation; {@code source} itself if no conversion is possible. */
    static Animation of(Animation source, int colors, byte[] profile, List<String> notes) {
        return Srgb.converter(profile, colors, notes).isPresent() ? new ConvertedAnimation(source, profile) : source;
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
        IccProfiles converter = IccProfiles.of(profile).orElseThrow();
        FrameReader reader = source.open();
        int width = width();
        int[] canvas = new int[Math.toIntExact(pixelCount())];
        int[] row = new int[width];
        return new FrameReader() {
            @Override
            public boolean next() throws IOException {
                if (!reader.next()) {
                    return false;
                }
                Area area = reader.changed();
                for (int y = area.y(); y < area.bottom(); y++) {
                    int at = y * width + area.x();
                    System.arraycopy(reader.canvas(), at, row, 0, area.width());
                    converter.convert(row, 0, area.width());
                    System.arraycopy(row, 0, canvas, at, area.width());
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

package tinct.imageio;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tinct.image.PixelRows;

/** Rows of another picture, converted from their ICC profile to sRGB as they are read. */
final class ConvertedRows implements PixelRows {
    private final PixelRows source;
    private final byte[] profile;

    private ConvertedRows(PixelRows source, byte[] profile) {
        this.source = source;
        this.profile = profile;
    }

    /** The converted rows; {@code source} itself if no conversion is possible. */
    static PixelRows of(PixelRows source, int colors, byte[] profile, List<String> notes) {
        return Srgb.converter(profile, colors, notes).isPresent() ? new ConvertedRows(source, profile) : source;
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
    public RowReader open() throws IOException {
        Optional<IccProfiles> converter = IccProfiles.of(profile);
        RowReader rows = source.open();
        return new RowReader() {
            @Override
            public void readRow(int[] argb) throws IOException {
                rows.readRow(argb);
                converter.orElseThrow().convert(argb, 0, width());
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }
}

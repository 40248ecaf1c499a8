package tinct.app.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import tinct.codec.CodecException;
import tinct.codec.palette.PaletteFormat;
import tinct.codec.palette.Swatches;
import tinct.image.Palette;
import tinct.image.PixelRows;

/** Palettes from files of any format, pictures among them. */
public final class PaletteFiles {
    private static final int START = 16;

    private PaletteFiles() {}

    /** Whether a file is one of a palette, and no picture. */
    public static boolean recognizes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return PaletteFormat.of(in.readNBytes(START), name(file)).isPresent();
        }
    }

    /** Reads a palette file. */
    public static Swatches read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return PaletteFormat.read(in, name(file));
        }
    }

    /**
     * The entries of a palette file; or the colours of a picture, in the order in which they appear row by row.
     *
     * @throws IOException if it cannot be read, is broken, or has not 1 to 256 colours
     */
    public static Palette palette(Path file, long maxPixels) throws IOException {
        if (recognizes(file)) {
            return read(file).palette();
        }
        Source source = Source.open(file, maxPixels);
        Set<Integer> colors = new LinkedHashSet<>();
        int[] row = new int[source.rows().width()];
        try (PixelRows.RowReader reader = source.rows().open()) {
            for (int y = 0; y < source.rows().height(); y++) {
                reader.readRow(row);
                add(row, colors);
                if (colors.size() > Palette.MAX_SIZE) {
                    throw CodecException.refused(
                            "picture", "has more than 256 colours; 'tinct palette' makes a palette of it");
                }
            }
        }
        return new Palette(colors.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void add(int[] row, Set<Integer> colors) {
        int last = ~row[0];
        for (int argb : row) {
            if (argb != last) {
                colors.add(Palette.visible(argb));
                last = argb;
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}

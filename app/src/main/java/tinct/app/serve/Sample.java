package tinct.app.serve;

import java.io.IOException;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.PixelRows;

/**
 * What a preview is made of: of a large picture one pixel of {@code step} in both directions, which is more than a screen
 * shows of it, and strips of whole rows by which the bytes of its file are guessed.
 *
 * @param step 1 if the picture is small enough to be taken as it is
 * @param rows the pixels that are shown
 * @param histogram of the picture if it has few colours, so that none is missed; else of what is shown
 * @param strips whole rows of the picture, {@link #STRIP} at a time
 */
record Sample(int step, PixelRows rows, Histogram histogram, Image strips) {
    /** Rows that are packed at once. */
    static final int STRIP = 24;

    /** Pixels that are shown of a larger picture, about. */
    private static final long SHOWN = 500_000;

    /** Pixels up to which a picture is taken as it is. */
    private static final long SMALL = 800_000;

    /** Pixels of the strips, about. */
    private static final long PACKED = 200_000;

    private static final int FEW_COLORS = 4096;

    /** The sample of a picture, whose colours have been counted. */
    static Sample of(PixelRows rows, Histogram histogram, int threads) throws IOException {
        long pixels = rows.pixelCount();
        int step = pixels <= SMALL ? 1 : (int) Math.ceil(Math.sqrt((double) pixels / SHOWN));
        int every = every(rows.width(), rows.height());
        int width = (rows.width() + step - 1) / step;
        int[] shown = new int[step == 1 ? 0 : width * ((rows.height() + step - 1) / step)];
        int[] strips = new int[rows.width() * stripRows(rows.width(), rows.height())];
        int[] row = new int[rows.width()];
        int at = 0;
        int atStrips = 0;
        try (PixelRows.RowReader reader = rows.open()) {
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(row);
                for (int x = 0; step > 1 && y % step == 0 && x < row.length; x += step) {
                    shown[at++] = row[x];
                }
                if (y % every < STRIP) {
                    System.arraycopy(row, 0, strips, atStrips, row.length);
                    atStrips += row.length;
                }
            }
        }
        PixelRows some = step == 1 ? rows : new Image(width, shown.length / width, shown);
        boolean whole = step == 1 || histogram.size() <= FEW_COLORS;
        return new Sample(
                step,
                some,
                whole ? histogram : Histogram.of(some, threads),
                new Image(row.length, strips.length / row.length, strips));
    }

    /** Rows from the beginning of a strip to that of the next. */
    static int every(int width, int height) {
        long strips = Math.max(1, (long) width * height / PACKED);
        return (int) Math.min(height, STRIP * strips);
    }

    /** Rows in all strips. */
    static int stripRows(int width, int height) {
        int every = every(width, height);
        int rest = height % every;
        return height / every * Math.min(STRIP, every) + Math.min(rest, STRIP);
    }
}

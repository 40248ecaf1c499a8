package tinct.codec;

import java.io.IOException;

/** Puts the seven passes of an interlaced PNG together. */
final class Adam7 {
    private static final int[] LEFT = {0, 4, 0, 2, 0, 1, 0};
    private static final int[] TOP = {0, 0, 4, 0, 2, 0, 1};
    private static final int[] ACROSS = {8, 8, 4, 4, 2, 2, 1};
    private static final int[] DOWN = {8, 8, 8, 4, 4, 2, 2};

    private Adam7() {}

    /** All pixels [width * height] of the picture, row-major; checks the rest of the file. */
    static int[] read(PngLines lines, PngPixels pixels, PngHeader header) throws IOException {
        int[] argb = readPixels(lines, pixels, header);
        lines.finish();
        return argb;
    }

    /** All pixels [width * height] of the picture, row-major. */
    static int[] readPixels(PngLines lines, PngPixels pixels, PngHeader header) throws IOException {
        int width = header.width();
        int height = header.height();
        int[] argb = new int[width * height];
        int[] row = new int[width];
        for (int pass = 0; pass < 7; pass++) {
            int across = ACROSS[pass];
            int columns = (int) (((long) width - LEFT[pass] + across - 1) / across);
            if (columns == 0) {
                continue;
            }
            lines.startPass();
            for (long y = TOP[pass]; y < height; y += DOWN[pass]) {
                pixels.convert(lines.next((int) header.rowBytes(columns)), columns, row);
                int at = (int) y * width + LEFT[pass];
                for (int i = 0; i < columns; i++) {
                    argb[at + i * across] = row[i];
                }
            }
        }
        return argb;
    }
}

package tinct.codec;

/** Makes packed colours of the samples of a PNG. Rows of samples begin at index 1. */
final class PngPixels {
    private static final int OPAQUE = 0xFF000000;
    private static final int RGB_MASK = 0xFFFFFF;
    private static final long NONE = -1;

    private final PngHeader header;
    private final int[] table; // colour of each sample value, for palettes and grey of up to 8 bits
    private final long clear; // the samples that tRNS makes transparent, as one number, or NONE

    private PngPixels(PngHeader header, int[] table, long clear) {
        this.header = header;
        this.table = table;
        this.clear = clear;
    }

    /** Of a palette picture. */
    static PngPixels ofPalette(PngHeader header, byte[] rgb /* PLTE */, byte[] alpha /* tRNS */) {
        int[] table = new int[rgb.length / 3];
        for (int i = 0; i < table.length; i++) {
            int a = i < alpha.length ? alpha[i] & 0xFF : 255;
            table[i] = a << 24 | rgb8(rgb, 3 * i);
        }
        return new PngPixels(header, table, NONE);
    }

    /** Of any other picture. */
    static PngPixels of(PngHeader header, byte[] transparency /* tRNS or empty */) {
        int depth = header.bitDepth();
        long clear = transparency.length == 0 ? NONE : clear(transparency, (1 << depth) - 1, depth);
        if (header.color() != PngColor.GREY || depth == 16) {
            return new PngPixels(header, new int[0], clear);
        }
        int[] table = new int[1 << depth];
        for (int i = 0; i < table.length; i++) {
            table[i] = (i == clear ? 0 : OPAQUE) | grey(i * 255 / (table.length - 1));
        }
        return new PngPixels(header, table, clear);
    }

    /** The samples of tRNS side by side; bits above the depth do not count. */
    private static long clear(byte[] transparency, int mask, int depth) {
        long clear = 0;
        for (int i = 0; i < transparency.length; i += 2) {
            clear = clear << depth | (sample16(transparency, i) & mask);
        }
        return clear;
    }

    /**
     * Converts a row.
     *
     * @param argb [columns or longer]; receives the colours
     */
    void convert(byte[] row, int columns, int[] argb) throws CodecException {
        boolean deep = header.bitDepth() == 16;
        switch (header.color()) {
            case PALETTE -> lookUp(row, columns, argb);
            case GREY -> {
                if (deep) {
                    grey16(row, columns, argb);
                } else {
                    lookUp(row, columns, argb);
                }
            }
            case GREY_ALPHA -> greyAlpha(row, columns, argb, deep);
            case RGB -> {
                if (deep) {
                    rgb16(row, columns, argb);
                } else {
                    rgb(row, columns, argb);
                }
            }
            case RGBA -> rgba(row, columns, argb, deep);
        }
    }

    private void lookUp(byte[] row, int columns, int[] argb) throws CodecException {
        int depth = header.bitDepth();
        int mask = (1 << depth) - 1;
        for (int x = 0, i = 1, shift = 8; x < columns; x++) {
            shift -= depth;
            int sample = (row[i] & 0xFF) >> shift & mask;
            if (shift == 0) {
                shift = 8;
                i++;
            }
            if (sample >= table.length) {
                throw new CodecException(
                        "PNG", -1, "palette index " + sample + " is outside a palette of " + table.length + " entries");
            }
            argb[x] = table[sample];
        }
    }

    private void grey16(byte[] row, int columns, int[] argb) {
        for (int x = 0; x < columns; x++) {
            int sample = sample16(row, 1 + 2 * x);
            argb[x] = (sample == clear ? 0 : OPAQUE) | grey(round(sample));
        }
    }

    private static void greyAlpha(byte[] row, int columns, int[] argb, boolean deep) {
        for (int x = 0, i = 1; x < columns; x++, i += deep ? 4 : 2) {
            int value = deep ? round(sample16(row, i)) : row[i] & 0xFF;
            int alpha = deep ? round(sample16(row, i + 2)) : row[i + 1] & 0xFF;
            argb[x] = alpha << 24 | grey(value);
        }
    }

    private void rgb(byte[] row, int columns, int[] argb) {
        for (int x = 0, i = 1; x < columns; x++, i += 3) {
            argb[x] = OPAQUE | rgb8(row, i);
        }
        if (clear != NONE) {
            for (int x = 0; x < columns; x++) {
                argb[x] &= (argb[x] & RGB_MASK) == clear ? RGB_MASK : -1;
            }
        }
    }

    private void rgb16(byte[] row, int columns, int[] argb) {
        for (int x = 0, i = 1; x < columns; x++, i += 6) {
            int r = sample16(row, i);
            int g = sample16(row, i + 2);
            int b = sample16(row, i + 4);
            // compared before rounding: tRNS means one of the 2^48 colours
            int alpha = ((long) r << 32 | (long) g << 16 | b) == clear ? 0 : OPAQUE;
            argb[x] = alpha | round(r) << 16 | round(g) << 8 | round(b);
        }
    }

    private static void rgba(byte[] row, int columns, int[] argb, boolean deep) {
        if (deep) {
            for (int x = 0, i = 1; x < columns; x++, i += 8) {
                int rgb =
                        round(sample16(row, i)) << 16 | round(sample16(row, i + 2)) << 8 | round(sample16(row, i + 4));
                argb[x] = round(sample16(row, i + 6)) << 24 | rgb;
            }
        } else {
            for (int x = 0, i = 1; x < columns; x++, i += 4) {
                argb[x] = row[i + 3] << 24 | rgb8(row, i);
            }
        }
    }

    private static int sample16(byte[] bytes, int i) {
        return (bytes[i] & 0xFF) << 8 | (bytes[i + 1] & 0xFF);
    }

    private static int rgb8(byte[] bytes, int i) {
        return (bytes[i] & 0xFF) << 16 | (bytes[i + 1] & 0xFF) << 8 | (bytes[i + 2] & 0xFF);
    }

    private static int grey(int value) {
        return value * 0x010101;
    }

    /** The nearest of 256 levels. */
    private static int round(int sample16) {
        return (sample16 * 255 + 32767) / 65535;
    }
}

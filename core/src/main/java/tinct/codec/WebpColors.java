package tinct.codec;

import java.io.IOException;
import java.util.Arrays;
import tinct.image.IndexedImage;

/** The colours that a picture uses, in the order in which its file has them. */
final class WebpColors {
    private static final int CHANNELS = 4;
    private static final int[] SHIFTS = {8, 16, 0, 24}; // green, red, blue, alpha: the order of their codes

    private final int[] entries;
    private final byte[] places; // [palette.size()] where each entry of the picture's palette is
    private final WebpCode[] codes;

    private WebpColors(int[] entries, byte[] places) {
        this.entries = entries;
        this.places = places;
        int[][] counts = new int[CHANNELS][256];
        int before = 0;
        for (int entry : entries) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                counts[channel][difference(entry, before, SHIFTS[channel])]++;
            }
            before = entry;
        }
        codes = new WebpCode[CHANNELS + 1];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int symbols = channel == 0 ? WebpAlphabet.FIRST_SLOT : 256;
            codes[channel] = new WebpCode(Arrays.copyOf(counts[channel], symbols), 0, symbols);
        }
        codes[CHANNELS] = new WebpCode(new int[WebpStep.DISTANCE_SYMBOLS], 0, WebpStep.DISTANCE_SYMBOLS);
    }

    /** The colours in the order of the palette, or along a tour from each to the most similar if that is smaller. */
    static WebpColors of(IndexedImage image) {
        long[] counts = image.counts();
        int[] palette = image.palette().toArray();
        int[] distinct = new int[palette.length];
        int n = 0;
        for (int i = 0; i < palette.length; i++) {
            if (counts[i] > 0 && indexOf(distinct, n, palette[i]) < 0) {
                distinct[n++] = palette[i];
            }
        }
        int[] given = Arrays.copyOf(distinct, n);
        WebpColors plain = new WebpColors(given, places(palette, given));
        int[] tour = tour(given);
        WebpColors toured = new WebpColors(tour, places(palette, tour));
        return toured.bits() < plain.bits() ? toured : plain;
    }

    private static int indexOf(int[] entries, int n, int argb) {
        for (int i = 0; i < n; i++) {
            if (entries[i] == argb) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] places(int[] palette, int[] entries) {
        byte[] places = new byte[palette.length];
        for (int i = 0; i < palette.length; i++) {
            places[i] = (byte) Math.max(0, indexOf(entries, entries.length, palette[i]));
        }
        return places;
    }

    /** From black on always the entry of the smallest differences, the first on a tie. */
    private static int[] tour(int[] entries) {
        int[] tour = entries.clone();
        int before = 0xFF000000;
        for (int i = 0; i < tour.length; i++) {
            int best = i;
            for (int j = i + 1; j < tour.length; j++) {
                best = span(tour[j], before) < span(tour[best], before) ? j : best;
            }
            before = tour[best];
            System.arraycopy(tour, i, tour, i + 1, best - i);
            tour[i] = before;
        }
        return tour;
    }

    private static int span(int a, int b) {
        int span = 0;
        for (int shift : SHIFTS) {
            span += Math.abs((byte) difference(a, b, shift));
        }
        return span;
    }

    private static int difference(int a, int b, int shift) {
        return (a >>> shift) - (b >>> shift) & 0xFF;
    }

    int size() {
        return entries.length;
    }

    /** Where the file has an entry of the picture's palette. */
    byte[] places() {
        return places;
    }

    boolean opaque() {
        return Arrays.stream(entries).allMatch(argb -> argb >>> 24 == 255);
    }

    private long bits() {
        long bits = 1;
        for (WebpCode code : codes) {
            bits += code.bits();
        }
        int before = 0;
        for (int entry : entries) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                bits += codes[channel].length(difference(entry, before, SHIFTS[channel]));
            }
            before = entry;
        }
        return bits;
    }

    /** Writes the colours as a picture of one row, each entry less the one before it. */
    void write(BitWriter out) throws IOException {
        out.write(0, 1); // no colour cache
        for (WebpCode code : codes) {
            code.writeDescription(out);
        }
        int before = 0;
        for (int entry : entries) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                codes[channel].write(out, difference(entry, before, SHIFTS[channel]));
            }
            before = entry;
        }
    }
}

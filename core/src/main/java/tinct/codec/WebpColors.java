package tinct.codec;

import java.io.IOException;
import java.util.Arrays;
import tinct.image.IndexedImage;

/** The colours that a picture uses, in the order in which its file has them. */
final class WebpColors {
    private static final int CHANNELS = 4;
    private static final int[] SHIFTS = {8, 16, 0, 24}; // green, red, blue, alpha: the order of their codes

    private static final int MAX_BUNDLED = 16;

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

    /** The colours of the entries that pixels have, in the order of the palette. */
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
        int[] entries = Arrays.copyOf(distinct, n);
        return new WebpColors(entries, places(palette, entries));
    }

    /** The same colours in another order: of each new place the old. */
    WebpColors ordered(int[] order) {
        int[] ordered = new int[order.length];
        byte[] now = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = entries[order[i]];
            now[order[i]] = (byte) i;
        }
        byte[] moved = new byte[places.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = now[places[i] & 0xFF];
        }
        return new WebpColors(ordered, moved);
    }

    /** As many entries as give each pixel a byte of its own; those that are added repeat the last. */
    WebpColors unbundled() {
        int[] more = Arrays.copyOf(entries, Math.max(entries.length, MAX_BUNDLED + 1));
        Arrays.fill(more, entries.length, more.length, entries[entries.length - 1]);
        return new WebpColors(more, places);
    }

    int entry(int place) {
        return entries[place];
    }

    /** How many pixels share a byte: 2 to the power of this. */
    int pixelsLog() {
        return size() <= 2 ? 3 : size() <= 4 ? 2 : size() <= MAX_BUNDLED ? 1 : 0;
    }

    /** The indices; up to 16 colours share bytes, the left pixel in the lowest bits (RFC 9649, 4.4). */
    WebpPlane plane(IndexedImage image) {
        int width = image.width();
        int pixelsLog = pixelsLog();
        int bytesWidth = WebpTiles.across(width, pixelsLog);
        byte[] bytes = new byte[bytesWidth * image.height()];
        byte[] indices = image.indices();
        int depth = 8 >> pixelsLog;
        int mask = (1 << pixelsLog) - 1;
        for (int y = 0, p = 0; y < image.height(); y++) {
            for (int x = 0; x < width; x++) {
                bytes[y * bytesWidth + (x >> pixelsLog)] |= (byte) (places[indices[p++] & 0xFF] << depth * (x & mask));
            }
        }
        return new WebpPlane(bytesWidth, image.height(), bytes);
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

    private static int difference(int a, int b, int shift) {
        return (a >>> shift) - (b >>> shift) & 0xFF;
    }

    int size() {
        return entries.length;
    }

    /** Where each entry of the picture's palette is. */
    byte[] places() {
        return places;
    }

    boolean opaque() {
        return Arrays.stream(entries).allMatch(argb -> argb >>> 24 == 255);
    }

    long bits() {
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

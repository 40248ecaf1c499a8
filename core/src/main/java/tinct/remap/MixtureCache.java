package tinct.remap;

import org.jspecify.annotations.Nullable;
import tinct.color.ColorSpace;
import tinct.image.Palette;

/** Holds thresholds against the mixtures of colours, and remembers those looked up lately; for one thread. */
final class MixtureCache implements PixelMapper {
    private static final int BITS = 16;
    /** A place in the table: the colour, then for each entry its number and the sum of the shares up to it. */
    private static final int STRIDE_BITS = 3;

    private final Thresholds thresholds;
    private final ColorSpace space;
    private final NearestEntry nearest;
    private final Palette palette;
    private final Mixer all;
    /* An opaque pixel stays opaque: it is mixed from opaque entries only. Null if they are all or none. */
    private final @Nullable Mixer opaque;
    private final float[][] coordinates;
    private final int[] pixel = new int[1];
    private final int[] table = new int[1 << (BITS + STRIDE_BITS)];
    private final int[] lightness;
    private final int[] order = new int[Mixer.MOST];
    private final double[] shares = new double[Mixer.MOST];

    MixtureCache(Palette palette, ColorSpace space, EntrySearch search, Thresholds thresholds, double strength) {
        this.thresholds = thresholds;
        this.space = space;
        this.palette = palette;
        nearest = search.around();
        coordinates = new float[search.dimensions()][1];
        all = new Mixer(search, nearest, strength);
        EntrySearch opaqueOnes = search.dimensions() == 4 ? search.opaque(palette) : null;
        opaque = opaqueOnes == null ? null : new Mixer(opaqueOnes, opaqueOnes.around(), strength);
        lightness = new int[palette.size()];
        for (int i = 0; i < lightness.length; i++) {
            lightness[i] = Palette.luma(palette.entry(i)) << 8 | i; // of equal lightness the lower index comes first
        }
        table[place(0)] = 1; // no colour is known at first: place 0 starts with one that does not belong there
    }

    @Override
    public void map(int[] argb, int from, int count, int x, int y, byte[] indices, int to) {
        int[] values = thresholds.values();
        int row = thresholds.row(y), mask = thresholds.side() - 1;
        int[] known = table;
        for (int i = 0; i < count; i++) {
            int color = argb[from + i];
            int at = place(color);
            if (known[at] != color) {
                remember(color, at);
            }
            int threshold = values[row + (x + i & mask)];
            int part = known[at + 1];
            while (part >>> 8 <= threshold) {
                part = known[++at + 1];
            }
            indices[to + i] = (byte) part;
        }
    }

    /** Writes the mixture of a colour into its place. */
    private void remember(int color, int at) {
        table[at] = color;
        int alpha = color >>> 24;
        pixel[0] = color;
        space.coordinates(pixel, 0, 1, coordinates);
        float x = coordinates[0][0], y = coordinates[1][0], z = coordinates[2][0];
        float w = coordinates.length == 4 ? coordinates[3][0] : 0;
        if (coordinates.length == 4 && (alpha == 0 || alpha == 255)) {
            int index = nearest.find(x, y, z, w);
            if (alpha == 0 || opaque == null || palette.entry(index) >>> 24 < 255) {
                table[at + 1] = Thresholds.ONE << 8 | index;
                return;
            }
            store(opaque, opaque.mix(x, y, z, 0), at);
            return;
        }
        store(all, all.mix(x, y, z, w), at);
    }

    /** Dark entries come first, whatever the colour: neighbouring mixtures then have like patterns. */
    private void store(Mixer mixer, int size, int at) {
        for (int i = 0; i < size; i++) {
            int key = lightness[mixer.id(i)];
            int j = i;
            for (; j > 0 && order[j - 1] > key; j--) {
                order[j] = order[j - 1];
                shares[j] = shares[j - 1];
            }
            order[j] = key;
            shares[j] = mixer.share(i);
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += shares[i];
            int upTo = i == size - 1 ? Thresholds.ONE : (int) Math.rint(sum * Thresholds.ONE);
            table[at + 1 + i] = upTo << 8 | order[i] & 0xFF;
        }
    }

    private static int place(int color) {
        return ((color * 0x9E3779B1) >>> (32 - BITS)) << STRIDE_BITS;
    }
}

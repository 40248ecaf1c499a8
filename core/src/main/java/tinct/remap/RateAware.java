package tinct.remap;

import java.util.Objects;
import tinct.image.Palette;
import tinct.remap.rate.CopyCode;
import tinct.remap.rate.LzwRemap;
import tinct.remap.rate.PackedRemap;
import tinct.remap.rate.RateRemap;

/**
 * Indices that make small files: of all the ways in which a coder can write nearly the same picture, the cheapest, bits
 * and error weighed against each other. For deflate and WebP that is a sequence of literals, runs and copies, for LZW one of strings. Error is measured in Oklab whatever the remapper's space, and weighs less where
 * the surroundings are busy and hide it.
 *
 * <p>One level means the same trade for all pictures: a bit may cost an error of {@code 2e-6 * level^2}, in squared
 * Oklab distance over activity. Error is handed on to pixels that follow, so low levels look better than level 0; below about
 * 8 files are longer, too. Up to level 20 flat fills, thin lines, text and drawings keep their nearest entries, and
 * so do pixels beside transparent ones; above it fills, and what stands out the more. At any level an opaque pixel stays
 * opaque, and none turns transparent. Palettes of at most 16 entries, several of which PNG packs into a byte, get the
 * nearest ones always. Methods and figures: ADR-0019, ADR-0021, ADR-0037, ADR-0038.
 *
 * @param level 0..100: 0 takes the nearest entries, higher gives smaller files that look less like the original
 * @param effort 1..9, how hard small files are sought, or {@link #AUTOMATIC}. Default 5
 * @param coder what writes the indices. Default {@link Coder#DEFLATE}
 */
public record RateAware(double level, int effort, Coder coder) implements Ditherer {
    /** The default effort, and 1 for pictures of more than 2^24 pixels, whose bytes are dear in time: ADR-0030. */
    public static final int AUTOMATIC = 0;

    private static final int DEFAULT_EFFORT = 5;
    private static final int LEAST_EFFORT = 1;

    /** Less would cost few bytes of photographs, but up to a tenth of those of drawings: ADR-0039, ADR-0041. */
    private static final int LEAST_PALETTE_EFFORT = 2;

    private static final int PALETTE_LESS = 3;

    /** More pixels than these are many. */
    private static final long MANY = 1L << 24;

    private static final double PRICE = 2e-6;

    /** PNG and WebP pack several indices of so small palettes into a byte; what that costs is not known here. */
    private static final int MOST_PACKED = 16;

    public RateAware {
        if (!(level >= 0 && level <= 100)) {
            throw new IllegalArgumentException("level must be in 0..100, was " + level);
        }
        if (effort != AUTOMATIC && (effort < 1 || effort > 9)) {
            throw new IllegalArgumentException("effort must be in 1..9, was " + effort);
        }
        Objects.requireNonNull(coder);
    }

    /** A level and effort for deflate. */
    public RateAware(double level, int effort) {
        this(level, effort, Coder.DEFLATE);
    }

    /** A level at the default effort for deflate. */
    public RateAware(double level) {
        this(level, DEFAULT_EFFORT);
    }

    /** The same with the effort that {@link #AUTOMATIC} stands for in a picture of so many pixels. */
    public RateAware forPixels(long pixels) {
        int settled = effort != AUTOMATIC ? effort : pixels > MANY ? LEAST_EFFORT : DEFAULT_EFFORT;
        return new RateAware(level, settled, coder);
    }

    /**
     * How hard a palette is best sought whose indices are chosen like this with an effort: at the same effort it would save
     * one per cent of the bytes, in as much time as the indices take.
     *
     * @param effort 1..9
     */
    public static int paletteEffort(int effort) {
        return effort == 1 ? 1 : Math.max(LEAST_PALETTE_EFFORT, effort - PALETTE_LESS);
    }

    /** The same for another coder. */
    public RateAware withCoder(Coder value) {
        return new RateAware(level, effort, value);
    }

    @Override
    public double strength() {
        return level / 100;
    }

    /** Whether PNG packs several indices of a palette of so many colours into a byte, so that they are left as they are. */
    public static boolean isPacked(int colors) {
        return colors <= MOST_PACKED;
    }

    /** The indices of a sheet, in an array like {@code nearest}, which are those of its nearest entries. */
    byte[] indices(Sheet sheet, Palette palette, byte[] nearest, int threads) {
        if (coder.packs() && isPacked(palette.size()) || palette.size() == 1) {
            return nearest;
        }
        double price = PRICE * level * level;
        byte[] indices = switch (coder) {
            case DEFLATE -> copied(sheet, palette, nearest, price, CopyCode.deflate(), threads);
            case WEBP ->
                copied(
                        sheet,
                        palette,
                        nearest,
                        price,
                        CopyCode.webp(sheet.image().width()),
                        threads);
            case LZW -> new LzwRemap(sheet.image(), palette, nearest, price, effort, threads).indices();
            case PACKED -> new PackedRemap(sheet.image(), palette, nearest, price, effort).indices();
        };
        int width = sheet.image().width();
        useAll(nearest, indices, sheet.from() * width, sheet.to() * width);
        return indices;
    }

    private byte[] copied(Sheet sheet, Palette palette, byte[] nearest, double price, CopyCode code, int threads) {
        return new RateRemap(sheet.image(), palette, nearest, sheet.from(), sheet.to(), price, effort, code, threads)
                .indices();
    }

    /** Gives entries that have lost all their pixels one back, the first that had them, so that none is there for nothing. */
    private static void useAll(byte[] nearest, byte[] indices, int from, int to) {
        int[] counts = new int[Palette.MAX_SIZE];
        for (int i = from; i < to; i++) {
            counts[indices[i] & 0xFF]++;
        }
        for (int i = from; i < to; i++) {
            int entry = nearest[i] & 0xFF;
            int chosen = indices[i] & 0xFF;
            if (counts[entry] == 0 && counts[chosen] > 1) {
                indices[i] = nearest[i];
                counts[entry]++;
                counts[chosen]--;
            }
        }
    }
}

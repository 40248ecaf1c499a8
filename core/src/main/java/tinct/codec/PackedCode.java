package tinct.codec;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.internal.packed.BroadModel;
import tinct.internal.packed.LabelModel;
import tinct.internal.packed.PackedModel;

/** The palette and the labels of a packed file in one sequence of coded bits. */
final class PackedCode {
    private static final int MOST_COLUMNS = (1 << 27) - 1; // what is kept of a row has 16 numbers a column

    private static final int START = 1 << 12; // labels that memory is taken for at first

    private PackedCode() {}

    /** The bytes, or null as soon as there are {@code limit} or more, or if the picture is too wide to be coded. */
    static byte @Nullable [] write(IndexedImage image, boolean broad, long limit) throws IOException {
        if (image.width() > MOST_COLUMNS) {
            return null;
        }
        BitEncoder coder = new BitEncoder();
        Palette palette = image.palette();
        new PaletteCode(coder).code(palette.toArray(), !palette.opaque());
        byte[] labels = image.indices();
        if (palette.size() > 1) {
            LabelModel model = model(image.width(), palette, labels.length, broad);
            for (int p = 0, y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x++, p++) {
                    model.look(labels, x, y);
                    model.code(labels[p] & 0xFF, coder);
                    model.learn(labels, p, x);
                }
                if (coder.size() >= limit) {
                    return null;
                }
            }
        }
        byte[] bytes = coder.finish();
        return bytes.length < limit ? bytes : null;
    }

    /**
     * Reads what {@link #write} wrote, and not a byte more.
     *
     * @param width of the picture; it has fewer than 2^31 pixels
     * @param broad whether the labels are coded by the broad model
     * @throws CodecException as the source does at its end, or if a label is outside the palette
     */
    static IndexedImage read(int width, int height, int entries, boolean alpha, boolean broad, BitDecoder.Source source)
            throws IOException {
        if (width > MOST_COLUMNS) {
            throw new CodecException(Packed.FORMAT, -1, "a picture of " + width + " columns cannot be coded");
        }
        BitDecoder coder = new BitDecoder(source);
        int[] argb = new int[entries];
        new PaletteCode(coder).code(argb, alpha);
        Palette palette = new Palette(argb);
        int pixels = width * height;
        if (entries == 1) {
            return new IndexedImage(width, height, palette, new byte[pixels]);
        }
        byte[] labels = new byte[Math.min(pixels, START)];
        LabelModel model = model(width, palette, pixels, broad);
        for (int p = 0, y = 0; y < height; y++) {
            for (int x = 0; x < width; x++, p++) {
                if (p == labels.length) {
                    labels = Arrays.copyOf(labels, (int) Math.min(pixels, 2L * p));
                }
                model.look(labels, x, y);
                int label = model.code(0, coder);
                if (label < 0 || label >= entries) {
                    throw Packed.outside("a label", entries);
                }
                labels[p] = (byte) label;
                model.learn(labels, p, x);
            }
        }
        return new IndexedImage(width, height, palette, labels);
    }

    private static LabelModel model(int width, Palette palette, int pixels, boolean broad) {
        int[] argb = palette.toArray();
        return broad ? new BroadModel(width, argb, pixels) : new PackedModel(width, argb, pixels);
    }
}

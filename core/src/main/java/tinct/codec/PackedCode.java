package tinct.codec;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tinct.image.IndexedImage;
import tinct.image.Palette;

/** The palette and the labels of a packed file in one sequence of coded bits. */
final class PackedCode {
    private static final int START = 1 << 12; // labels that memory is taken for at first

    private PackedCode() {}

    /** The bytes, or null as soon as there are {@code limit} or more. */
    static byte @Nullable [] write(IndexedImage image, long limit) throws IOException {
        BitEncoder coder = new BitEncoder();
        Palette palette = image.palette();
        int size = palette.size();
        new PaletteCode(coder).code(palette.toArray(), !palette.opaque());
        byte[] labels = image.indices();
        int bits = Packed.bitsPerLabel(size);
        if (bits > 0) {
            PackedScene scene = new PackedScene(image.width(), palette.toArray());
            PackedModel model = new PackedModel(scene, bits, labels.length);
            for (int p = 0, y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x++, p++) {
                    scene.look(labels, p, x, y);
                    model.code(labels[p] & 0xFF, labels, coder);
                    model.learn(labels, p);
                    scene.learn(labels[p] & 0xFF, x);
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
     * @throws CodecException as the source does at its end, or if a label is outside the palette
     */
    static IndexedImage read(int width, int height, int entries, boolean alpha, BitDecoder.Source source)
            throws IOException {
        BitDecoder coder = new BitDecoder(source);
        int[] argb = new int[entries];
        new PaletteCode(coder).code(argb, alpha);
        Palette palette = new Palette(argb);
        int pixels = width * height;
        int bits = Packed.bitsPerLabel(entries);
        if (bits == 0) {
            return new IndexedImage(width, height, palette, new byte[pixels]);
        }
        byte[] labels = new byte[Math.min(pixels, START)];
        PackedScene scene = new PackedScene(width, palette.toArray());
        PackedModel model = new PackedModel(scene, bits, pixels);
        for (int p = 0, y = 0; y < height; y++) {
            for (int x = 0; x < width; x++, p++) {
                if (p == labels.length) {
                    labels = Arrays.copyOf(labels, (int) Math.min(pixels, 2L * p));
                }
                scene.look(labels, p, x, y);
                int label = model.code(0, labels, coder);
                if (label >= entries) {
                    throw Packed.outside(label, entries);
                }
                labels[p] = (byte) label;
                model.learn(labels, p);
                scene.learn(label, x);
            }
        }
        return new IndexedImage(width, height, palette, labels);
    }
}

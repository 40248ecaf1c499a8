package tinct.remap.rate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import tinct.codec.Format;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.palette.KMeansQuantizer;
import tinct.remap.NoDither;
import tinct.remap.Remapper;

/** A picture, its palette and the nearest entries, from which rate-aware indices start. */
record Mapped(Image image, Palette palette, byte[] plain) {
    static Mapped of(Image image, int colors) throws IOException {
        Palette palette = KMeansQuantizer.DEFAULT
                .withSpace(ColorSpace.OKLAB)
                .quantize(Histogram.of(image, 2), colors, 2)
                .palette();
        Remapper plain = new Remapper(palette, ColorSpace.OKLAB, new NoDither());
        return new Mapped(image, palette, plain.remap(image, 2).indices());
    }

    RateRemap forDeflate(double price, int effort) {
        return new RateRemap(image, palette, plain, 0, image.height(), price, effort, CopyCode.deflate(), 2);
    }

    LzwRemap forLzw(double price, int effort) {
        return new LzwRemap(image, palette, plain, price, effort, 2);
    }

    PackedRemap forPacked(double price, int effort) {
        return new PackedRemap(image, palette, plain, price, effort);
    }

    IndexedImage indexed(byte[] indices) {
        return new IndexedImage(image.width(), image.height(), palette, indices);
    }

    byte[] file(byte[] indices, Format format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        format.write(indexed(indices), file);
        return file.toByteArray();
    }
}

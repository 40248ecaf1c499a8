package tinct.codec.palette;

import java.util.ArrayList;
import java.util.List;
import tinct.codec.CodecException;

/**
 * Adobe color table: 256 times red, green, blue; then in files of 772 bytes the number of colours and the index of the
 * one that is transparent, 16 bits each, the higher byte first.
 *
 * <p>Source: Adobe Photoshop File Formats Specification, "Color Table".
 */
final class Act implements PaletteCodec {
    private static final int COLORS = 768;
    private static final int LENGTH = 772;

    @Override
    public Swatches read(byte[] file) throws CodecException {
        if (file.length != COLORS && file.length != LENGTH) {
            throw new CodecException("color table", -1, "it has " + file.length + " bytes, and not 768 or 772");
        }
        int count = 256;
        int transparent = -1;
        if (file.length == LENGTH) {
            count = number(file, COLORS);
            transparent = number(file, COLORS + 2); // of no entry, mostly 65535, if there is none
            if (count < 1 || count > 256) {
                throw new CodecException("color table", COLORS, "it says to have " + count + " colours");
            }
        }
        List<Swatch> swatches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int rgb = (file[3 * i] & 0xFF) << 16 | (file[3 * i + 1] & 0xFF) << 8 | file[3 * i + 2] & 0xFF;
            swatches.add(new Swatch(i == transparent ? 0 : 0xFF000000 | rgb, ""));
        }
        return new Swatches("", swatches);
    }

    private static int number(byte[] file, int at) {
        return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
    }

    @Override
    public byte[] write(Swatches swatches) {
        byte[] file = new byte[LENGTH];
        int transparent = 0xFFFF;
        int count = swatches.list().size();
        for (int i = 0; i < count; i++) {
            int argb = swatches.list().get(i).argb();
            file[3 * i] = (byte) (argb >> 16);
            file[3 * i + 1] = (byte) (argb >> 8);
            file[3 * i + 2] = (byte) argb;
            transparent = argb == 0 ? i : transparent;
        }
        file[COLORS] = (byte) (count >> 8);
        file[COLORS + 1] = (byte) count;
        file[COLORS + 2] = (byte) (transparent >> 8);
        file[COLORS + 3] = (byte) transparent;
        return file;
    }
}

package tinct.codec.palette;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tinct.codec.CodecException;

/**
 * JASC palette of Paint Shop Pro: {@code JASC-PAL}, {@code 0100}, the number of colours, then red, green and blue a line.
 *
 * <p>The RIFF palette of Windows is read: chunk {@code data} of form {@code PAL } holds a LOGPALETTE, that is version
 * 0x0300, a count, and red, green, blue and flags of each. Source: Microsoft, Multimedia Programming Interface and Data
 * Specifications 1.0, "Palette File Format".
 */
final class Pal implements PaletteCodec {
    private static final String FORMAT = "JASC palette";
    private static final String RIFF = "RIFF palette";
    private static final int FIRST_CHUNK = 12;

    static boolean isRiff(byte[] file) {
        return text(file, 0).equals("RIFF") && text(file, 8).equals("PAL ");
    }

    private static String text(byte[] file, int at) {
        return file.length < at + 4 ? "" : new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }

    @Override
    public Swatches read(byte[] file) throws CodecException {
        if (isRiff(file)) {
            return new Swatches("", riff(file));
        }
        Lines lines = new Lines(FORMAT, file);
        if (!lines.line().equals("JASC-PAL")) {
            throw lines.broken("must be 'JASC-PAL' or the file RIFF");
        }
        if (!lines.line().equals("0100")) {
            throw lines.broken("must be the version 0100");
        }
        int count = Lines.number(lines.line(), 1 << 16);
        if (count < 0) {
            throw lines.broken("must be the number of colours");
        }
        List<Swatch> swatches = new ArrayList<>();
        while (swatches.size() < count) {
            String[] words = lines.line().split("\\s+", -1);
            if (words.length != 3 && words.length != 4) { // some programs write alpha, which others take no notice of
                throw lines.broken("must be 3 numbers of 0 to 255");
            }
            swatches.add(new Swatch(lines.color(words[0], words[1], words[2]), ""));
        }
        return new Swatches("", swatches);
    }

    private static List<Swatch> riff(byte[] file) throws CodecException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = FIRST_CHUNK;
        while (!text(file, at).equals("data")) {
            if (file.length - at < 8 || bytes.getInt(at + 4) < 0 || bytes.getInt(at + 4) > file.length - at - 8) {
                throw new CodecException(RIFF, at, "it has no chunk of data");
            }
            at += 8 + (bytes.getInt(at + 4) + 1 & ~1); // chunks begin at even places
        }
        if (file.length - at < 12) {
            throw new CodecException(RIFF, at, "the chunk of data is cut short");
        }
        int count = bytes.getShort(at + 10) & 0xFFFF;
        int first = at + 12;
        if (file.length - first < 4 * count) {
            throw new CodecException(RIFF, at, count + " colours do not fit into the chunk of data");
        }
        List<Swatch> swatches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int bgr = bytes.getInt(first + 4 * i);
            swatches.add(new Swatch(0xFF000000 | (bgr & 0xFF) << 16 | bgr & 0xFF00 | bgr >> 16 & 0xFF, ""));
        }
        return swatches;
    }

    @Override
    public byte[] write(Swatches swatches) {
        StringBuilder text =
                new StringBuilder("JASC-PAL\r\n0100\r\n" + swatches.list().size() + "\r\n");
        for (Swatch swatch : swatches.list()) {
            int argb = swatch.argb();
            text.append(argb >> 16 & 0xFF)
                    .append(' ')
                    .append(argb >> 8 & 0xFF)
                    .append(' ')
                    .append(argb & 0xFF)
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

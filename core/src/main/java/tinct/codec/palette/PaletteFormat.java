package tinct.codec.palette;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tinct.codec.CodecException;
import tinct.image.Palette;

/** A format of palette files. What each one keeps: docs/palettes.md. */
public enum PaletteFormat {
    /** GIMP palette: text, with names. Alpha only as Aseprite has it, when an entry needs it. */
    GPL("GIMP palette", "gpl", Alpha.ALL, new Gpl()),
    /** Adobe color table: 256 entries in 768 bytes, or 772 with their number and one that is transparent. */
    ACT("color table", "act", Alpha.ONE, new Act()),
    /** JASC palette: text. The RIFF form of Windows is read too. */
    PAL("palette", "pal", Alpha.NONE, new Pal()),
    /** A colour a line, {@code rrggbb} or {@code rrggbbaa}. */
    HEX("hex list", "hex", Alpha.ALL, new Hex()),
    /** Adobe Swatch Exchange, with names: RGB and Gray. */
    ASE("swatch exchange", "ase", Alpha.NONE, new Ase()),
    /** CSS custom properties; any property that is a colour is read. */
    CSS("style sheet", "css", Alpha.ALL, new Css()),
    /** An object with the array {@code colors}; some other forms are read too. */
    JSON("JSON", "json", Alpha.ALL, new JsonColors()),
    /** A drawing of the colours; not read. */
    SVG("SVG", "svg", Alpha.ALL, new Svg());

    /** The longest file that is read, bytes. */
    private static final int MOST_BYTES = 1 << 20;

    private final String title;
    private final String extension;
    private final Alpha alpha;

    @SuppressWarnings("ImmutableEnumChecker") // codecs have no state
    private final PaletteCodec codec;

    PaletteFormat(String title, String extension, Alpha alpha, PaletteCodec codec) {
        this.title = title;
        this.extension = extension;
        this.alpha = alpha;
        this.codec = codec;
    }

    /** What a format can say of alpha. */
    private enum Alpha {
        NONE,
        ONE,
        ALL
    }

    /** The usual extension, without a dot. */
    public String extension() {
        return extension;
    }

    /** The format that the extension of a file name tells. */
    public static Optional<PaletteFormat> ofName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.extension))
                .findFirst();
    }

    /** The format of a file by its first bytes, where they tell it, or else by its name. */
    public static Optional<PaletteFormat> of(byte[] file, String fileName) {
        String start = new String(file, 0, Math.min(file.length, 16), StandardCharsets.ISO_8859_1);
        if (start.startsWith("GIMP Palette")) {
            return Optional.of(GPL);
        } else if (start.startsWith("JASC-PAL") || Pal.isRiff(file)) {
            return Optional.of(PAL);
        } else if (start.startsWith("ASEF")) {
            return Optional.of(ASE);
        }
        return ofName(fileName);
    }

    /**
     * Reads a palette file of any of these formats.
     *
     * @param in read to its end, or to 1 MB; stays open
     * @param fileName tells the format where the first bytes do not
     * @throws CodecException if it is broken, of no format that is read, longer than 1 MB, or has not 1 to 256 colours
     */
    public static Swatches read(InputStream in, String fileName) throws IOException {
        byte[] file = in.readNBytes(MOST_BYTES + 1);
        PaletteFormat format = of(file, fileName)
                .orElseThrow(() -> CodecException.refused(
                        "file", "is no palette file: these are .gpl .act .pal .hex .ase .css and .json"));
        if (file.length > MOST_BYTES) {
            throw CodecException.refused(format.title, "is longer than 1 MB, too long for a palette");
        }
        return format.read(file);
    }

    /**
     * Reads a file of this format.
     *
     * @throws CodecException as {@link #read(InputStream, String)}
     */
    public Swatches read(byte[] file) throws CodecException {
        if (file.length == 0) {
            throw CodecException.refused(title, "is empty");
        }
        Swatches swatches = codec.read(file);
        int size = swatches.list().size();
        if (size < 1 || size > Palette.MAX_SIZE) {
            throw CodecException.refused(title, "has " + size + " colours; a palette has 1 to " + Palette.MAX_SIZE);
        }
        return swatches;
    }

    /** Whether a file of this format can hold these entries with their alpha. */
    public boolean keeps(Palette palette) {
        int transparent = 0;
        int translucent = 0;
        for (int entry : palette.toArray()) {
            transparent += entry == 0 ? 1 : 0;
            translucent += entry != 0 && entry >>> 24 < 255 ? 1 : 0;
        }
        return switch (alpha) {
            case NONE -> transparent + translucent == 0;
            case ONE -> transparent < 2 && translucent == 0;
            case ALL -> true;
        };
    }

    /**
     * Writes a file.
     *
     * @param out stays open
     * @throws CodecException if there are not 1 to 256 colours, or the format cannot hold their alpha: {@link #keeps}
     */
    public void write(Swatches swatches, OutputStream out) throws IOException {
        int size = swatches.list().size();
        if (size < 1 || size > Palette.MAX_SIZE) {
            throw CodecException.refused(title, "would have " + size + " colours, it can have 1 to 256");
        }
        if (!keeps(swatches.palette())) {
            throw CodecException.refused(
                    title, "cannot hold colours that are not opaque; .hex, .css, .json and .gpl can");
        }
        new ByteArrayInputStream(codec.write(swatches)).transferTo(out);
    }
}

package tinct.codec.palette;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tinct.codec.CodecException;

/**
 * Adobe Swatch Exchange: blocks of colours, each a name in UTF-16, a model of four letters and its channels as floats,
 * the higher bytes first. Groups are passed over.
 *
 * <p>Adobe has not published the format; source: the description by O. Ponsero and others,
 * http://www.selapa.net/swatches/colors/fileformats.php#adobe_ase. RGB is taken as sRGB.
 */
final class Ase implements PaletteCodec {
    private static final String FORMAT = "swatch exchange";
    private static final int COLOR = 1;
    private static final int GROUP = 0xC001;
    private static final int GROUP_END = 0xC002;
    private static final int HEADER = 12;
    private static final int NORMAL = 2;
    /** At byte 4 of a sprite of Aseprite, whose files have this extension too. */
    private static final int SPRITE = 0xE0A5;

    @Override
    public Swatches read(byte[] file) throws CodecException {
        if (file.length >= 6 && ByteBuffer.wrap(file).getShort(4) == (short) SPRITE) {
            throw CodecException.refused(FORMAT, "is a sprite of Aseprite; save its palette as .gpl");
        }
        if (file.length < HEADER || !new String(file, 0, 4, StandardCharsets.ISO_8859_1).equals("ASEF")) {
            throw new CodecException(FORMAT, 0, "it does not begin with ASEF");
        }
        ByteBuffer in = ByteBuffer.wrap(file);
        int blocks = in.getInt(8);
        in.position(HEADER);
        List<Swatch> swatches = new ArrayList<>();
        String title = "";
        for (int block = 0; block < blocks; block++) {
            int at = in.position();
            try {
                int type = in.getShort() & 0xFFFF;
                int length = in.getInt();
                if (length < 0 || length > in.remaining()) {
                    throw new CodecException(FORMAT, at, "a block of " + length + " bytes does not fit into the file");
                }
                ByteBuffer content = in.slice(in.position(), length);
                in.position(in.position() + length);
                if (type == COLOR) {
                    swatches.add(color(content, at));
                } else if (type == GROUP) {
                    title = title.isEmpty() ? name(content, at) : title;
                } else if (type != GROUP_END) {
                    throw new CodecException(FORMAT, at, "there are no blocks of type " + type);
                }
            } catch (BufferUnderflowException e) {
                throw new CodecException(FORMAT, at, "a block is cut short");
            }
        }
        return new Swatches(title, swatches);
    }

    private static String name(ByteBuffer in, int at) throws CodecException {
        int units = in.getShort() & 0xFFFF;
        if (2 * units > in.remaining()) {
            throw new CodecException(FORMAT, at, "a name of " + units + " letters does not fit into its block");
        }
        byte[] name = new byte[2 * units];
        in.get(name);
        String text = new String(name, StandardCharsets.UTF_16BE);
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }

    private static Swatch color(ByteBuffer in, int at) throws CodecException {
        String name = name(in, at);
        byte[] model = new byte[4];
        in.get(model);
        String channels = new String(model, StandardCharsets.ISO_8859_1).strip();
        return switch (channels) {
            case "RGB" -> new Swatch(0xFF000000 | channel(in, at) << 16 | channel(in, at) << 8 | channel(in, at), name);
            case "Gray" -> new Swatch(0xFF000000 | 0x010101 * channel(in, at), name);
            case "CMYK", "LAB" ->
                throw CodecException.refused(
                        FORMAT, "has the " + channels + " colour '" + name + "'; only RGB and Gray are read");
            default -> throw new CodecException(FORMAT, at, "a colour has the unknown model '" + channels + "'");
        };
    }

    private static int channel(ByteBuffer in, int at) throws CodecException {
        float value = in.getFloat();
        if (!(value >= 0 && value <= 1)) {
            throw new CodecException(FORMAT, at, "a channel is " + value + ", and not in 0..1");
        }
        return (int) Math.rint(255.0 * value);
    }

    @Override
    public byte[] write(Swatches swatches) {
        int length = HEADER;
        for (Swatch swatch : swatches.list()) {
            length += 6 + content(swatch);
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        out.put("ASEF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(1 << 16)
                .putInt(swatches.list().size());
        for (Swatch swatch : swatches.list()) {
            int argb = swatch.argb();
            out.putShort((short) COLOR).putInt(content(swatch));
            out.putShort((short) (title(swatch).length() + 1));
            out.put(title(swatch).getBytes(StandardCharsets.UTF_16BE)).putShort((short) 0);
            out.put("RGB ".getBytes(StandardCharsets.ISO_8859_1));
            for (int shift = 16; shift >= 0; shift -= 8) {
                out.putFloat((argb >> shift & 0xFF) / 255f);
            }
            out.putShort((short) NORMAL);
        }
        return out.array();
    }

    /** The bytes of a block after its length: a name with its length and an end, the model, channels, the kind. */
    private static int content(Swatch swatch) {
        return 2 + 2 * (title(swatch).length() + 1) + 4 + 12 + 2;
    }

    private static String title(Swatch swatch) {
        String title = swatch.title();
        return title.length() > 1000 ? title.substring(0, 1000) : title;
    }
}

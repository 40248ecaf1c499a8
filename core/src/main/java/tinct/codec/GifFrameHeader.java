package tinct.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tinct.image.Area;
import tinct.image.Delay;

/**
 * What a GIF says of a frame before its coded indices.
 *
 * @param area where it is drawn; it may be empty, or reach beyond the canvas
 * @param interlaced whether every eighth row comes first
 * @param table its own colours, or empty
 * @param transparent index of pixels that are not drawn, or -1
 */
record GifFrameHeader(
        Area area, boolean interlaced, int[] table, int transparent, FrameCanvas.Disposal disposal, Delay delay) {

    /**
     * Reads extensions up to the next frame, whose indices then follow.
     *
     * @param loops takes notice of the extension that says how often to play
     * @return null at the end of the file
     */
    static @Nullable GifFrameHeader next(GifInput in, Loops loops) throws IOException {
        int flags = 0;
        int hundredths = 0;
        int transparent = -1;
        while (true) {
            int type = in.u8();
            switch (type) {
                case 0 -> {} // an empty block too many, as some writers leave it
                case 0x3B -> {
                    return null;
                }
                case 0x2C -> {
                    return read(in, flags, hundredths, transparent);
                }
                case 0x21 -> {
                    int label = in.u8();
                    in.beginData();
                    byte[] block = in.block();
                    if (label == 0xF9 && block.length >= 4) {
                        flags = block[0];
                        hundredths = block[1] & 0xFF | (block[2] & 0xFF) << 8;
                        transparent = (flags & 1) != 0 ? block[3] & 0xFF : -1;
                    } else if (label == 0xFF) {
                        loops.application(block, in);
                    }
                    in.endData();
                }
                default -> throw new CodecException("GIF", in.offset() - 1, "there is no block of type " + type);
            }
        }
    }

    private static GifFrameHeader read(GifInput in, int flags, int hundredths, int transparent) throws IOException {
        int x = in.u16();
        int y = in.u16();
        int width = in.u16();
        int height = in.u16();
        int shape = in.u8();
        int[] table = table(in, shape);
        return new GifFrameHeader(
                new Area(x, y, width, height),
                (shape & 0x40) != 0,
                table,
                transparent,
                disposal(flags >> 2 & 7),
                Delay.ofHundredths(hundredths));
    }

    /** The colour table that a set of flags announces, or an empty one. */
    static int[] table(GifInput in, int flags) throws IOException {
        if ((flags & 0x80) == 0) {
            return new int[0];
        }
        byte[] rgb = in.bytes(3 << (flags & 7) + 1);
        int[] table = new int[rgb.length / 3];
        for (int i = 0; i < table.length; i++) {
            table[i] = 0xFF000000 | (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | rgb[3 * i + 2] & 0xFF;
        }
        return table;
    }

    private static FrameCanvas.Disposal disposal(int number) {
        return switch (number) {
            case 2 -> FrameCanvas.Disposal.BACKGROUND;
            case 3, 4 -> FrameCanvas.Disposal.PREVIOUS; // some writers took the third bit for the number
            default -> FrameCanvas.Disposal.NONE;
        };
    }

    /** How often a GIF is played: once, if nothing is said. */
    static final class Loops {
        private int plays = 1;

        /** In all; 0 for without end. */
        int plays() {
            return plays;
        }

        /** Reads the extension of an application after its name. */
        void application(byte[] name, GifInput in) throws IOException {
            String text = new String(name, StandardCharsets.ISO_8859_1);
            if (!text.equals("NETSCAPE2.0") && !text.equals("ANIMEXTS1.0")) {
                return;
            }
            byte[] block = in.block();
            if (block.length >= 3 && block[0] == 1) {
                int repeats = block[1] & 0xFF | (block[2] & 0xFF) << 8;
                plays = repeats == 0 ? 0 : repeats + 1;
            }
        }
    }
}

package tinct.imageio;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tinct.codec.CodecException;
import tinct.image.Image;

/** Reads still GIF pictures: the frame at its place on the screen that the file declares. Source: GIF89a. */
final class GifReader {
    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2C;
    private static final int TRAILER = 0x3B;

    private final byte[] data;
    private int frames;
    private int dataAt; // of the first frame
    private int left;
    private int top;

    private GifReader(byte[] data) {
        this.data = data;
    }

    static Picture read(byte[] data, long maxPixels) throws IOException {
        GifReader file = new GifReader(data);
        file.walk();
        if (file.frames == 0) {
            throw new CodecException("GIF", -1, "there is no picture in it");
        } else if (file.frames > 1) {
            throw CodecException.refused(
                    "GIF", "is an animation of " + file.frames + " frames; only still pictures are read");
        }
        Decoder.checkSize("GIF", Math.max(1, file.u16(6)), Math.max(1, file.u16(8)), maxPixels);
        List<String> notes = new ArrayList<>();
        try (var in = new ByteArrayImageInputStream(data);
                Decoder decoder = new Decoder("GIF", Providers.GIF, in)) {
            BufferedImage frame = decoder.read(0, maxPixels);
            file.checkData((long) frame.getWidth() * frame.getHeight());
            Image image = file.onScreen(BufferedImages.toImage(frame, notes), maxPixels, notes);
            return new Picture(image, "GIF", Rasters.kind(frame), notes);
        }
    }

    /** Counts the frames and finds whether the file is whole. */
    private void walk() throws CodecException {
        int at = 13 + table(u8(10));
        for (int block = u8(at); block != TRAILER; block = u8(at)) {
            switch (block) {
                case 0 -> at++; // an empty block too many, as some writers leave it
                case EXTENSION -> at = skipData(at + 2);
                case FRAME -> {
                    if (frames++ == 0) {
                        left = u16(at + 1);
                        top = u16(at + 3);
                    }
                    int coded = at + 10 + table(u8(at + 9));
                    at = skipData(coded + 1);
                    if (frames == 1) {
                        dataAt = coded;
                    }
                }
                default -> throw new CodecException("GIF", at, "there is no block of type " + block);
            }
        }
    }

    private void checkData(long pixels) throws CodecException {
        long coded = GifData.pixels(data, dataAt);
        if (coded < pixels) {
            throw new CodecException("GIF", dataAt, "there are " + coded + " pixels in it instead of " + pixels);
        }
    }

    /** Bytes of the colour table that a set of flags announces. */
    private static int table(int flags) {
        return flags < 128 ? 0 : 3 << ((flags & 7) + 1);
    }

    private int skipData(int from) throws CodecException {
        int at = from;
        while (u8(at) != 0) {
            at += 1 + u8(at);
        }
        return at + 1;
    }

    /** Shows the frame where it lies on the screen, which grows where the frame sticks out; the rest is transparent. */
    private Image onScreen(Image frame, long maxPixels, List<String> notes) throws CodecException {
        int width = Math.max(u16(6), left + frame.width());
        int height = Math.max(u16(8), top + frame.height());
        if (width == frame.width() && height == frame.height()) {
            return frame;
        }
        Decoder.checkSize("GIF", width, height, maxPixels);
        int[] screen = new int[width * height];
        for (int y = 0; y < frame.height(); y++) {
            System.arraycopy(frame.pixels(), y * frame.width(), screen, (top + y) * width + left, frame.width());
        }
        notes.add("frame of " + frame.width() + " x " + frame.height() + " placed on its screen of " + width + " x "
                + height);
        return new Image(width, height, screen);
    }

    private int u8(int at) throws CodecException {
        if (at >= data.length) {
            throw new CodecException("GIF", data.length, "the file ends before the picture does");
        }
        return data[at] & 0xFF;
    }

    private int u16(int at) throws CodecException {
        return u8(at) | (u8(at + 1) << 8);
    }
}

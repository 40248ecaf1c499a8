package tinct.imageio;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tinct.image.Image;

/** The orientation tag of EXIF and TIFF: how the stored rows and columns are to be shown. */
final class Orientation {
    private static final short TAG = 274;

    private Orientation() {}

    /**
     * The orientation in EXIF data, 1 if it has none.
     *
     * @param exif from the byte-order mark on
     * @param notes receives a word if the data is broken
     */
    static int ofExif(byte[] exif, List<String> notes) {
        try (var in = new ByteArrayImageInputStream(exif)) {
            List<TiffDirectory> directories = TiffDirectory.readAll(in);
            return directories.isEmpty() ? 1 : directories.get(0).orientation();
        } catch (IOException | RuntimeException broken) {
            notes.add("EXIF data is broken and was ignored");
            return 1;
        }
    }

    /** The same EXIF data for a picture that has been turned upright; empty if it cannot be made to say so. */
    static Optional<byte[]> neutral(byte[] exif) {
        List<String> notes = new ArrayList<>();
        if (ofExif(exif, notes) == 1) {
            return notes.isEmpty() ? Optional.of(exif) : Optional.empty();
        }
        byte[] neutral = exif.clone();
        ByteBuffer data =
                ByteBuffer.wrap(neutral).order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            int first = data.getInt(4);
            for (int i = 0; i < (data.getShort(first) & 0xFFFF); i++) {
                int entry = first + 2 + 12 * i;
                if (data.getShort(entry) == TAG) {
                    data.putShort(entry + 8, (short) 1);
                }
            }
        } catch (IndexOutOfBoundsException big) { // BigTIFF has other offsets, and no camera writes it
            return Optional.empty();
        }
        return ofExif(neutral, notes) == 1 ? Optional.of(neutral) : Optional.empty();
    }

    /** The picture upright; itself if it is already. */
    static Image upright(Image image, int orientation, List<String> notes) {
        if (orientation == 1) {
            return image;
        }
        notes.add((orientation == 2 || orientation == 4 ? "mirrored" : "rotated") + " by EXIF orientation "
                + orientation);
        return turn(image, orientation);
    }

    private static Image turn(Image image, int orientation) {
        int w = image.width();
        int h = image.height();
        // The shown pixel (0, 0) is the stored pixel `from`; a step right or down there is a step in the array here.
        return switch (orientation) {
            case 2 -> walk(image, w, h, w - 1, -1, w);
            case 3 -> walk(image, w, h, w * h - 1, -1, -w);
            case 4 -> walk(image, w, h, w * (h - 1), 1, -w);
            case 5 -> walk(image, h, w, 0, w, 1);
            case 6 -> walk(image, h, w, w * (h - 1), -w, 1);
            case 7 -> walk(image, h, w, w * h - 1, -w, -1);
            case 8 -> walk(image, h, w, w - 1, w, -1);
            default -> throw new IllegalArgumentException("orientation must be in 1..8, was " + orientation);
        };
    }

    private static Image walk(Image image, int width, int height, int from, int right, int down) {
        int[] stored = image.pixels();
        int[] shown = new int[stored.length];
        for (int y = 0, at = 0; y < height; y++) {
            int next = from + y * down;
            for (int x = 0; x < width; x++, next += right) {
                shown[at++] = stored[next];
            }
        }
        return new Image(width, height, shown);
    }
}

package tinct.imageio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** TIFF files that the JDK does not write. */
final class Tiffs {
    private static final int ENTRIES = 10;

    private Tiffs() {}

    /** Uncompressed CMYK, 8 bits, in one strip, big-endian. */
    static byte[] inks(byte[] samples, int width, int height, int orientation) {
        int depths = 8 + 2 + 12 * ENTRIES + 4;
        ByteBuffer file = ByteBuffer.allocate(depths + 8 + samples.length);
        file.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) ENTRIES);
        shortEntry(file, 256, width);
        shortEntry(file, 257, height);
        file.putShort((short) 258).putShort((short) 3).putInt(4).putInt(depths);
        shortEntry(file, 259, 1); // not compressed
        shortEntry(file, 262, 5); // separated
        file.putShort((short) 273).putShort((short) 4).putInt(1).putInt(depths + 8);
        shortEntry(file, 274, orientation);
        shortEntry(file, 277, 4);
        shortEntry(file, 278, height);
        file.putShort((short) 279).putShort((short) 4).putInt(1).putInt(samples.length);
        file.putInt(0); // no other directory
        for (int i = 0; i < 4; i++) {
            file.putShort((short) 8);
        }
        return file.put(samples).array();
    }

    /**
     * BigTIFF, not compressed, little-endian, grey or RGB of 8 or 16 bits.
     *
     * @param samples [width * height * channels]
     * @param tile side of the tiles, a multiple of 16; 0 for strips
     * @param rows of a strip
     */
    static byte[] big(int[] samples, int width, int height, int channels, int bits, int tile, int rows) {
        int partWidth = tile > 0 ? tile : width;
        int partHeight = tile > 0 ? tile : rows;
        int across = (width + partWidth - 1) / partWidth;
        int down = (height + partHeight - 1) / partHeight;
        int partBytes = partWidth * partHeight * channels * bits / 8;
        int entries = tile > 0 ? 10 : 9;
        int lists = 16 + 8 + 20 * entries + 8;
        int data = lists + 16 * across * down;
        ByteBuffer file = ByteBuffer.allocate(data + across * down * partBytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 43)
                .putShort((short) 8)
                .putShort((short) 0);
        file.putLong(16).putLong(entries);
        bigEntry(file, 256, 4, 1, width);
        bigEntry(file, 257, 4, 1, height);
        bigEntry(file, 258, 3, channels, bits * 0x0001_0001_0001L);
        bigEntry(file, 259, 3, 1, 1); // not compressed
        bigEntry(file, 262, 3, 1, channels == 1 ? 1 : 2);
        boolean one = across * down == 1; // a list of one stands in the directory itself
        if (tile > 0) {
            bigEntry(file, 277, 3, 1, channels);
            bigEntry(file, 322, 4, 1, tile);
            bigEntry(file, 323, 4, 1, tile);
            bigEntry(file, 324, 16, across * down, one ? data : lists);
            bigEntry(file, 325, 16, across * down, one ? partBytes : lists + 8L * across * down);
        } else {
            bigEntry(file, 273, 16, across * down, one ? data : lists);
            bigEntry(file, 277, 3, 1, channels);
            bigEntry(file, 278, 4, 1, rows);
            bigEntry(file, 279, 16, across * down, one ? partBytes : lists + 8L * across * down);
        }
        file.putLong(0); // no other directory
        for (int part = 0; part < across * down; part++) {
            file.putLong(data + (long) part * partBytes);
        }
        for (int part = 0; part < across * down; part++) {
            file.putLong(partBytes);
        }
        for (int part = 0; part < across * down; part++) {
            for (int i = 0; i < partWidth * partHeight; i++) {
                int x = part % across * partWidth + i % partWidth;
                int y = part / across * partHeight + i / partWidth;
                for (int c = 0; c < channels; c++) {
                    int sample = x < width && y < height ? samples[(y * width + x) * channels + c] : 0;
                    file.put((byte) sample);
                    if (bits == 16) {
                        file.put((byte) (sample >> 8));
                    }
                }
            }
        }
        return file.array();
    }

    private static void bigEntry(ByteBuffer file, int tag, int type, long count, long value) {
        file.putShort((short) tag).putShort((short) type).putLong(count).putLong(value);
    }

    /** Where a file of {@link #inks} says where its next directory is. */
    static int nextDirectory(byte[] file) {
        return 10 + 12 * (file[9] & 0xFF);
    }

    private static void shortEntry(ByteBuffer file, int tag, int value) {
        file.putShort((short) tag)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0);
    }
}

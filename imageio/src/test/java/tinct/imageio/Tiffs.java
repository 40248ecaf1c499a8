package tinct.imageio;

import java.nio.ByteBuffer;

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

package tinct.imageio;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import tinct.codec.CodecException;

/**
 * One directory of a TIFF file or of the EXIF data in another file: what must be known before its pixels are read.
 * Source: TIFF 6.0, section 2; BigTIFF as libtiff describes it.
 *
 * @param auxiliary whether it holds a preview or a mask of another directory's picture
 * @param orientation 1..8 as in EXIF
 * @param profiled whether it has an ICC profile
 */
record TiffDirectory(boolean auxiliary, int orientation, boolean profiled) {
    private static final int BIG = 43;
    private static final int MAX_DIRECTORIES = 4096;

    /** All directories of the chain, in order. The stream begins at the byte-order mark. */
    static List<TiffDirectory> readAll(ImageInputStream in) throws IOException {
        in.seek(0);
        in.setByteOrder(in.readUnsignedShort() == 0x4D4D ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        boolean big = in.readUnsignedShort() == BIG;
        if (big) {
            in.readInt(); // the size of offsets, always 8
        }
        List<TiffDirectory> directories = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (long at = offset(in, big); at != 0; at = offset(in, big)) {
            if (at < 0 || !seen.add(at) || seen.size() > MAX_DIRECTORIES) {
                throw new CodecException("TIFF", at, "the directories do not end");
            }
            in.seek(at);
            directories.add(read(in, big));
        }
        return directories;
    }

    private static TiffDirectory read(ImageInputStream in, boolean big) throws IOException {
        long count = big ? in.readLong() : in.readUnsignedShort();
        if (count < 0 || count > 0xFFFF) {
            throw new CodecException("TIFF", in.getStreamPosition(), "a directory cannot have " + count + " entries");
        }
        boolean auxiliary = false;
        boolean profiled = false;
        int orientation = 1;
        for (long i = 0; i < count; i++) {
            int tag = in.readUnsignedShort();
            int type = in.readUnsignedShort();
            in.skipBytes(big ? 8 : 4); // how many values: each tag of interest has one
            long next = in.getStreamPosition() + (big ? 8 : 4);
            long value = type == 3 ? in.readUnsignedShort() : in.readUnsignedInt();
            in.seek(next);
            switch (tag) {
                case 254 -> auxiliary |= (value & 0b101) != 0; // bit 0: reduced in size, bit 2: a mask
                case 255 -> auxiliary |= value == 2;
                case 274 -> orientation = value >= 1 && value <= 8 ? (int) value : 1;
                case 34675 -> profiled = true;
                default -> {} // of no interest before the pixels are read
            }
        }
        return new TiffDirectory(auxiliary, orientation, profiled);
    }

    private static long offset(ImageInputStream in, boolean big) throws IOException {
        return big ? in.readLong() : in.readUnsignedInt();
    }
}

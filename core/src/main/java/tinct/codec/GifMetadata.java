package tinct.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Extensions of a GIF that say something of the picture: comments, and XMP as Adobe's XMP specification, part 3, has it. */
final class GifMetadata {
    private static final int EXTENSION = 0x21;
    private static final int COMMENT = 0xFE;
    private static final int APPLICATION = 0xFF;

    private GifMetadata() {}

    static void write(Metadata metadata, OutputStream out) throws IOException {
        for (Metadata.Chunk chunk : metadata.filtered("tEXt"::equals).chunks()) {
            out.write(EXTENSION);
            out.write(COMMENT);
            GifWriter.Blocks blocks = new GifWriter.Blocks(out);
            for (byte letter : text(chunk.data())) {
                blocks.write(letter);
            }
            blocks.finish();
        }
        var xmp = metadata.xmpPacket();
        if (xmp.isPresent()) {
            out.write(EXTENSION);
            out.write(APPLICATION);
            out.write(11);
            out.write("XMP DataXMP".getBytes(StandardCharsets.US_ASCII));
            out.write(xmp.get());
            out.write(trailer());
        }
    }

    /** Behind the keyword. */
    private static byte[] text(byte[] data) {
        int zero = 0;
        while (zero < data.length && data[zero] != 0) {
            zero++;
        }
        return Arrays.copyOfRange(data, Math.min(data.length, zero + 1), data.length);
    }

    /** Wherever a reader that takes the packet for blocks comes into this, it comes to the end. */
    private static byte[] trailer() {
        byte[] trailer = new byte[258];
        trailer[0] = 1;
        for (int i = 1; i < 257; i++) {
            trailer[i] = (byte) (256 - i);
        }
        return trailer;
    }
}

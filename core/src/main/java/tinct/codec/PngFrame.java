package tinct.codec;

import java.io.IOException;
import tinct.image.Area;
import tinct.image.Delay;

/**
 * What the chunk fcTL says of a frame.
 *
 * @param area where it is drawn
 * @param over whether it is laid over what is there; else it replaces that
 */
record PngFrame(Area area, Delay delay, FrameCanvas.Disposal disposal, boolean over) {
    /** Bytes of the chunk. */
    static final int LENGTH = 26;

    /** Reads the chunk; the frame must lie within the picture. */
    static PngFrame read(PngChunks chunks, PngSequence sequence, PngHeader header) throws IOException {
        if (chunks.remaining() != LENGTH) {
            throw chunks.error("has " + chunks.remaining() + " bytes instead of " + LENGTH);
        }
        sequence.check(chunks);
        int width = chunks.dataInt();
        int height = chunks.dataInt();
        int x = chunks.dataInt();
        int y = chunks.dataInt();
        int delay = chunks.dataInt();
        byte[] ways = chunks.data(2);
        if (width < 1 || height < 1 || x < 0 || y < 0 || width > header.width() - x || height > header.height() - y) {
            throw chunks.error("puts a frame outside of the picture");
        }
        int denominator = delay & 0xFFFF;
        return new PngFrame(
                new Area(x, y, width, height),
                new Delay(delay >>> 16, denominator == 0 ? 100 : denominator),
                disposal(chunks, ways[0]),
                over(chunks, ways[1]));
    }

    private static FrameCanvas.Disposal disposal(PngChunks chunks, int number) throws CodecException {
        return switch (number) {
            case 0 -> FrameCanvas.Disposal.NONE;
            case 1 -> FrameCanvas.Disposal.BACKGROUND;
            case 2 -> FrameCanvas.Disposal.PREVIOUS;
            default -> throw chunks.error("names an unknown disposal, " + number);
        };
    }

    private static boolean over(PngChunks chunks, int number) throws CodecException {
        if (number < 0 || number > 1) {
            throw chunks.error("names an unknown way to blend, " + number);
        }
        return number == 1;
    }
}

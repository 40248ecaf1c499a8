package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import tinct.image.IndexedImage;

/**
 * Writes lossless WebP files with a palette.
 *
 * <p>Colours that no pixel has are left out, and entries of the same colour become one. Source: RFC 9649.
 */
public final class WebpWriter {
    /** The largest width and height of a WebP. */
    public static final int MAX_SIDE = 16384;

    private static final int EFFORT = 6;
    private static final int SIGNATURE = 0x2F;

    private WebpWriter() {}

    /**
     * Writes the picture to the stream, which stays open.
     *
     * @throws CodecException if a side is longer than 16384
     */
    public static void write(IndexedImage image, OutputStream out) throws IOException {
        write(image, out, EFFORT);
    }

    /** Writes with an effort 1..9. */
    static void write(IndexedImage image, OutputStream out, int effort) throws IOException {
        if (image.width() > MAX_SIDE || image.height() > MAX_SIDE) {
            throw CodecException.refused(
                    "WebP",
                    "cannot be " + image.width() + " x " + image.height() + "; its sides are limited to " + MAX_SIDE);
        }
        byte[] stream = stream(image, WebpEffort.of(effort));
        int padding = stream.length & 1;
        ByteBuffer header = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + stream.length + padding);
        header.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(stream.length);
        out.write(header.array());
        out.write(stream);
        out.write(new byte[padding]);
    }

    private static byte[] stream(IndexedImage image, WebpEffort effort) throws IOException {
        WebpCandidate best = null;
        String cs = System.getProperty("cand", "abcd");
        WebpColors given = WebpColors.of(image);
        WebpOrders orders = new WebpOrders(given);
        WebpColors tour = given.ordered(orders.tour());
        WebpColors cheap = tour.bits() < given.bits() ? tour : given;
        String dbg = "";
        for (int i = 0; i < cs.length(); i++) {
            char ch = cs.charAt(i);
            boolean un = ch == 'c' || ch == 'd';
            if (un && given.size() > 16) {
                continue;
            }
            WebpCandidate cand;
            if (ch == 'a' || ch == 'c') {
                cand = WebpCandidate.plain(image, un ? cheap.unbundled() : cheap, effort);
            } else {
                WebpColors bc = null;
                WebpPrediction bp = null;
                for (int[] order : orders.all(image)) {
                    WebpColors c = given.ordered(order);
                    c = un ? c.unbundled() : c;
                    WebpPrediction p = new WebpPrediction(c.plane(image), Integer.getInteger("pb", 4));
                    dbg += " (" + p.cost() / 8 / 8192 + ")";
                    if (bp == null || p.cost() < bp.cost()) {
                        bp = p;
                        bc = c;
                    }
                }
                cand = WebpCandidate.predicted(bc, bp, effort);
            }
            dbg += " " + ch + " " + cand.bits() / 8;
            best = best == null || cand.bits() < best.bits() ? cand : best;
        }
        if (Boolean.getBoolean("dbg")) System.out.println(dbg);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BitWriter out = new BitWriter(bytes);
        out.write(SIGNATURE, 8);
        out.write(image.width() - 1, 14);
        out.write(image.height() - 1, 14);
        out.write(best.opaque() ? 0 : 1, 1);
        out.write(0, 3); // version
        best.write(out);
        out.align();
        out.flush();
        return bytes.toByteArray();
    }
}

package tinct.samples;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tinct.image.Image;

/** Writes a drawing as PNG with 8-bit grey, RGB or RGBA samples; each row with the filter of least absolute sum. */
final class TrueColorPng {
    private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};

    private TrueColorPng() {}

    static void write(Drawing drawing, OutputStream target) throws IOException {
        Image image = drawing.image();
        int channels = drawing.grey() ? 1 : image.opaque() ? 3 : 4;
        DataOutputStream out = new DataOutputStream(target);
        out.write(SIGNATURE);
        chunk(out, "IHDR", header(image, channels));
        chunk(out, "IDAT", data(image, channels));
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static byte[] header(Image image, int channels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(image.width());
        out.writeInt(image.height());
        int type = channels == 1 ? 0 : channels == 3 ? 2 : 6;
        out.write(new byte[] {8, (byte) type, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] data(Image image, int channels) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream zip = new DeflaterOutputStream(bytes, deflater)) {
            byte[] above = new byte[(image.width() + 1) * channels];
            for (int y = 0; y < image.height(); y++) {
                byte[] row = samples(image, y, channels);
                zip.write(best(row, above, channels));
                above = row;
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /** The samples of a row, after one pixel of zeros. */
    private static byte[] samples(Image image, int y, int channels) {
        byte[] row = new byte[(image.width() + 1) * channels];
        for (int x = 0; x < image.width(); x++) {
            int argb = image.argb(x, y);
            int at = (x + 1) * channels;
            for (int c = 0; c < channels; c++) {
                int shift = c == 3 ? 24 : 16 - 8 * c;
                row[at + c] = (byte) (argb >>> shift);
            }
        }
        return row;
    }

    private static byte[] best(byte[] row, byte[] above, int channels) {
        byte[] best = filtered(0, row, above, channels);
        for (int filter = 1; filter < 5; filter++) {
            byte[] candidate = filtered(filter, row, above, channels);
            if (weight(candidate) < weight(best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static byte[] filtered(int filter, byte[] row, byte[] above, int channels) {
        byte[] out = new byte[row.length - channels + 1];
        out[0] = (byte) filter;
        for (int i = channels; i < row.length; i++) {
            int left = row[i - channels] & 0xFF;
            int up = above[i] & 0xFF;
            int guess = switch (filter) {
                case 0 -> 0;
                case 1 -> left;
                case 2 -> up;
                case 3 -> (left + up) / 2;
                default -> paeth(left, up, above[i - channels] & 0xFF);
            };
            out[i - channels + 1] = (byte) (row[i] - guess);
        }
        return out;
    }

    private static int paeth(int left, int up, int corner) {
        int fromLeft = Math.abs(up - corner);
        int fromUp = Math.abs(left - corner);
        int fromCorner = Math.abs(left + up - 2 * corner);
        return fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner;
    }

    private static long weight(byte[] filtered) {
        long sum = 0;
        for (int i = 1; i < filtered.length; i++) {
            sum += Math.abs(filtered[i]);
        }
        return sum;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) check.getValue());
    }
}

package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A strict GIF decoder after the specification: it insists on an end code of the right width and nothing behind it. */
final class NaiveGif {
    private NaiveGif() {}

    /** All palette indices of the first and only picture. */
    static byte[] indices(byte[] gif) {
        int at = 13 + 3 * (2 << (gif[10] & 7));
        if (gif[at] == 0x21) {
            at += 8; // graphic control extension
        }
        require(gif[at] == 0x2C, "image descriptor");
        int bits = gif[at + 10];
        StringBuilder stream = new StringBuilder(); // lowest bit first
        at += 11;
        while (gif[at] != 0) {
            int length = gif[at] & 0xFF;
            for (int i = at + 1; i <= at + length; i++) {
                String digits = Integer.toBinaryString(256 | (gif[i] & 0xFF)).substring(1);
                stream.append(new StringBuilder(digits).reverse());
            }
            at += 1 + length;
        }
        require(gif[at + 1] == 0x3B && gif.length == at + 2, "trailer at the end");
        return decode(stream, bits);
    }

    private static byte[] decode(CharSequence stream, int bits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int clear = 1 << bits;
        List<byte[]> table = new ArrayList<>();
        byte[] previous = {};
        for (int at = 0; ; ) {
            int width = bits + 1;
            while (width < 12 && table.size() >= 1 << width) {
                width++;
            }
            String digits = stream.subSequence(at, at + width).toString();
            int code = Integer.parseInt(new StringBuilder(digits).reverse().toString(), 2);
            at += width;
            if (code == clear) {
                table.clear();
                for (int i = 0; i < clear + 2; i++) {
                    table.add(new byte[] {(byte) i});
                }
                previous = new byte[0];
            } else if (code == clear + 1) {
                require(stream.length() - at < 8, "no bytes behind the end code");
                return out.toByteArray();
            } else {
                require(code <= table.size(), "code " + code + " exists");
                byte[] string = code < table.size() ? table.get(code) : append(previous, previous[0]);
                if (previous.length > 0 && table.size() < 4096) {
                    table.add(append(previous, string[0]));
                }
                out.writeBytes(string);
                previous = string;
            }
        }
    }

    private static byte[] append(byte[] string, byte last) {
        byte[] longer = Arrays.copyOf(string, string.length + 1);
        longer[string.length] = last;
        return longer;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("expected: " + what);
        }
    }
}

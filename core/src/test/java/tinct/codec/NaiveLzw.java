package tinct.codec;

import java.util.HashSet;
import java.util.Set;

/** The length of a GIF's LZW stream with given clears, by strings as texts. */
final class NaiveLzw {
    private NaiveLzw() {}

    /** The bits of the codes, the first clear and the end among them. */
    static long bits(byte[] indices, int indexBits, int... clears) {
        long bits = indexBits + 1L;
        for (int run = 0; run <= clears.length; run++) {
            int from = run == 0 ? 0 : clears[run - 1];
            int to = run == clears.length ? indices.length : clears[run];
            bits += run(indices, from, to, indexBits);
        }
        return bits;
    }

    private static long run(byte[] indices, int from, int to, int indexBits) {
        Set<String> strings = new HashSet<>();
        int room = 4096 - (1 << indexBits) - 2;
        int width = indexBits + 1;
        int codes = (1 << indexBits) + 2;
        long bits = 0;
        String string = "";
        for (int i = from; i < to; i++) {
            String longer = string + (char) (indices[i] & 0xFF);
            if (longer.length() == 1 || strings.contains(longer)) {
                string = longer;
                continue;
            }
            bits += width;
            if (strings.size() < room) {
                strings.add(longer);
                codes++;
            }
            // The decoder has one string less.
            width = Math.min(12, Math.max(width, 32 - Integer.numberOfLeadingZeros(codes - 1)));
            string = longer.substring(longer.length() - 1);
        }
        int after = Math.min(4096, codes + 1);
        return bits + width + Math.min(12, Math.max(width, 32 - Integer.numberOfLeadingZeros(after - 1)));
    }
}

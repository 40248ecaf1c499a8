package tinct.codec;

import java.io.IOException;
import tinct.internal.packed.BitCoder;

/** Reads bits that {@link BitEncoder} wrote, and takes exactly the bytes that it made. */
final class BitDecoder implements BitCoder {
    /** Where bytes come from. */
    interface Source {
        /** The next byte, 0..255. */
        int next() throws IOException;
    }

    private final Source source;
    private long low;
    private long high = 0xFFFFFFFFL;
    private long number;

    BitDecoder(Source source) throws IOException {
        this.source = source;
        for (int i = 0; i < 4; i++) {
            number = number << 8 | source.next();
        }
    }

    @Override
    public int code(int ignored, int chance) throws IOException {
        long cut = low + ((high - low) * chance >>> 16);
        int bit;
        if (number <= cut) {
            bit = 1;
            high = cut;
        } else {
            bit = 0;
            low = cut + 1;
        }
        while ((low ^ high) >>> 24 == 0) {
            low = low << 8 & 0xFFFFFFFFL;
            high = high << 8 & 0xFFFFFFFFL | 0xFF;
            number = number << 8 & 0xFFFFFFFFL | source.next();
        }
        return bit;
    }
}

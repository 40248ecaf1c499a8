package tinct.codec;

/** Numbers of the packed file, version 1. */
final class Packed {
    /** The first byte is no text and no start of UTF-8, so a transfer as text breaks it visibly. */
    static final byte[] MAGIC = {(byte) 0x89, 'T', 'N', 'C', 'T'};

    static final byte VERSION = 1;

    /** The flag that says that entries have an alpha. */
    static final int ALPHA = 1;

    /** Bytes of the largest number. */
    static final int MAX_VARINT = 5;

    static final int CHECKSUM_BYTES = 4;

    private Packed() {}

    /** ceil(log2 entries), 0..8. */
    static int bitsPerLabel(int entries) {
        return 32 - Integer.numberOfLeadingZeros(entries - 1);
    }
}

package tinct.codec;

/** Numbers of the packed file. */
final class Packed {
    static final String FORMAT = "TINCT";

    /** The first byte is no text and no start of UTF-8, so a transfer as text breaks it visibly. */
    static final byte[] MAGIC = {(byte) 0x89, 'T', 'N', 'C', 'T'};

    /** The version that is written. Version 1 has no coded files, and is the same otherwise. */
    static final byte VERSION = 2;

    /** The flag that says that entries have an alpha. */
    static final int ALPHA = 1;

    /** The flag of version 2 that says that the palette and the labels are coded. */
    static final int CODED = 2;

    /** The flag of a coded file that says that its labels are coded by the broad model. */
    static final int BROAD = 4;

    /** Bytes of the largest number. */
    static final int MAX_VARINT = 5;

    static final int CHECKSUM_BYTES = 4;

    private Packed() {}

    /** A label that the palette has no entry for. */
    static CodecException outside(String label, int entries) {
        return new CodecException(FORMAT, -1, label + " is outside a palette of " + entries + " entries");
    }

    /** ceil(log2 entries), 0..8. */
    static int bitsPerLabel(int entries) {
        return 32 - Integer.numberOfLeadingZeros(entries - 1);
    }
}

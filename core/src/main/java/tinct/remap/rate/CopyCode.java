package tinct.remap.rate;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tinct.internal.DeflateSymbols;
import tinct.internal.WebpDistances;

/** How a coder that copies writes copies: with which symbols, how many extra bits, and what stands between rows. */
public final class CopyCode {
    /** Bytes between two rows. */
    final int gap;

    /** [259] the symbol of each length, from 3 on. */
    final byte[] ofLength = new byte[DeflateSymbols.MAX_LENGTH + 1];

    /** [32769] the symbol of each distance, from 1 on. */
    final byte[] ofDistance = new byte[DeflateSymbols.WINDOW + 1];

    /** [symbols] extra bits of each symbol of a length. */
    final int[] extraOfLength;

    /** [symbols] extra bits of each symbol of a distance. */
    final int[] extraOfDistance;

    private CopyCode(
            int gap,
            IntUnaryOperator ofLength,
            IntUnaryOperator ofDistance,
            IntUnaryOperator extraOfLength,
            IntUnaryOperator extraOfDistance) {
        this.gap = gap;
        for (int length = DeflateSymbols.MIN_LENGTH; length < this.ofLength.length; length++) {
            this.ofLength[length] = (byte) ofLength.applyAsInt(length);
        }
        for (int distance = 1; distance < this.ofDistance.length; distance++) {
            this.ofDistance[distance] = (byte) ofDistance.applyAsInt(distance);
        }
        this.extraOfLength = extra(this.ofLength, extraOfLength);
        this.extraOfDistance = extra(this.ofDistance, extraOfDistance);
    }

    /** That of PNG: a filter byte stands before each row. Source: RFC 1951, 3.2.5. */
    public static CopyCode deflate() {
        return new CopyCode(
                1,
                DeflateSymbols::ofLength,
                DeflateSymbols::ofDistance,
                DeflateSymbols::extraBitsOfLength,
                DeflateSymbols::extraBitsOfDistance);
    }

    /**
     * That of lossless WebP, as far as deflate has the same: copies of 3 to 258 pixels, from 32768 pixels before at most.
     * Source: RFC 9649, 3.6.2.2.
     *
     * @param width of the picture, which says which places are near
     */
    public static CopyCode webp(int width) {
        WebpDistances codes = new WebpDistances(width);
        return new CopyCode(
                0,
                DeflateSymbols::ofDistance,
                distance -> DeflateSymbols.ofDistance(codes.code(distance)),
                DeflateSymbols::extraBitsOfDistance,
                DeflateSymbols::extraBitsOfDistance);
    }

    /** Of each symbol up to the highest of a table. */
    private static int[] extra(byte[] symbols, IntUnaryOperator ofSymbol) {
        int highest = 0;
        for (byte symbol : symbols) {
            highest = Math.max(highest, symbol);
        }
        return IntStream.rangeClosed(0, highest).map(ofSymbol).toArray();
    }
}

package tinct.codec;

import java.io.IOException;
import tinct.internal.DeflateSymbols;

/** A plane as a prefix-coded picture (RFC 9649, 3.6 and 3.7), ready to be written. */
final class WebpImage {
    private static final int[] NOTHING = new int[256];

    /** The code of a channel that is 0 everywhere. */
    private static final WebpCode ZERO = new WebpCode(NOTHING, 0, NOTHING.length);

    private final WebpParse parse;
    private final WebpCode[] codes; // [groups] of pixels and lengths
    private final WebpCode[] distanceCodes; // [groups]
    private final WebpImage[] groupImage; // none or one: the groups of tiles as a picture
    private final long bits;

    private WebpImage(WebpParse parse, WebpImage... groupImage) {
        this.parse = parse;
        this.groupImage = groupImage;
        int groups = parse.tiles.count();
        codes = new WebpCode[groups];
        distanceCodes = new WebpCode[groups];
        int[] counts = parse.counts();
        int first = parse.alphabet.firstDistance();
        long sum = parse.extraBits() + (parse.alphabet.cacheBits() == 0 ? 1 : 5);
        for (int group = 0; group < groups; group++) {
            int at = group * parse.alphabet.size();
            codes[group] = new WebpCode(counts, at, at + first);
            distanceCodes[group] = new WebpCode(counts, at + first, at + parse.alphabet.size());
            sum += codes[group].bits() + distanceCodes[group].bits() + 3 * ZERO.bits();
            for (int symbol = 0; symbol < first; symbol++) {
                sum += (long) counts[at + symbol] * codes[group].length(symbol);
            }
            for (int symbol = 0; symbol < WebpStep.DISTANCE_SYMBOLS; symbol++) {
                sum += (long) counts[at + first + symbol] * distanceCodes[group].length(symbol);
            }
        }
        for (WebpImage image : groupImage) {
            sum += 3 + image.bits;
        }
        bits = sum;
    }

    /** A picture by a parse, with its tiles' groups if it has any. */
    static WebpImage of(WebpParse parse, WebpEffort effort) {
        WebpTiles tiles = parse.tiles;
        if (tiles.count() == 1) {
            return new WebpImage(parse.with(WebpTiles.ONE));
        }
        WebpPlane plane = new WebpPlane(tiles.columns(), tiles.groups().length / tiles.columns(), tiles.groups());
        return new WebpImage(parse, of(new WebpParser(plane, effort).ungrouped(), effort));
    }

    /** The bits of the picture, but for the one that tells whether there are groups. */
    long bits() {
        return bits;
    }

    /**
     * Writes the picture.
     *
     * @param main whether it is the picture itself, which alone may have groups
     */
    void write(BitWriter out, boolean main) throws IOException {
        int cacheBits = parse.alphabet.cacheBits();
        out.write(cacheBits == 0 ? 0 : 1, 1);
        if (cacheBits > 0) {
            out.write(cacheBits, 4);
        }
        if (main) {
            out.write(groupImage.length, 1);
        }
        for (WebpImage image : groupImage) {
            out.write(parse.tiles.bits() - 2, 3);
            image.write(out, false);
        }
        for (int group = 0; group < codes.length; group++) {
            codes[group].writeDescription(out);
            ZERO.writeDescription(out); // red
            ZERO.writeDescription(out); // blue
            ZERO.writeDescription(out); // alpha
            distanceCodes[group].writeDescription(out);
        }
        writePixels(out);
    }

    private void writePixels(BitWriter out) throws IOException {
        WebpPlane plane = parse.plane;
        int n = plane.size();
        int first = parse.alphabet.firstDistance();
        for (int p = 0; p < n; ) {
            int group = parse.tiles.group(p % plane.width, p / plane.width);
            int step = parse.steps[p];
            codes[group].write(out, parse.symbol(p));
            if (!WebpStep.isLiteral(step)) {
                writeExtra(out, WebpStep.length(step));
                distanceCodes[group].write(out, parse.distanceSymbol(p) - first);
                writeExtra(out, WebpStep.code(step));
            }
            p += WebpStep.length(step);
        }
    }

    private static void writeExtra(BitWriter out, int value) throws IOException {
        int symbol = DeflateSymbols.ofDistance(value);
        out.write(value - Step.distanceBase(symbol), DeflateSymbols.extraBitsOfDistance(symbol));
    }
}

package tinct.codec;

import tinct.internal.DeflateSymbols;

/** How a plane is to be coded: the alphabet, what each pixel's symbol is, the steps, and which codes they use. */
final class WebpParse {
    final WebpPlane plane;
    final WebpAlphabet alphabet;
    final short[] symbols; // [plane.size()]
    final int[] steps; // by position; those of positions inside a copy mean nothing
    final WebpTiles tiles;

    private WebpParse(WebpPlane plane, WebpAlphabet alphabet, short[] symbols, int[] steps, WebpTiles tiles) {
        this.plane = plane;
        this.alphabet = alphabet;
        this.symbols = symbols;
        this.steps = steps;
        this.tiles = tiles;
    }

    /** Each pixel by itself, with one code for all. */
    WebpParse(WebpPlane plane, WebpAlphabet alphabet) {
        this(plane, alphabet, alphabet.symbols(plane), new int[plane.size()], WebpTiles.ONE);
    }

    /** A copy of this with other groups. */
    WebpParse with(WebpTiles tiles) {
        return new WebpParse(plane, alphabet, symbols, steps.clone(), tiles);
    }

    /** A copy of this with another alphabet. */
    WebpParse with(WebpAlphabet alphabet) {
        return new WebpParse(plane, alphabet, alphabet.symbols(plane), steps.clone(), tiles);
    }

    /** The number in the alphabet of the first symbol of the step at p. */
    int symbol(int p) {
        int step = steps[p];
        return WebpStep.isLiteral(step) ? symbols[p] : WebpAlphabet.FIRST_LENGTH + WebpStep.lengthSymbol(step);
    }

    /** The number in the alphabet of the distance symbol of the copy at p. */
    int distanceSymbol(int p) {
        return alphabet.firstDistance() + WebpStep.distanceSymbol(steps[p]);
    }

    /** How often each group uses each symbol [tiles.count() * alphabet.size()]. */
    int[] counts() {
        int[] counts = new int[tiles.count() * alphabet.size()];
        int n = plane.size();
        for (int p = 0; p < n; p += WebpStep.length(steps[p])) {
            int base = tiles.group(p % plane.width, p / plane.width) * alphabet.size();
            counts[base + symbol(p)]++;
            if (!WebpStep.isLiteral(steps[p])) {
                counts[base + distanceSymbol(p)]++;
            }
        }
        return counts;
    }

    /** The extra bits of all copies. */
    long extraBits() {
        long bits = 0;
        int n = plane.size();
        for (int p = 0; p < n; p += WebpStep.length(steps[p])) {
            if (!WebpStep.isLiteral(steps[p])) {
                bits += DeflateSymbols.extraBitsOfDistance(WebpStep.lengthSymbol(steps[p]))
                        + DeflateSymbols.extraBitsOfDistance(WebpStep.distanceSymbol(steps[p]));
            }
        }
        return bits;
    }
}

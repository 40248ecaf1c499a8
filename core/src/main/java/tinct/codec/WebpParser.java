package tinct.codec;

import tinct.internal.Parallel;

/** Finds the steps of a plane by shortest paths, each with the costs that the one before suggests. */
final class WebpParser {
    /** Planes are parsed in pieces: costs of a path must stay within an int, and copies be remembered. */
    static final int SEGMENT = 1 << 20;

    private static final int MAX_TILES = 1 << 16;
    private static final int CACHE_BITS = 4;

    /** {log of a tile's side, most groups to begin with, bits of the colour cache}: ADR-0016. */
    private static final int[][] STARTS = {{3, 16, 0}, {3, 32, 0}, {4, 24, 0}, {4, 64, 0}, {4, 24, CACHE_BITS}};

    private final WebpPlane plane;
    private final WebpEffort effort;
    private final WebpPath path = new WebpPath();
    private WebpMatches matches;

    WebpParser(WebpPlane plane, WebpEffort effort) {
        this.plane = plane;
        this.effort = effort;
        matches = new WebpMatches(plane, effort);
    }

    /** A parse with one code for all. */
    WebpParse ungrouped() {
        WebpAlphabet alphabet = new WebpAlphabet(0);
        WebpParse parse = new WebpParse(plane, alphabet);
        follow(parse, WebpCosts.guess(alphabet, parse.symbols));
        for (int i = 0; i < effort.guesses(); i++) {
            follow(parse, WebpCosts.of(alphabet, parse.counts()));
        }
        return parse;
    }

    /** The best picture found, by any number of threads. */
    WebpImage best(int threads) {
        WebpParse parse = ungrouped();
        WebpImage best = WebpImage.of(parse, effort);
        if (effort.rounds() == 0) {
            return best;
        }
        WebpClusters clusters = start(parse, threads);
        for (int round = 0; round < effort.rounds(); round++) {
            parse = clusters.grouped();
            follow(parse, WebpCosts.of(parse.alphabet, parse.counts()));
            WebpImage image = WebpImage.of(parse, effort);
            best = image.bits() < best.bits() ? image : best;
            clusters = new WebpClusters(parse);
            clusters.improve();
        }
        return best;
    }

    /** The best of some divisions into groups, the first on a tie. */
    private WebpClusters start(WebpParse parse, int threads) {
        WebpParse cached = parse.with(new WebpAlphabet(CACHE_BITS));
        WebpClusters[] tries = new WebpClusters[STARTS.length];
        Parallel.forEach(tries.length, threads, i -> tries[i] = start(STARTS[i][2] == 0 ? parse : cached, STARTS[i]));
        WebpClusters best = tries[0];
        for (WebpClusters tried : tries) {
            best = tried.bits() < best.bits() ? tried : best;
        }
        return best;
    }

    private WebpClusters start(WebpParse parse, int[] start) {
        WebpClusters clusters = new WebpClusters(parse, tileBits(start[0]), start[1]);
        clusters.improve();
        return clusters;
    }

    /** That many, or more if there would be too many tiles. */
    private int tileBits(int bits) {
        int enough = bits;
        while (WebpTiles.across(plane.width, enough) * WebpTiles.across(plane.height, enough) > MAX_TILES) {
            enough++;
        }
        return enough;
    }

    /** Takes the cheapest path of the whole plane. */
    private void follow(WebpParse parse, WebpCosts costs) {
        int size = plane.size();
        for (int from = 0; from < size; from += SEGMENT) {
            int to = Math.min(size, from + SEGMENT);
            if (!matches.hold(from, to)) {
                if (from == 0) {
                    matches = new WebpMatches(plane, effort);
                }
                matches.find(from, to);
            }
            path.find(parse, from, to, matches, costs);
        }
    }
}

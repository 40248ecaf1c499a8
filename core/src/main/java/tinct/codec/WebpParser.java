package tinct.codec;

/** Finds the steps of a plane by shortest paths, each with the costs that the one before suggests. */
final class WebpParser {
    private static final int SEGMENT = 1 << 20; // costs of a path must stay within an int
    private static final int MAX_GROUP_BITS = 9;

    private final WebpPlane plane;
    private final WebpEffort effort;
    private final WebpMatches[] matches;
    private final WebpPath path = new WebpPath();

    WebpParser(WebpPlane plane, WebpEffort effort) {
        this.plane = plane;
        this.effort = effort;
        matches = new WebpMatches[] {new WebpMatches(plane, effort)};
    }

    /** A parse with one code for all. */
    WebpParse ungrouped() {
        WebpAlphabet alphabet = new WebpAlphabet(0);
        WebpParse parse = new WebpParse(plane, alphabet, alphabet.symbols(plane), new int[plane.size()], WebpTiles.ONE);
        follow(parse, WebpCosts.guess(alphabet, parse.symbols));
        for (int i = 0; i < effort.guesses(); i++) {
            follow(parse, WebpCosts.of(alphabet, parse.counts()));
        }
        return parse;
    }

    /** The best picture found. */
    WebpImage best() {
        WebpParse parse = ungrouped();
        WebpImage best = WebpImage.of(parse, effort);
        if (effort.rounds() == 0) {
            return best;
        }
        WebpClusters clusters = start(parse);
        for (int round = 0; round < effort.rounds(); round++) {
            clusters.move(effort.moves());
            clusters.join();
            clusters.move(1);
            parse = parse.with(clusters.tiles());
            follow(parse, WebpCosts.of(parse.alphabet, parse.counts()));
            WebpImage image = WebpImage.of(parse, effort);
            if (Boolean.getBoolean("dbg2"))
                System.out.println(round + " groups " + parse.tiles.count() + " bytes " + image.bits() / 8 + " was "
                        + best.bits() / 8);
            best = image.bits() < best.bits() ? image : best;
            clusters = new WebpClusters(parse, parse.tiles);
        }
        return best;
    }

    private WebpClusters start(WebpParse parse) {
        WebpClusters best = null;
        String[] t = System.getProperty("starts", "3:32,3:16,4:24").split(",");
        for (String st : t) {
            String[] q = st.split(":");
            WebpClusters tried = new WebpClusters(parse, Integer.parseInt(q[0]), Integer.parseInt(q[1]));
            tried.move(effort.moves());
            tried.join();
            tried.move(1);
            if (Boolean.getBoolean("dbg2")) System.out.println("  start " + st + " " + tried.bits() / 8);
            best = best == null || tried.bits() < best.bits() ? tried : best;
        }
        return best;
    }

    /** Takes the cheapest path of the whole plane. */
    private void follow(WebpParse parse, WebpCosts costs) {
        int size = plane.size();
        for (int from = 0; from < size; from += SEGMENT) {
            int to = Math.min(size, from + SEGMENT);
            if (!matches[0].hold(from, to)) {
                if (from == 0) {
                    matches[0] = new WebpMatches(plane, effort);
                }
                matches[0].find(from, to);
            }
            path.find(plane.width, from, to, parse.symbols, matches[0], parse.tiles, costs, parse.steps);
        }
    }
}

package tinct.codec;

import java.util.Arrays;
import tinct.internal.WebpDistances;

/** For each pixel of a stretch the copies that are worth a thought: from near places, then ever longer ones from farther. */
final class WebpMatches {
    private static final int MIN_MATCHES = 1 << 12;
    private static final int SPARSE = 16;
    private static final int ALWAYS = 4; // of the nearest places also copies that are not longer than others

    private final WebpPlane plane;
    private final WebpDistances distances;
    private final int nearCodes;
    private final int[] runEnds; // by near code: where the run of equal pixels ends
    private final MatchTrees trees;
    private int from;
    private int to;

    /** By position from the start of the stretch, where its copies start; they end where the next position's start. */
    int[] first = {};

    int[] copies = new int[MIN_MATCHES];

    WebpMatches(WebpPlane plane, WebpEffort effort) {
        this.plane = plane;
        distances = new WebpDistances(plane.width);
        nearCodes = effort.nearCodes();
        runEnds = new int[nearCodes + 1];
        int size = plane.size();
        trees = new MatchTrees(
                size,
                (length, distance) -> WebpStep.copy(length, distances.code(distance)),
                WebpStep.WINDOW,
                WebpStep.MAX_LENGTH,
                effort.niceLength(),
                effort.depth());
    }

    /** Finds the copies of a stretch that starts where the one before ended. */
    void find(int from, int to) {
        this.from = from;
        this.to = to;
        if (first.length <= to - from) {
            first = new int[to - from + 1];
        }
        int size = 0;
        int skipUntil = from;
        for (int p = from; p < to; p++) {
            first[p - from] = size;
            if (size + WebpStep.MAX_LENGTH + nearCodes > copies.length) {
                copies = Arrays.copyOf(copies, 2 * copies.length + WebpStep.MAX_LENGTH);
            }
            int before = size;
            size = near(p, size);
            int longest = 2;
            for (int i = before; i < size; i++) {
                longest = Math.max(longest, WebpStep.length(copies[i]));
            }
            if (p < skipUntil || longest == WebpStep.MAX_LENGTH) {
                if (p % SPARSE == 0) { // flat parts are compared far, and later ones find a copy at once
                    trees.skip(plane.data, p, plane.size());
                }
                continue;
            }
            int after = trees.find(plane.data, p, plane.size(), copies, size);
            int kept = size;
            for (int i = size; i < after; i++) {
                if (WebpStep.length(copies[i]) > longest) {
                    copies[kept++] = copies[i];
                }
            }
            size = kept;
            if (size > before && WebpStep.length(copies[size - 1]) == WebpStep.MAX_LENGTH) {
                skipUntil = p + WebpStep.MAX_LENGTH;
            }
        }
        first[to - from] = size;
    }

    private int near(int p, int size) {
        final byte[] data = plane.data;
        int n = size;
        int longest = 0;
        int available = plane.size() - p;
        for (int code = 1; code <= nearCodes; code++) {
            int run = runEnds[code] - p;
            if (run <= 0) {
                int source = p - distances.near(code);
                if (source < 0 || data[source] != data[p]) {
                    continue;
                }
                run = MatchTrees.commonLength(data, source, p, 1, available);
                runEnds[code] = p + run;
            }
            run = Math.min(run, WebpStep.MAX_LENGTH);
            if (run > longest || code <= ALWAYS) {
                copies[n++] = WebpStep.copy(run, code);
                longest = Math.max(longest, run);
            }
        }
        return n;
    }

    /** Whether the copies are those of that stretch. */
    boolean hold(int from, int to) {
        return this.from == from && this.to == to;
    }
}

package tinct.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a method reaches on all its pictures with one number of colours.
 *
 * @param pictures how many
 * @param mean per cent over the best known, mean
 * @param worst per cent over the best known, largest
 * @param ms median milliseconds from distinct colours to palette; NaN if unknown
 * @param total median milliseconds from pixels to an index for each
 */
record PeerSummary(
        String method, String effort, int k, int pictures, double mean, double worst, double ms, double total) {

    /** Summaries in the order in which methods, efforts and k first appear. */
    static List<PeerSummary> of(List<PeerRow> rows) {
        Map<String, List<PeerRow>> groups = new LinkedHashMap<>();
        for (PeerRow row : rows) {
            groups.merge(row.method() + "," + row.effort() + "," + row.k(), List.of(row), PeerSummary::joined);
        }
        return groups.values().stream().map(PeerSummary::summary).toList();
    }

    /** Method and effort, as a reader sees them. */
    String label() {
        return effort.isEmpty() ? method : method + " " + effort;
    }

    private static List<PeerRow> joined(List<PeerRow> left, List<PeerRow> right) {
        return java.util.stream.Stream.concat(left.stream(), right.stream()).toList();
    }

    private static PeerSummary summary(List<PeerRow> group) {
        PeerRow first = group.get(0);
        double[] gaps = group.stream().mapToDouble(PeerRow::gap).toArray();
        return new PeerSummary(
                first.method(),
                first.effort(),
                first.k(),
                gaps.length,
                Arrays.stream(gaps).average().orElseThrow(),
                Arrays.stream(gaps).max().orElseThrow(),
                median(group.stream().mapToDouble(PeerRow::ms).toArray()),
                median(group.stream().mapToDouble(PeerRow::total).toArray()));
    }

    /** The middle value, the mean of the middle two if their number is even; NaN if any is. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted); // NaN goes last
        int n = sorted.length;
        return Double.isNaN(sorted[n - 1]) ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}

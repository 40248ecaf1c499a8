package tinct.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Error over time as SVG: a panel for each k, both axes logarithmic; methods with efforts as lines, others as marks.
 *
 * <p>Across are milliseconds from pixels to indices, up are per cent over the best known, at least {@value #LEAST}. The
 * first word of a method gives the colour, its place among those of this word the mark.
 */
final class PeerPlot {
    private static final double LEAST = 0.01;
    private static final int PANEL = 300;
    private static final int HEIGHT = 270;
    private static final int LEFT = 64;
    private static final int TOP = 34;
    private static final int GAP = 22;
    private static final int LEGEND_ROW = 20;
    private static final int MARKS = 4;
    private static final String STYLE = """
            <style>
            .back{fill:#ffffff} .frame{fill:none;stroke:#8c959f} .grid{stroke:#d8dee4}
            text{font:12px sans-serif;fill:#1f2328} .effort{font:bold 11px sans-serif} .title{font:bold 13px sans-serif}
            .solid{stroke-width:2} .line,.open{fill:none;stroke-width:2}
            LIGHT
            @media (prefers-color-scheme:dark){
            .back{fill:#0d1117} .frame{stroke:#6e7681} .grid{stroke:#2b313a} text{fill:#e6edf3}
            DARK
            }
            </style>
            """;
    private static final List<String> LIGHT = List.of("#0969da", "#bc4c00", "#1a7f37", "#8250df", "#bf3989", "#7d6608");
    private static final List<String> DARK = List.of("#58a6ff", "#f0883e", "#3fb950", "#bc8cff", "#f778ba", "#d4b72a");

    private final List<PeerSummary> summaries;
    private final List<Integer> colors;
    private final Map<String, Integer> families = new LinkedHashMap<>();
    private final Map<String, Integer> marks = new LinkedHashMap<>();
    private final double slowest;
    private final int quickest;
    private final int highest;
    private final StringBuilder out = new StringBuilder();

    /** Axes are as long as all summaries need. */
    PeerPlot(List<PeerSummary> summaries) {
        this.summaries = summaries;
        this.colors = summaries.stream().map(PeerSummary::k).distinct().sorted().toList();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        double error = 1;
        for (PeerSummary summary : summaries) {
            String family = family(summary.method());
            families.putIfAbsent(family, families.size());
            if (!marks.containsKey(summary.method())) {
                marks.put(summary.method(), sizes.merge(family, 1, Integer::sum) - 1);
            }
            least = Math.min(least, summary.total());
            most = Math.max(most, summary.total());
            error = Math.max(error, summary.mean());
        }
        this.quickest = (int) Math.floor(Math.log10(least));
        this.slowest = Math.max(quickest + 1, Math.log10(1.2 * most));
        this.highest = (int) Math.ceil(Math.log10(error));
    }

    /** The whole document; to be called once. */
    String svg() {
        int width = LEFT + colors.size() * (PANEL + GAP);
        int legend = (marks.size() + 2) / 3;
        int height = TOP + HEIGHT + 62 + legend * LEGEND_ROW;
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n",
                width,
                height,
                width,
                height));
        out.append(STYLE.replace("LIGHT", paints(LIGHT)).replace("DARK", paints(DARK)));
        out.append(String.format(Locale.ROOT, "<rect class=\"back\" width=\"%d\" height=\"%d\"/>\n", width, height));
        out.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">error, %% over the best known</text>\n",
                TOP + HEIGHT / 2));
        for (int panel = 0; panel < colors.size(); panel++) {
            panel(LEFT + panel * (PANEL + GAP), colors.get(panel), panel == 0);
        }
        legend(width);
        return out.append("</svg>\n").toString();
    }

    private void panel(int left, int k, boolean labelled) {
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"title\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d colours</text>\n",
                left + PANEL / 2,
                22,
                k));
        for (int decade = quickest; decade <= slowest; decade++) {
            double x = left + across(Math.pow(10, decade));
            out.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M%.1f %dv%d\"/>\n", x, TOP, HEIGHT));
            out.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
                    x,
                    TOP + HEIGHT + 17,
                    decade == quickest ? "start" : decade + 0.2 > slowest ? "end" : "middle",
                    power(decade)));
        }
        for (int decade = -2; decade <= highest; decade++) {
            double y = down(Math.pow(10, decade));
            out.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M%d %.1fh%d\"/>\n", left, y, PANEL));
            if (labelled) {
                out.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
                        left - 6,
                        y + 4,
                        (decade == -2 ? "\u2264 " : "") + power(decade)));
            }
        }
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                left,
                TOP,
                PANEL,
                HEIGHT));
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">milliseconds, pixels to indices</text>\n",
                left + PANEL / 2,
                TOP + HEIGHT + 36));
        points(left, k);
    }

    private void points(int left, int k) {
        for (String method : marks.keySet()) {
            List<PeerSummary> points = summaries.stream()
                    .filter(summary -> summary.k() == k && summary.method().equals(method))
                    .toList();
            if (points.size() > 1) {
                line(left, method, points);
            } else {
                points.forEach(point -> mark(method, left + across(point.total()), down(point.mean())));
            }
        }
    }

    private void line(int left, String method, List<PeerSummary> points) {
        List<String> corners = new ArrayList<>();
        for (PeerSummary point : points) {
            corners.add(String.format(Locale.ROOT, "%.1f,%.1f", left + across(point.total()), down(point.mean())));
        }
        out.append(String.format(
                Locale.ROOT,
                "<polyline class=\"line s%d\" points=\"%s\"/>\n",
                paint(method),
                String.join(" ", corners)));
        for (int i = 0; i < points.size(); i++) {
            double x = left + across(points.get(i).total());
            double y = down(points.get(i).mean());
            boolean right = i % 2 == 1; // neighbours may be close together
            boolean low = y > TOP + HEIGHT - 15;
            out.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"solid s%d f%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>\n",
                    paint(method),
                    paint(method),
                    x,
                    y));
            out.append(String.format(
                    Locale.ROOT,
                    "<text class=\"effort\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                    low ? x : right ? x + 3 : x - 4,
                    low || right ? y - 6 : y + 11,
                    low ? "middle" : right ? "start" : "end",
                    escaped(points.get(i).effort())));
        }
    }

    /** Full and open discs, full and open squares, and from the start. */
    private void mark(String method, double x, double y) {
        int mark = marks.getOrDefault(method, 0) % MARKS;
        String kind = mark % 2 == 0 ? "solid f" + paint(method) : "open";
        if (mark < 2) {
            out.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s s%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>\n",
                    kind,
                    paint(method),
                    x,
                    y));
        } else {
            out.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s s%d\" x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"8\"/>\n",
                    kind,
                    paint(method),
                    x - 4,
                    y - 4));
        }
    }

    private void legend(int width) {
        int at = 0;
        for (String method : marks.keySet()) {
            double x = LEFT + at % 3 * (width - LEFT) / 3.0;
            double y = TOP + HEIGHT + 58 + at / 3 * LEGEND_ROW;
            boolean line = summaries.stream()
                    .anyMatch(point ->
                            point.method().equals(method) && !point.effort().isEmpty());
            if (line) {
                out.append(String.format(
                        Locale.ROOT, "<path class=\"line s%d\" d=\"M%.1f %.1fh18\"/>\n", paint(method), x - 5, y));
            } else {
                mark(method, x + 4, y);
            }
            out.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\">%s%s</text>\n",
                    x + 18,
                    y + 4,
                    escaped(method),
                    line ? ", by effort" : ""));
            at++;
        }
    }

    private double across(double milliseconds) {
        return (Math.log10(milliseconds) - quickest) / (slowest - quickest) * PANEL;
    }

    private double down(double error) {
        double above = Math.log10(Math.max(LEAST, error)) - Math.log10(LEAST);
        return TOP + HEIGHT - above / (highest - Math.log10(LEAST)) * HEIGHT;
    }

    private static String power(int decade) {
        return decade >= 0
                ? String.format(Locale.ROOT, "%.0f", Math.pow(10, decade))
                : String.format(Locale.ROOT, "%." + -decade + "f", Math.pow(10, decade));
    }

    private int paint(String method) {
        return families.getOrDefault(family(method), 0) % LIGHT.size();
    }

    private static String family(String method) {
        return method.split(" ", 2)[0];
    }

    private static String paints(List<String> paints) {
        StringBuilder classes = new StringBuilder();
        for (int i = 0; i < paints.size(); i++) {
            classes.append(
                    String.format(Locale.ROOT, ".s%d{stroke:%s} .f%d{fill:%s} ", i, paints.get(i), i, paints.get(i)));
        }
        return classes.toString().strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

package tinct.spark;

import static org.apache.spark.sql.functions.col;
import static tinct.app.report.StaticPage.escape;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import tinct.Settings;
import tinct.app.file.AtomicFile;
import tinct.app.file.Source;
import tinct.app.report.Shown;
import tinct.app.report.StaticPage;
import tinct.app.text.Units;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.metrics.Comparison;
import tinct.palette.FixedPalette;
import tinct.palette.Quantizer;

/**
 * What a corpus is and what became of it, as one page that needs nothing else.
 *
 * @param colors of all pictures that could be read, with their counts
 * @param curve how far one palette for all is from them, ascending by k; empty if there is nothing to find
 * @param worst pictures that lost most, the worst first
 */
record CorpusReport(Summary summary, Histogram colors, List<Point> curve, String space, List<Worst> worst) {
    private static final String NAME = "report.html";
    private static final int SHOWN = 12;
    private static final long PETABYTE = 1_000_000_000_000_000L;
    private static final int LEFT = 16, TOP = 26, WIDTH = 560, HEIGHT = 240;

    /**
     * One number of colours.
     *
     * @param error mean squared distance of a pixel to its entry, in the working space
     */
    record Point(int k, double error) {}

    /**
     * A picture that lost much.
     *
     * @param address of its thumbnail
     */
    record Worst(String place, String loss, String address, int width, int height) {}

    static CorpusReport of(Summary summary, Histogram colors, Manifest manifest, Orders orders) throws IOException {
        Settings settings = orders.options().settings();
        Quantizer quantizer = settings.quantizer();
        List<Point> curve = new ArrayList<>();
        boolean sought = !(quantizer instanceof FixedPalette) && colors.size() > 0;
        for (int k = 2; sought && k <= 256; k *= 2) {
            double inertia = quantizer.quantize(colors, k, settings.threads()).inertia();
            curve.add(new Point(k, inertia / colors.total()));
        }
        return new CorpusReport(summary, colors, curve, quantizer.space().name(), worst(manifest, orders));
    }

    /** Those of the lowest scores or, where none were asked for, of the largest errors. */
    private static List<Worst> worst(Manifest manifest, Orders orders) throws IOException {
        List<Worst> worst = new ArrayList<>();
        if (manifest.rows().isEmpty()) {
            return worst;
        }
        String by = orders.scored() ? "ssimulacra2" : "mse";
        List<Row> rows = manifest.rows()
                .get()
                .where(col("status").equalTo("written").and(col(by).isNotNull()))
                .orderBy(orders.scored() ? functions.asc(by) : functions.desc(by), functions.asc("place"))
                .select("path", "place", by)
                .takeAsList(SHOWN);
        for (Row row : rows) {
            double loss = row.getDouble(2);
            String told = orders.scored()
                    ? Units.format("SSIMULACRA 2 %.1f", loss)
                    : Units.format("PSNR %.1f dB", Comparison.psnr(loss));
            thumbnail(row.getString(0), row.getString(1), orders)
                    .ifPresent(small -> worst.add(new Worst(
                            row.getString(1), told, small.picture().address(), small.width(), small.height())));
        }
        return worst;
    }

    private static Optional<Shown.Thumbnail> thumbnail(String address, String place, Orders orders) {
        try (Spool spool = Spool.of(new Found(address, place, 0, 0, null), orders.configuration())) {
            long held = orders.options().limit().held();
            return Optional.of(Shown.thumbnail(
                    Image.copyOf(Source.open(spool.source(), held).rows())));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // it has gone, or is too large to be looked at here
        }
    }

    /** Writes the page to the folder of the results; returns where. */
    Path write(Orders orders) throws IOException {
        Path target = new Path(orders.output(), NAME);
        byte[] page = html().getBytes(StandardCharsets.UTF_8);
        var local = Places.local(target.toString());
        if (local.isPresent()) {
            try (AtomicFile file = AtomicFile.begin(local.get())) {
                file.stream().write(page);
                file.commit(true);
            }
            return target;
        }
        java.nio.file.Path temporary = Files.createTempFile("tinct-report", ".html");
        try {
            Files.write(temporary, page);
            Spool.deliver(temporary, target, orders.configuration());
        } finally {
            Files.delete(temporary);
        }
        return target;
    }

    String html() {
        long all = summary.written() + summary.kept() + summary.failed();
        String title = all == 1 ? "A corpus of one picture" : "A corpus of " + Units.count(all) + " pictures";
        return StaticPage.of(
                title, "<div class=\"study\">\n" + facts(all) + chart() + capacity() + thumbnails() + "</div>\n");
    }

    private String facts(long all) {
        return "<section class=\"panel wide\"><dl class=\"facts\">\n"
                + fact("pictures", Units.count(all))
                + fact("pixels", Units.count(colors.total()))
                + fact("distinct colours", Units.count(colors.size()))
                + fact("before", Units.bytes(summary.before()))
                + fact("after", Units.bytes(summary.after()))
                + fact("change", summary.before() > 0 ? Units.change(summary.before(), summary.after()) : "none")
                + (summary.kept() > 0 ? fact("kept as they were", Units.count(summary.kept())) : "")
                + (summary.failed() > 0 ? fact("failed", Units.count(summary.failed())) : "")
                + "</dl></section>\n";
    }

    private static String fact(String name, String value) {
        return "<div class=\"fact\"><dd>" + escape(value) + "</dd><dt>" + escape(name) + "</dt></div>\n";
    }

    private String capacity() {
        long good = summary.written() + summary.kept();
        if (good == 0 || summary.before() == 0 || summary.after() == 0) {
            return "";
        }
        double bytes = Math.max(summary.before(), summary.after());
        long were = fitting(good, summary.before());
        long are = fitting(good, summary.after());
        double most = Math.max(were, are);
        return "<section class=\"panel\"><h3>Bytes of all pictures</h3><ul class=\"bars\">\n"
                + bar("before", summary.before() / bytes, Units.bytes(summary.before()), "--control")
                + bar("after", summary.after() / bytes, Units.bytes(summary.after()), "--chart-a")
                + "</ul><h2>Pictures that a petabyte holds</h2><ul class=\"bars\">\n"
                + bar("as they were", were / most, Units.count(were), "--control")
                + bar("compressed", are / most, Units.count(are), "--chart-a")
                + "</ul><p class=\"note muted\">Of the mean size of these pictures; a petabyte is 10<sup>15</sup> bytes.</p>"
                + "</section>\n";
    }

    private static long fitting(long pictures, long bytes) {
        return (long) ((double) PETABYTE * pictures / bytes);
    }

    /** A line of a list of bars; the page allows no styles in its elements, so that the bar is a drawing. */
    private static String bar(String name, double share, String value, String color) {
        return "<li><span>" + escape(name) + "</span>"
                + Units.format(
                        "<svg viewBox=\"0 0 100 14\" preserveAspectRatio=\"none\" width=\"100%%\" height=\"14\" "
                                + "aria-hidden=\"true\"><rect width=\"%.2f\" height=\"14\" fill=\"var(%s)\"/></svg>",
                        Math.max(0.5, 100 * share), color)
                + "<span class=\"bar-value\">" + escape(value) + "</span></li>\n";
    }

    private String chart() {
        if (curve.isEmpty()) {
            return "";
        }
        boolean plain = space.equals(ColorSpace.SRGB.name());
        StringBuilder table = new StringBuilder();
        for (Point point : curve) {
            String psnr = plain ? "<td>" + Units.format("%.2f dB", Comparison.psnr(point.error)) + "</td>" : "";
            table.append("<tr><td>" + point.k + "</td><td>" + number(point.error) + "</td>" + psnr + "</tr>\n");
        }
        return "<section class=\"panel\"><h3>How the error of one palette for all falls</h3>\n" + plot()
                + "<p class=\"note muted\">Mean squared distance of a pixel to its entry, in "
                + escape(plain ? "sRGB" : space)
                + ", over the number of colours; both axes are logarithmic.</p>"
                + "<details class=\"numbers\"><summary>Numbers</summary><table><thead><tr><th>colours</th><th>error</th>"
                + (plain ? "<th>PSNR</th>" : "") + "</tr></thead><tbody>\n" + table
                + "</tbody></table></details></section>\n";
    }

    private String plot() {
        double most = curve.stream().mapToDouble(Point::error).max().orElse(1);
        double least = curve.stream()
                .mapToDouble(Point::error)
                .filter(error -> error > 0)
                .min()
                .orElse(most);
        double span = Math.max(1e-9, Math.log(most / least));
        StringBuilder lines = new StringBuilder();
        StringBuilder points = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < curve.size(); i++) {
            Point point = curve.get(i);
            double x = LEFT + (double) WIDTH * i / Math.max(1, curve.size() - 1);
            double y = TOP + HEIGHT * (1 - Math.log(Math.max(least, point.error) / least) / span);
            lines.append(Units.format("<path d=\"M%.1f %dV%d\" stroke=\"var(--line)\"/>\n", x, TOP, TOP + HEIGHT));
            points.append(Units.format("%.1f,%.1f ", x, y));
            marks.append(Units.format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"var(--chart-a)\"/>", x, y))
                    .append(text(x, TOP + HEIGHT + 24, "middle", Integer.toString(point.k)))
                    .append(text(x + 4, y - 10, i + 1 < curve.size() ? "start" : "end", number(point.error)));
        }
        return Units.format(
                        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"error over the number of colours\">\n",
                        LEFT + WIDTH + 16, TOP + HEIGHT + 34)
                + lines + "<polyline fill=\"none\" stroke=\"var(--chart-a)\" stroke-width=\"2\" points=\"" + points
                + "\"/>\n" + marks + "</svg>\n";
    }

    private static String text(double x, double y, String anchor, String text) {
        return Units.format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"13\" fill=\"currentColor\">%s</text>\n",
                x, y, anchor, escape(text));
    }

    /** Three digits or all before the point; errors of perceptual spaces are far below 1. */
    private static String number(double value) {
        return value >= 100 ? Units.count(Math.round(value)) : Units.format("%.3g", value);
    }

    private String thumbnails() {
        if (worst.isEmpty()) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        for (Worst picture : worst) {
            all.append("<div class=\"fact\"><dd><img src=\"" + picture.address + "\" width=\"" + picture.width
                    + "\" height=\""
                    + picture.height + "\" alt=\"\"></dd><dt>" + escape(picture.place) + "<br>" + escape(picture.loss)
                    + "</dt></div>\n");
        }
        return "<section class=\"panel wide\"><h3>Pictures that lost most</h3><dl class=\"facts\">\n" + all
                + "</dl></section>\n";
    }
}

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
    private static final int LEFT = 60, TOP = 10, WIDTH = 560, HEIGHT = 240;

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
        return StaticPage.of(
                "A corpus", "<div class=\"study\">\n" + facts() + capacity() + chart() + thumbnails() + "</div>\n");
    }

    private String facts() {
        long good = summary.written() + summary.kept();
        return "<section class=\"panel wide\"><dl class=\"facts\">\n"
                + fact("pictures", Units.count(good + summary.failed()))
                + fact("written", Units.count(summary.written()))
                + fact("kept as they were", Units.count(summary.kept()))
                + fact("failed", Units.count(summary.failed()))
                + fact("before", Units.bytes(summary.before()))
                + fact("after", Units.bytes(summary.after()))
                + fact("change", summary.before() > 0 ? Units.change(summary.before(), summary.after()) : "none")
                + fact("distinct colours", Units.count(colors.size()))
                + fact("pixels", Units.count(colors.total()))
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
        return "<section class=\"panel\"><h3>Pictures that a petabyte holds</h3><table><tbody>\n"
                + row("as they were", Units.count(fitting(good, summary.before())))
                + row("compressed", Units.count(fitting(good, summary.after())))
                + "</tbody></table><p class=\"note muted\">Of the mean size of this corpus; a petabyte is 10^15 bytes.</p></section>\n";
    }

    private static long fitting(long pictures, long bytes) {
        return (long) ((double) PETABYTE * pictures / bytes);
    }

    private static String row(String name, String value) {
        return "<tr><th scope=\"row\">" + escape(name) + "</th><td>" + escape(value) + "</td></tr>\n";
    }

    private String chart() {
        if (curve.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder();
        for (Point point : curve) {
            String psnr = space.equals("SRGB") ? Units.format(" (PSNR %.2f dB)", Comparison.psnr(point.error)) : "";
            table.append(row(point.k + " colours", Units.format("%.6g", point.error) + psnr));
        }
        return "<section class=\"panel\"><h3>How the error of one palette for all falls</h3>\n" + plot()
                + "<table><tbody>\n" + table + "</tbody></table>"
                + "<p class=\"note muted\">Mean squared distance of a pixel to its entry, " + escape(space)
                + "; both axes of the drawing are logarithmic.</p></section>\n";
    }

    /** Both axes logarithmic. */
    private String plot() {
        double most = curve.stream().mapToDouble(Point::error).max().orElse(1);
        double least = curve.stream()
                .mapToDouble(Point::error)
                .filter(error -> error > 0)
                .min()
                .orElse(most);
        double span = Math.max(1e-9, Math.log(most / least));
        StringBuilder line = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < curve.size(); i++) {
            double x = LEFT + (double) WIDTH * i / Math.max(1, curve.size() - 1);
            double share = Math.log(Math.max(least, curve.get(i).error) / least) / span;
            double y = TOP + HEIGHT * (1 - share);
            line.append(Units.format("%.1f,%.1f ", x, y));
            marks.append(Units.format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"var(--chart-a)\"/>", x, y))
                    .append(Units.format(
                            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"13\" fill=\"currentColor\">%d</text>\n",
                            x, TOP + HEIGHT + 24, curve.get(i).k));
        }
        return Units.format(
                        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"error over the number of colours\">",
                        LEFT + WIDTH + 30, TOP + HEIGHT + 40)
                + "<polyline fill=\"none\" stroke=\"var(--chart-a)\" stroke-width=\"2\" points=\"" + line + "\"/>\n"
                + marks
                + label(TOP + 10, most) + label(TOP + HEIGHT, least) + "</svg>\n";
    }

    private static String label(int y, double value) {
        return Units.format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" font-size=\"13\" fill=\"currentColor\">%.3g</text>\n",
                LEFT - 12, y, value);
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

package tinct.app.figure;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import tinct.Result;
import tinct.Settings;
import tinct.Tinct;
import tinct.codec.PngWriter;
import tinct.image.Image;
import tinct.metrics.Comparison;

/** Error and bytes over the number of colours. */
public final class Sweep {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 560;
    private static final int LEFT = 80; // for the labels of ticks
    private static final int RIGHT = 80; // likewise
    private static final int ABOVE = 76;
    private static final int BELOW = 76;
    private static final double GREATEST = 3 * 255 * 255; // MSE of black against white

    private Sweep() {}

    /**
     * One number of colours.
     *
     * @param k colours asked for
     * @param mse see {@link Comparison}
     * @param psnr dB; infinite if exact
     * @param bytes of the indexed PNG
     */
    public record Row(int k, double mse, double psnr, long bytes) {}

    /**
     * Compresses a picture to each number of colours.
     *
     * @param ks each 1..256
     * @return a row for each of {@code ks}, in that order
     */
    public static List<Row> measure(Image image, Settings settings, List<Integer> ks) {
        List<Row> rows = new ArrayList<>();
        for (int k : ks) {
            Result result = Tinct.compress(image, settings.withMaxColors(k));
            try {
                double mse = Comparison.mse(image, result.image());
                CountingStream bytes = new CountingStream();
                PngWriter.write(result.image(), bytes);
                rows.add(new Row(k, mse, Comparison.psnr(mse), bytes.count));
            } catch (IOException e) {
                throw new UncheckedIOException(e); // memory does not break
            }
        }
        return rows;
    }

    static Canvas draw(List<Row> rows, Caption caption) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there are no rows to draw");
        }
        int top = Theme.MARGIN + caption.height(WIDTH) + ABOVE;
        Canvas canvas = new Canvas(WIDTH + 2 * Theme.MARGIN, top + HEIGHT + BELOW + Theme.MARGIN);
        caption.draw(canvas, Theme.MARGIN, Theme.MARGIN, WIDTH);
        double width = (WIDTH - 2 * LEFT - RIGHT) / 2.0;
        double left = Theme.MARGIN + LEFT;
        drawError(canvas, rows, new Rectangle2D.Double(left, top, width, HEIGHT));
        drawBytes(canvas, rows, new Rectangle2D.Double(left + width + RIGHT + LEFT, top, width, HEIGHT));
        return canvas;
    }

    private static Axis colors(List<Row> rows) {
        return Axis.powersOfTwo(
                "Colours", rows.get(0).k(), rows.get(rows.size() - 1).k());
    }

    private static void drawError(Canvas canvas, List<Row> rows, Rectangle2D plot) {
        double[] errors =
                rows.stream().mapToDouble(Row::mse).filter(mse -> mse > 0).toArray();
        double least = errors.length == 0 ? 1 : Arrays.stream(errors).min().getAsDouble();
        double most = errors.length == 0 ? 1 : Arrays.stream(errors).max().getAsDouble();
        Axis mse = Axis.logarithmic("MSE", least, most * 1.2, Numbers::plain);
        Chart chart = new Chart(canvas, plot, colors(rows), mse);
        chart.drawAxes();
        chart.drawRight(decibels(mse), Theme.FAINT);
        // A logarithmic axis has no 0: an exact row is drawn on its lower end and says so.
        chart.drawLine(
                rows.stream()
                        .map(row -> new Point2D.Double(row.k(), row.mse() > 0 ? row.mse() : mse.from()))
                        .toList(),
                rows.stream()
                        .map(row -> row.mse() > 0 ? Numbers.significant(row.mse()) : "exact")
                        .toList(),
                Theme.BLUE);
    }

    /** The same error as PSNR: it falls along the axis, and even steps of it are even on a logarithmic one. */
    private static Axis decibels(Axis mse) {
        double bottom = 10 * Math.log10(GREATEST / mse.from());
        double top = 10 * Math.log10(GREATEST / mse.to());
        List<Double> ticks = new ArrayList<>();
        for (double tick = 5 * Math.ceil(top / 5); tick <= bottom; tick += 5) {
            ticks.add(tick);
        }
        return new Axis("PSNR, dB", bottom, top, DoubleUnaryOperator.identity(), ticks, Numbers::plain);
    }

    private static void drawBytes(Canvas canvas, List<Row> rows, Rectangle2D plot) {
        double most = rows.stream().mapToLong(Row::bytes).max().orElse(1);
        Axis bytes = Axis.linear("Bytes as indexed PNG", 0, most * 1.05, "B");
        Chart chart = new Chart(canvas, plot, colors(rows), bytes);
        chart.drawAxes();
        chart.drawLine(
                rows.stream()
                        .map(row -> new Point2D.Double(row.k(), row.bytes()))
                        .toList(),
                rows.stream().map(row -> Numbers.bytes(row.bytes())).toList(),
                Theme.ORANGE);
    }

    /** Keeps nothing but the number of bytes. */
    private static final class CountingStream extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}

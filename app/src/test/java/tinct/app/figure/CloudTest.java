package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tinct.color.ColorSpace;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.Palette;

final class CloudTest {
    private static final int[] CORNERS = {
        0xFF000000, 0xFFFF0000, 0xFF00FF00, 0xFFFFFF00, 0xFF0000FF, 0xFFFF00FF, 0xFF00FFFF, 0xFFFFFFFF
    };

    @Test
    void theCornersOfTheCubeAreWhereTheyAreProjected() throws Exception {
        Histogram histogram = Histogram.of(new Image(8, 1, CORNERS), 1);
        double[] shares = {1};
        // The one ring is in the middle of the cube, away from the corners.
        Canvas canvas = Cloud.draw(histogram, new Palette(0xFF808080), shares, ColorSpace.SRGB);
        BufferedImage figure = canvas.finish();
        for (int color : CORNERS) {
            Point2D place = corner(color, Theme.MARGIN, figure);
            assertThat(seen(figure, place)).as(Numbers.hex(color)).satisfies(rgb -> near(rgb, color, 8));
        }
    }

    @Test
    void entriesAreBallsOfTheirOwnColorInTheSecondPanel() throws Exception {
        double[] shares = new double[8];
        java.util.Arrays.fill(shares, 0.125);
        Histogram histogram = Histogram.of(new Image(8, 1, CORNERS), 1);
        BufferedImage figure = Figures.cloud(histogram, new Palette(CORNERS), shares, ColorSpace.SRGB);
        for (int color : CORNERS) {
            Point2D place = corner(color, Theme.MARGIN + Cloud.PANEL + Theme.GAP, figure);
            assertThat(seen(figure, place)).as(Numbers.hex(color)).satisfies(rgb -> near(rgb, color, 12));
        }
    }

    private static Point2D corner(int color, int left, BufferedImage figure) {
        int top = figure.getHeight() - Theme.MARGIN - Cloud.HEIGHT;
        return Cloud.projection(left, top).point(color >> 16 & 1, color >> 8 & 1, color & 1);
    }

    private static int seen(BufferedImage figure, Point2D place) {
        return figure.getRGB((int) place.getX(), (int) place.getY());
    }

    private static void near(int rgb, int expected, int tolerance) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat((double) (rgb >> shift & 0xFF))
                    .isBetween(
                            (expected >> shift & 0xFF) - (double) tolerance,
                            (expected >> shift & 0xFF) + (double) tolerance);
        }
    }

    @Test
    void nearerBallsHideFartherOnesInAnyOrder() {
        List<Image> pictures = new ArrayList<>();
        for (int first = 0; first < 2; first++) {
            Balls balls = new Balls(20, 20);
            for (int i = 0; i < 2; i++) {
                boolean near = (i == 0) == (first == 0);
                balls.add(10, 10, near ? 50 : 0, near ? 4 : 8, near ? 0xFF0000 : 0x0000FF);
            }
            pictures.add(balls.toImage());
        }
        assertThat(pictures.get(0)).isEqualTo(pictures.get(1));
        assertThat(pictures.get(0).argb(10, 10) >> 16 & 0xFF).isGreaterThan(240);
        assertThat(pictures.get(0).argb(10, 16) & 0xFF).isGreaterThan(170);
        assertThat(pictures.get(0).argb(0, 0)).isZero();
    }

    @Test
    void areaGrowsWithTheRootOfTheShare() {
        double small = Cloud.radius(0.01);
        double large = Cloud.radius(0.16);
        assertThat(large * large).isCloseTo(4 * small * small, org.assertj.core.data.Percentage.withPercentage(0.01));
    }

    @Test
    void fullyTransparentColorsAreNotDrawn() throws Exception {
        Histogram with = Histogram.of(new Image(2, 1, new int[] {0, 0xFF336699}), 1);
        Canvas canvas = Cloud.draw(with, new Palette(0, 0xFF336699), new double[] {0.5, 0.5}, ColorSpace.SRGB);
        BufferedImage figure = canvas.finish();
        Point2D black = corner(0xFF000000, Theme.MARGIN, figure);
        // Up from the corner of black there is the wall and no ball.
        int rgb = figure.getRGB((int) black.getX() + 12, (int) black.getY() - 3);
        assertThat(rgb & 0xFF).isGreaterThan(200);
    }
}

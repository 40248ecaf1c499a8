package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
final class LayoutTest {
    @ParameterizedTest
    @CsvSource({"1,1,1", "16,16,16", "300,200,5", "200,300,64", "40,1000,65", "1900,30,256", "500,420,256"})
    void textsAreInsideTheFigureAndApartFromEachOther(int width, int height, int k) throws Exception {
        for (Canvas figure : Samples.figures(width, height, k)) {
            Rectangle2D paper = new Rectangle2D.Double(8, 8, figure.width() - 16.0, figure.height() - 16.0);
            List<Canvas.Label> labels = figure.labels();
            assertThat(labels).isNotEmpty();
            for (int i = 0; i < labels.size(); i++) {
                assertThat(paper.contains(labels.get(i).box()))
                        .as("%s", labels.get(i))
                        .isTrue();
                for (int j = 0; j < i; j++) {
                    assertThat(labels.get(i).box().intersects(labels.get(j).box()))
                            .as("%s and %s", labels.get(i), labels.get(j))
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"640,427,16", "16,16,2"})
    void captionsThatAreTooLongTakeMoreLinesOrAreCut(int width, int height, int k) throws Exception {
        Caption caption = new Caption(
                "holiday ".repeat(30),
                List.of("a fact that goes on and on ".repeat(6), "x".repeat(200), "short", "also short"));
        Canvas figure = SideBySide.draw(
                Samples.picture(width, height, 1),
                caption,
                Samples.indexed(width, height, Samples.palette(k, 1)),
                Samples.caption());
        assertThat(figure.labels())
                .allSatisfy(label -> assertThat(label.box().getWidth())
                        .isLessThanOrEqualTo((figure.width() - 2.0 * Theme.MARGIN - Theme.GAP) / 2));
        assertThat(figure.labels()).anyMatch(label -> label.text().endsWith("…"));
    }
}

package tinct.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

final class TypefaceTest {
    @Test
    void allPrintableLatinAndTheSignsOfFiguresHaveGlyphs() {
        for (Typeface face : new Typeface[] {Typeface.REGULAR, Typeface.SEMIBOLD}) {
            for (int c = ' '; c < 0x100; c++) {
                assertThat(face.has(c)).as("U+%04X", c).isEqualTo((c < 0x7F || c > 0xA0) && c != 0xAD);
            }
            "·×→−Δ²°…≤≥≈√µ□".codePoints().forEach(c -> assertThat(face.has(c)).isTrue());
        }
    }

    @Test
    void widthIsWhatTheOutlineTakes() {
        String text = "AVATAR, Toyota 1,000 × 2 · kerned";
        Rectangle2D box = Typeface.REGULAR.outline(text, 40, 100, 200).getBounds2D();
        assertThat(box.getMinX()).isCloseTo(100, within(3.0));
        assertThat(box.getMaxX()).isCloseTo(100 + Typeface.REGULAR.width(text, 40), within(4.0));
        assertThat(box.getMinY()).isGreaterThan(200 - 40);
        assertThat(box.getMaxY()).isLessThan(200 + 40 * Typeface.DESCENT + 2);
        assertThat(Typeface.REGULAR.width(text, 80)).isCloseTo(2 * Typeface.REGULAR.width(text, 40), within(1e-9));
    }

    @Test
    void pairsAreKerned() {
        double apart = Typeface.REGULAR.width("A", 100) + Typeface.REGULAR.width("V", 100);
        assertThat(Typeface.REGULAR.width("AV", 100)).isLessThan(apart - 3);
        assertThat(Typeface.REGULAR.width("nn", 100)).isCloseTo(2 * Typeface.REGULAR.width("n", 100), within(1e-9));
    }

    @Test
    void capitalsAreAsHighAsTheyAreSaidToBe() {
        Rectangle2D box = Typeface.SEMIBOLD.outline("H", 100, 0, 0).getBounds2D();
        assertThat(box.getHeight()).isCloseTo(100 * Typeface.CAP_HEIGHT, within(0.01));
    }

    @Test
    void aCharacterWithoutGlyphIsABox() {
        assertThat(Typeface.REGULAR.width("語", 20)).isEqualTo(Typeface.REGULAR.width("□", 20));
        assertThat(Typeface.REGULAR.width("\uD83D\uDE00", 20)).isEqualTo(Typeface.REGULAR.width("□", 20));
    }

    @Test
    void outlinesAreMovesLinesAndCurves() {
        Path2D path = new OutlineReader("M1 -2L3 4Q5 6 7 8C-1 -1 0 0 9 9Z").read();
        assertThat(path.getBounds2D().getMaxX()).isEqualTo(9);
        assertThat(path.getBounds2D().getMinY()).isBetween(-2.0, -1.0);
        assertThatThrownBy(() -> new OutlineReader("M0 0X").read()).hasMessage("outline command X at 4");
    }
}

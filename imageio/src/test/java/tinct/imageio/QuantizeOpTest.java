package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.IndexColorModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.Settings;
import tinct.Tinct;
import tinct.image.Image;

class QuantizeOpTest {
    private static final BufferedImageOp OP = new QuantizeOp(Settings.DEFAULT.withMaxColors(12));

    @Test
    void resultIsIndexedWithNoMoreColorsThanAsked() {
        BufferedImage result = OP.filter(Fixtures.opaqueDrawing(BufferedImage.TYPE_INT_RGB), null);
        assertThat(result.getType()).isEqualTo(BufferedImage.TYPE_BYTE_INDEXED);
        assertThat(((IndexColorModel) result.getColorModel()).getMapSize()).isEqualTo(12);
        assertThat(BufferedImages.toImage(result)).isEqualTo(expected(Fixtures.opaqueDrawing()));
        QuantizeOp op = new QuantizeOp(Settings.DEFAULT.withMaxColors(12));
        BufferedImage same = op.filter(Fixtures.opaqueDrawing(BufferedImage.TYPE_INT_RGB));
        assertThat(BufferedImages.toImage(same)).isEqualTo(BufferedImages.toImage(result));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void targetGetsTheColors(int type) {
        BufferedImage target = new BufferedImage(40, 30, type);
        BufferedImage source = Fixtures.opaqueDrawing(BufferedImage.TYPE_3BYTE_BGR);
        assertThat(OP.filter(source, target)).isSameAs(target);
        assertThat(BufferedImages.toImage(target)).isEqualTo(expected(Fixtures.opaqueDrawing()));
    }

    @Test
    void sourceMayBeTheTarget() {
        BufferedImage image = BufferedImages.of(Fixtures.drawing());
        assertThat(OP.filter(image, image)).isSameAs(image);
        assertThat(BufferedImages.toImage(image)).isEqualTo(expected(Fixtures.drawing()));
    }

    @Test
    void greyGivesGreyEntries() {
        BufferedImage result = OP.filter(Fixtures.grey(60, 40), null);
        IndexColorModel model = (IndexColorModel) result.getColorModel();
        for (int i = 0; i < model.getMapSize(); i++) {
            assertThat(model.getRed(i)).isEqualTo(model.getGreen(i)).isEqualTo(model.getBlue(i));
        }
    }

    @Test
    void targetsThatDoNotFitAreRefused() {
        BufferedImage source = Fixtures.grey(60, 40);
        for (BufferedImage target : new BufferedImage[] {
            new BufferedImage(61, 40, BufferedImage.TYPE_INT_RGB),
            new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_INDEXED),
            new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_GRAY)
        }) {
            assertThatThrownBy(() -> OP.filter(source, target))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the target must be");
        }
    }

    @Test
    void placesStayWhereTheyAre() {
        BufferedImage source = Fixtures.grey(60, 40);
        assertThat(OP.getBounds2D(source).getWidth()).isEqualTo(60);
        assertThat(OP.getPoint2D(new Point2D.Float(3, 4), null)).isEqualTo(new Point2D.Double(3, 4));
        assertThat(OP.getRenderingHints()).isEmpty();
        BufferedImage target = OP.createCompatibleDestImage(source, null);
        assertThat(OP.filter(source, target)).isSameAs(target);
    }

    private static Image expected(Image image) {
        Image copy = new Image(image.width(), image.height(), image.pixels().clone());
        return Tinct.compress(copy, Settings.DEFAULT.withMaxColors(12)).image().toImage();
    }
}

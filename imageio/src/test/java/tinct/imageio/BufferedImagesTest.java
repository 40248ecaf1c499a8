package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;

class BufferedImagesTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_4BYTE_ABGR_PRE
            })
    void opaqueColorsOfEveryTypeStayAsTheyAre(int type) {
        assertThat(BufferedImages.toImage(Fixtures.opaqueDrawing(type))).isEqualTo(Fixtures.opaqueDrawing());
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_4BYTE_ABGR})
    void alphaStaysAsItIs(int type) {
        Image drawing = Fixtures.drawing();
        BufferedImage image = new BufferedImage(40, 30, type);
        image.setRGB(0, 0, 40, 30, drawing.pixels(), 0, 40);
        assertThat(BufferedImages.toImage(image)).isEqualTo(drawing);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_ARGB_PRE, BufferedImage.TYPE_4BYTE_ABGR_PRE})
    void premultipliedColorsAreDivided(int type) {
        BufferedImage image = new BufferedImage(1, 1, type);
        image.getRaster().setPixel(0, 0, new int[] {50, 100, 0, 100});
        assertThat(BufferedImages.toImage(image).argb(0, 0)).isEqualTo(0x64_80_FF_00);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void greyLevelsAreNotShifted(int type) {
        BufferedImage image = new BufferedImage(256, 1, type);
        for (int x = 0; x < 256; x++) {
            image.getRaster().setSample(x, 0, 0, type == BufferedImage.TYPE_BYTE_GRAY ? x : x * 257);
        }
        Image converted = BufferedImages.toImage(image);
        for (int x = 0; x < 256; x++) {
            assertThat(converted.argb(x, 0)).isEqualTo(0xFF000000 | x * 0x010101);
        }
    }

    @Test
    void sixteenBitsAreRoundedToTheNearest() {
        BufferedImage image = new BufferedImage(65536, 1, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 65536; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }
        Image converted = BufferedImages.toImage(image);
        for (int x = 0; x < 65536; x++) {
            assertThat(converted.argb(x, 0) & 0xFF).isEqualTo((int) Math.round(x * 255 / 65535.0));
        }
    }

    @Test
    void planarAndFloatingPointSamplesAreRead() {
        var srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        var floats = new ComponentColorModel(srgb, false, false, 1, DataBuffer.TYPE_FLOAT);
        WritableRaster raster =
                Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_FLOAT, 2, 1, 3), null);
        raster.setPixels(0, 0, 2, 1, new float[] {0, 0.5f, 1, -3, 7, Float.NaN});
        Image converted = BufferedImages.toImage(new BufferedImage(floats, raster, false, null));
        assertThat(converted.pixels()).containsExactly(0xFF0080FF, 0xFF00FF00);
    }

    @Test
    void linearLightIsConvertedByItsProfile() {
        var linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
        var model = new ComponentColorModel(linear, false, false, 1, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(1, 1), false, null);
        image.getRaster().setPixel(0, 0, new int[] {55, 0, 255}); // 55 of linear light is 128 of sRGB
        assertThat(Fixtures.maxDifference(BufferedImages.toImage(image), new Image(1, 1, new int[] {0xFF8000FF})))
                .isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_3BYTE_BGR})
    void partsOfAnImageAreReadFromTheirPlace(int type) {
        Image part = BufferedImages.toImage(Fixtures.opaqueDrawing(type).getSubimage(7, 5, 11, 9));
        assertThat(part.width()).isEqualTo(11);
        assertThat(part.argb(0, 0)).isEqualTo(Fixtures.opaqueDrawing().argb(7, 5));
        assertThat(part.argb(10, 8)).isEqualTo(Fixtures.opaqueDrawing().argb(17, 13));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY})
    void indexedPixelsBecomeTheirEntries(int type) {
        BufferedImage image = Fixtures.opaqueDrawing(type);
        Image converted = BufferedImages.toImage(image);
        assertThat(converted.pixels()).isEqualTo(image.getRGB(0, 0, 40, 30, null, 0, 40));
    }

    @Test
    void argbIsHandedOverWithoutACopy() {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        int[] data = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        assertThat(BufferedImages.toImage(image).pixels()).isSameAs(data);
    }

    @Test
    void imagesShareTheirArrayBothWays() {
        for (Image image : new Image[] {Fixtures.drawing(), Fixtures.opaqueDrawing()}) {
            BufferedImage shown = BufferedImages.of(image);
            assertThat(shown.getType())
                    .isEqualTo(image.opaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
            assertThat(((DataBufferInt) shown.getRaster().getDataBuffer()).getData())
                    .isSameAs(image.pixels());
            assertThat(BufferedImages.toImage(shown)).isEqualTo(image);
            assertThat(shown.getRGB(12, 11)).isEqualTo(image.argb(12, 11));
        }
    }

    @Test
    void indexedImagesShareTheirIndices() {
        IndexedImage image =
                new IndexedImage(3, 1, new Palette(0xFF102030, 0x00000000, 0x80FFFFFF), new byte[] {2, 1, 0});
        BufferedImage shown = BufferedImages.of(image);
        assertThat(shown.getType()).isEqualTo(BufferedImage.TYPE_BYTE_INDEXED);
        assertThat(((DataBufferByte) shown.getRaster().getDataBuffer()).getData())
                .isSameAs(image.indices());
        assertThat(shown.getRGB(0, 0, 3, 1, null, 0, 3)).containsExactly(0x80FFFFFF, 0, 0xFF102030);
        assertThat(BufferedImages.toImage(shown)).isEqualTo(image.toImage());
    }
}

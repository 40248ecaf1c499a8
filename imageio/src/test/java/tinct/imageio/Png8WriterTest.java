package tinct.imageio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.Settings;
import tinct.Tinct;
import tinct.codec.PngWriter;
import tinct.image.Image;
import tinct.palette.SplitQuantizer;
import tinct.remap.Bayer;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

/** ImageIO's plug-in "png8", as programs use it; files are read back by the JDK. */
class Png8WriterTest {
    @TempDir
    private Path folder;

    @Test
    void imageIoWritesPng8() throws IOException {
        Path file = folder.resolve("small.png");
        BufferedImage drawing = Fixtures.opaqueDrawing(BufferedImage.TYPE_3BYTE_BGR);
        assertThat(ImageIO.write(drawing, "png8", file.toFile())).isTrue();
        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(((IndexColorModel) read.getColorModel()).getMapSize()).isEqualTo(256);
        assertThat(Fixtures.maxDifference(BufferedImages.toImage(read), Fixtures.opaqueDrawing()))
                .isLessThan(40);
        assertThat(Files.size(file)).isLessThan(Fixtures.encode(drawing, "png").length);
    }

    @Test
    void namesOfPngStayWithTheJdk() {
        for (var writers : List.of(
                ImageIO.getImageWritersByFormatName("png"),
                ImageIO.getImageWritersBySuffix("png"),
                ImageIO.getImageWritersByMIMEType("image/png"))) {
            writers.forEachRemaining(writer -> assertThat(writer).isNotInstanceOf(Png8Writer.class));
        }
        assertThat(ImageIO.getImageWritersBySuffix("png8").next()).isInstanceOf(Png8Writer.class);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_4BYTE_ABGR_PRE,
                BufferedImage.TYPE_USHORT_565_RGB,
                BufferedImage.TYPE_USHORT_555_RGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void fewColorsOfEveryTypeStayAsTheyAre(int type) throws IOException {
        BufferedImage image = new BufferedImage(64, 4, type);
        int bands = image.getRaster().getNumBands();
        for (int x = 0; x < 64; x++) {
            for (int band = 0; band < bands; band++) {
                int most = (1 << image.getSampleModel().getSampleSize(band)) - 1;
                image.getRaster().setSample(x, 2, band, band == 3 ? most : most * ((x + band) % 32) / 31);
            }
        }
        assertThat(writtenAndRead(image, null)).isEqualTo(BufferedImages.toImage(image));
    }

    @Test
    void greyStaysGreyAndIsNotShifted() throws IOException {
        BufferedImage grey = Fixtures.grey(60, 40);
        Image read = writtenAndRead(grey, null);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 60; x++) {
                int level = grey.getRaster().getSample(x, y, 0);
                assertThat(read.argb(x, y)).isEqualTo(0xFF000000 | level * 0x010101);
            }
        }
    }

    @Test
    void customSixteenBitsAreRounded() throws IOException {
        var srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        var model = new ComponentColorModel(srgb, true, false, 3, DataBuffer.TYPE_USHORT);
        var raster = model.createCompatibleWritableRaster(2, 1);
        raster.setPixels(0, 0, 2, 1, new int[] {257 * 7 + 128, 257 * 7 + 129, 65535, 65535, 0, 0, 0, 0});
        BufferedImage image = new BufferedImage(model, raster, false, null);
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_CUSTOM);
        assertThat(writtenAndRead(image, null).pixels()).containsExactly(0xFF0708FF, 0);
    }

    @Test
    void alphaIsKept() throws IOException {
        Image drawing = Fixtures.drawing();
        Image read = writtenAndRead(BufferedImages.of(drawing), null);
        assertThat(read.argb(0, 29) >>> 24).isZero();
        assertThat(Fixtures.maxDifference(
                        new Image(1, 1, new int[] {read.argb(15, 12)}),
                        new Image(1, 1, new int[] {drawing.argb(15, 12)})))
                .isLessThan(24);
    }

    @Test
    void fileIsThatOfTheLibraryWithTheSameSettings() throws IOException {
        Settings settings = Settings.DEFAULT
                .withMaxColors(20)
                .withQuantizer(new SplitQuantizer(tinct.color.ColorSpace.SRGB, tinct.kmeans.Seeding.WU))
                .withDitherer(Bayer.DEFAULT);
        Png8WriteParam param = new Png8WriteParam();
        param.setSettings(settings);
        param.setFileEffort(3);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        PngWriter.write(Tinct.compress(Fixtures.opaqueDrawing(), settings).image(), expected, 3);
        BufferedImage image = Fixtures.opaqueDrawing(BufferedImage.TYPE_INT_RGB);
        assertThat(written(image, param)).isEqualTo(expected.toByteArray());
        assertThatThrownBy(() -> param.setEffort(3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("setSettings");
    }

    @Test
    void settersChangeTheSettings() {
        Png8WriteParam param = new Png8WriteParam();
        assertThat(param.getSettings().ditherer()).isEqualTo(new RateAware(20));
        param.setMaxColors(16);
        param.setSpace(tinct.color.ColorSpace.LINEAR);
        param.setSample(1000);
        param.setEffort(8);
        param.setThreads(1);
        assertThat(param.getSettings().toString())
                .contains(
                        "maxColors=16", "space=LINEAR", "sample=1000", "effort=8", "level=20.0, effort=8", "threads=1");
        param.setLossy(0);
        assertThat(param.getSettings().ditherer()).isEqualTo(new NoDither());
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.5f);
        assertThat(param.getSettings().ditherer()).isEqualTo(new RateAware(50, 8));
        param.setDitherer(new NoDither());
        assertThat(param.getSettings().ditherer()).isEqualTo(new NoDither());
        assertThatThrownBy(() -> param.setFileEffort(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fileEffort must be in 1..9, was 0");
    }

    @Test
    void colorsAreNoMoreThanAsked() throws IOException {
        Png8WriteParam param = new Png8WriteParam();
        param.setMaxColors(5);
        Set<Integer> colors = new HashSet<>();
        for (int argb : writtenAndRead(Fixtures.opaqueDrawing(BufferedImage.TYPE_INT_RGB), param)
                .pixels()) {
            colors.add(argb);
        }
        assertThat(colors).hasSize(5);
    }

    @Test
    void regionAndSubsamplingAreFollowed() throws IOException {
        Png8WriteParam param = new Png8WriteParam();
        param.setSourceRegion(new Rectangle(3, 5, 11, 9));
        param.setSourceSubsampling(2, 3, 1, 0);
        Image read = writtenAndRead(Fixtures.opaqueDrawing(BufferedImage.TYPE_INT_RGB), param);
        assertThat(read.width()).isEqualTo(5);
        assertThat(read.height()).isEqualTo(3);
        Image drawing = Fixtures.opaqueDrawing();
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 5; x++) {
                assertThat(read.argb(x, y)).isEqualTo(drawing.argb(4 + 2 * x, 5 + 3 * y));
            }
        }
        param.setSourceRegion(new Rectangle(100, 100, 5, 5));
        assertThatThrownBy(() -> written(Fixtures.opaqueDrawing(BufferedImage.TYPE_INT_RGB), param))
                .isInstanceOf(IIOException.class);
    }

    @Test
    void listenersHearOfProgress() throws IOException {
        List<String> heard = new ArrayList<>();
        write(Fixtures.opaqueDrawing(BufferedImage.TYPE_INT_RGB), null, (what, percent) -> heard.add(what + percent));
        assertThat(heard)
                .containsExactly("started0.0", "at0.0", "at25.0", "at50.0", "at80.0", "at100.0", "complete100.0");
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 25, 50, 80})
    void abortedWritingLeavesNothing(float at) throws IOException {
        List<String> heard = new ArrayList<>();
        ImageWriter writer = writer();
        byte[] file = write(writer, Fixtures.opaqueDrawing(BufferedImage.TYPE_INT_RGB), null, (what, percent) -> {
            heard.add(what);
            if (what.equals("at") && percent == at) {
                writer.abort();
            }
        });
        assertThat(file).isEmpty();
        assertThat(heard).endsWith("aborted").doesNotContain("complete");
    }

    @Test
    void writerIsOfUseAfterAnAbort() throws IOException {
        ImageWriter writer = writer();
        BufferedImage image = Fixtures.opaqueDrawing(BufferedImage.TYPE_INT_RGB);
        assertThat(write(writer, image, null, (what, percent) -> writer.abort()))
                .isEmpty();
        assertThat(write(writer, image, null, (what, percent) -> {})).isEqualTo(written(image, null));
    }

    @Test
    void pixelsThatAreNoPictureAreRefused() {
        var two = new java.awt.color.ICC_ColorSpace(java.awt.color.ICC_Profile.getInstance(ColorSpace.CS_sRGB)) {
            private static final long serialVersionUID = 1;

            @Override
            public int getNumComponents() {
                return 2;
            }
        };
        var model = new ComponentColorModel(two, new int[] {8, 8}, false, false, 1, DataBuffer.TYPE_BYTE);
        var raster = Raster.createWritableRaster(new BandedSampleModel(DataBuffer.TYPE_BYTE, 1, 1, 2), null);
        BufferedImage image = new BufferedImage(model, raster, false, null);
        assertThat(new Png8WriterSpi().canEncodeImage(new ImageTypeSpecifier(image)))
                .isFalse();
        assertThatThrownBy(() -> written(image, null)).isInstanceOf(IIOException.class);
    }

    private static ImageWriter writer() {
        return ImageIO.getImageWritersByFormatName("png8").next();
    }

    private static Image writtenAndRead(BufferedImage image, @Nullable ImageWriteParam param) throws IOException {
        return BufferedImages.toImage(ImageIO.read(new ByteArrayInputStream(written(image, param))));
    }

    private static byte[] written(BufferedImage image, @Nullable ImageWriteParam param) throws IOException {
        return write(image, param, (what, percent) -> {});
    }

    private static byte[] write(BufferedImage image, @Nullable ImageWriteParam param, Ear ear) throws IOException {
        return write(writer(), image, param, ear);
    }

    private static byte[] write(ImageWriter writer, BufferedImage image, @Nullable ImageWriteParam param, Ear ear)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.removeAllIIOWriteProgressListeners();
            writer.addIIOWriteProgressListener(new Listener(ear));
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        return bytes.toByteArray();
    }

    private interface Ear {
        void hear(String what, float percent);
    }

    private record Listener(Ear ear) implements IIOWriteProgressListener {
        @Override
        public void imageStarted(ImageWriter source, int index) {
            ear.hear("started", index);
        }

        @Override
        public void imageProgress(ImageWriter source, float percent) {
            ear.hear("at", percent);
        }

        @Override
        public void imageComplete(ImageWriter source) {
            ear.hear("complete", 100);
        }

        @Override
        public void writeAborted(ImageWriter source) {
            ear.hear("aborted", 0);
        }

        @Override
        public void thumbnailStarted(ImageWriter source, int index, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageWriter source, float percent) {}

        @Override
        public void thumbnailComplete(ImageWriter source) {}
    }
}

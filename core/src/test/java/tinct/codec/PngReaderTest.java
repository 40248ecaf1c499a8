package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.image.Image;
import tinct.image.Palette;
import tinct.image.PixelRows.RowReader;
import tinct.reference.ImageIoPng;
import tinct.reference.NaivePng;

@Tag("slow")
final class PngReaderTest {
    private static final long SEED = 20260101;
    private static final long LIMIT = 1_000_000;

    @Test
    void everyKindGivesTheSamplesThatWereWritten() throws IOException {
        for (NaivePng png : RandomPngs.all(SEED)) {
            PngReader reader = PngReader.of(png.bytes(), LIMIT);
            assertThat(Image.copyOf(reader).pixels())
                    .as("seed %d, %s, filter %d, interlaced %s", SEED, reader.kind(), png.filter(), png.interlaced())
                    .isEqualTo(png.expected());
            assertThat(reader.width()).isEqualTo(png.width());
            assertThat(reader.height()).isEqualTo(png.height());
            assertThat(reader.bitDepth()).isEqualTo(png.depth());
            assertThat(reader.interlaced()).isEqualTo(png.interlaced());
        }
    }

    @Test
    void everyKindIsReadAsImageIoReadsIt() throws IOException {
        for (NaivePng png : RandomPngs.all(SEED + 1)) {
            if (png.type() == 0 && png.depth() < 8 && png.transparency().length > 0) {
                continue; // not a mistake: ImageIO scales these samples to 8 bits before it compares them with tRNS
            }
            byte[] file = png.bytes();
            PngReader reader = PngReader.of(file, LIMIT);
            assertThat(visible(Image.copyOf(reader).pixels()))
                    .as("seed %d, %s, filter %d", SEED + 1, reader.kind(), png.filter())
                    .isEqualTo(visible(ImageIoPng.argb(ImageIoPng.read(file))));
        }
    }

    /** Without the colours under full transparency, which a reader may choose. */
    private static int[] visible(int[] argb) {
        return Arrays.stream(argb).map(Palette::visible).toArray();
    }

    @Test
    void all65536LevelsRoundToTheNearest() throws IOException {
        int[] samples = new int[1 << 16];
        Arrays.setAll(samples, i -> i);
        NaivePng png = new NaivePng(256, 256, 16, 0, false, 1, samples, new byte[0], new byte[0]);
        int[] argb = Image.copyOf(PngReader.of(png.bytes(), LIMIT)).pixels();
        for (int i = 0; i < argb.length; i++) {
            assertThat(Math.abs((argb[i] & 0xFF) * 257 - i)).as("level %d", i).isLessThanOrEqualTo(128);
        }
    }

    @Test
    void transparencyOf16BitsIsComparedBeforeRounding() throws IOException {
        int[] samples = {0x1234, 0x1235, 0x1233};
        NaivePng png = new NaivePng(3, 1, 16, 0, false, 0, samples, new byte[0], new byte[] {0x12, 0x34});
        int[] argb = Image.copyOf(PngReader.of(png.bytes(), LIMIT)).pixels();
        assertThat(argb).containsExactly(0x00121212, 0xFF121212, 0xFF121212);
    }

    @Test
    void onlyTheLowBitsOfTransparencyCount() throws IOException {
        NaivePng png = new NaivePng(2, 1, 4, 0, false, 0, new int[] {5, 6}, new byte[0], new byte[] {0x12, 0x35});
        assertThat(Image.copyOf(PngReader.of(png.bytes(), LIMIT)).pixels()).containsExactly(0x00555555, 0xFF666666);
    }

    @Test
    void kindsAreNamed() throws IOException {
        List<String> kinds = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int[] kind : RandomPngs.KINDS) {
            NaivePng png = RandomPngs.of(random, kind, 2, 2, false, 0, false);
            kinds.add(PngReader.of(png.bytes(), LIMIT).kind());
        }
        assertThat(kinds)
                .containsExactly(
                        "1-bit grey",
                        "2-bit grey",
                        "4-bit grey",
                        "8-bit grey",
                        "16-bit grey",
                        "8-bit RGB",
                        "16-bit RGB",
                        "1-bit palette",
                        "2-bit palette",
                        "4-bit palette",
                        "8-bit palette",
                        "8-bit grey + alpha",
                        "16-bit grey + alpha",
                        "8-bit RGBA",
                        "16-bit RGBA");
    }

    @Test
    void readersAreIndependentAndRepeatable(@TempDir Path folder) throws IOException {
        for (boolean interlaced : new boolean[] {false, true}) {
            NaivePng png = RandomPngs.of(new SplittableRandom(SEED), new int[] {2, 8}, 20, 30, interlaced, -1, false);
            Path file = Files.write(folder.resolve(interlaced + ".png"), png.bytes());
            PngReader reader = PngReader.open(file, LIMIT);
            int[] first = new int[20];
            int[] second = new int[25]; // longer rows are allowed
            try (RowReader a = reader.open();
                    RowReader b = reader.open()) {
                for (int y = 0; y < 30; y++) {
                    a.readRow(first);
                    b.readRow(second);
                    assertThat(second).startsWith(first);
                    assertThat(first).isEqualTo(Arrays.copyOfRange(png.expected(), y * 20, y * 20 + 20));
                }
                assertThatThrownBy(() -> a.readRow(first)).isInstanceOf(IllegalStateException.class);
            }
            assertThat(Image.copyOf(reader).pixels()).isEqualTo(png.expected());
        }
    }

    @Test
    void imageDataMayBeSplitAnywhere() throws IOException {
        NaivePng png = RandomPngs.of(new SplittableRandom(SEED), new int[] {6, 8}, 9, 7, false, -1, false);
        byte[] data = NaivePng.zip(png.scanlines());
        List<byte[]> chunks = new ArrayList<>(List.of(NaivePng.chunk("IHDR", png.header()), NaivePng.chunk("IDAT")));
        for (byte b : data) {
            chunks.add(NaivePng.chunk("IDAT", b));
        }
        chunks.add(NaivePng.chunk("IDAT"));
        chunks.add(NaivePng.chunk("tEXt", (byte) 'k', (byte) 0, (byte) 'v'));
        chunks.add(NaivePng.chunk("IEND"));
        byte[] file = NaivePng.file(chunks);
        assertThat(Image.copyOf(PngReader.of(file, LIMIT)).pixels()).isEqualTo(png.expected());
        byte[] longer = Arrays.copyOf(file, file.length + 10); // what stands behind IEND does not matter
        assertThat(Image.copyOf(PngReader.of(longer, LIMIT)).pixels()).isEqualTo(png.expected());
    }

    @Test
    void colourChunksChangeNothingAndAreHandedOut() throws IOException {
        NaivePng png = RandomPngs.of(new SplittableRandom(SEED), new int[] {2, 8}, 4, 4, false, 0, false);
        byte[] profile = new byte[100_000];
        byte[] zipped = NaivePng.zip(profile);
        byte[] icc = new byte[zipped.length + 6];
        System.arraycopy("name\0\0".getBytes(StandardCharsets.ISO_8859_1), 0, icc, 0, 6);
        System.arraycopy(zipped, 0, icc, 6, zipped.length);
        List<byte[]> chunks = new ArrayList<>(png.chunks());
        chunks.add(1, NaivePng.chunk("gAMA", (byte) 0, (byte) 1, (byte) 0x86, (byte) 0xA0)); // 1.0
        chunks.add(2, NaivePng.chunk("cHRM", new byte[32]));
        chunks.add(3, NaivePng.chunk("iCCP", icc));
        chunks.add(4, NaivePng.chunk("cICP", (byte) 9, (byte) 16, (byte) 0, (byte) 1));
        PngReader reader = PngReader.of(NaivePng.file(chunks), LIMIT);
        assertThat(reader.iccProfile()).contains(profile);
        assertThat(reader.cicp()).contains(new byte[] {9, 16, 0, 1});
        assertThat(Image.copyOf(reader).pixels()).isEqualTo(png.expected());
        PngReader plain = PngReader.of(png.bytes(), LIMIT);
        assertThat(plain.iccProfile()).isEmpty();
        assertThat(plain.cicp()).isEmpty();
    }

    @Test
    void sharedPicturesAreReadAsImageIoReadsThem() throws IOException {
        Path folder = Path.of(System.getProperty("tinct.root"), "..", "shared", "images");
        if (!Files.isDirectory(folder)) {
            System.out.println("PngReaderTest: no shared pictures at " + folder + ", only made ones were read");
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < files.size(); i += 3) {
            Path file = files.get(i);
            PngReader reader = PngReader.open(file, Long.MAX_VALUE);
            int[] expected = ImageIoPng.argb(ImageIoPng.read(Files.readAllBytes(file)));
            assertThat(Arrays.equals(visible(Image.copyOf(reader).pixels()), visible(expected)))
                    .as("%s, %s", file.getFileName(), reader.kind())
                    .isTrue();
        }
    }
}

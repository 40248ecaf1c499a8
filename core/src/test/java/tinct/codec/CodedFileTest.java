package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.Settings;
import tinct.Tinct;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.internal.packed.BroadModel;
import tinct.internal.packed.LabelModel;
import tinct.internal.packed.Logistic;
import tinct.internal.packed.PackedModel;
import tinct.reference.Pictures;
import tinct.remap.FloydSteinberg;
import tinct.samples.Samples;

@Tag("slow")
final class CodedFileTest {
    private static final long SEED = 29;
    private static final long LIMIT = 100_000;
    private static final int FLAGS = 8; // where they are in a file with sides up to 128
    private static final String EXAMPLE = "89544E4354 02 0F 0F 02 01 E87EED542C0A9278";

    private static byte[] write(IndexedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackedWriter.write(image, out);
        return out.toByteArray();
    }

    /** The file of the broad model, even where it is not the smallest. */
    private static byte[] writeBroadly(IndexedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(PackedWriter.header(image, Packed.CODED | Packed.BROAD));
        out.write(Objects.requireNonNull(PackedCode.write(image, true, Long.MAX_VALUE)));
        return signed(out.toByteArray());
    }

    private static IndexedImage photo(int width, int height, int colors, boolean dithered) {
        Settings settings = Settings.DEFAULT.withMaxColors(colors).withThreads(1);
        return Tinct.compress(
                        Pictures.photo(SEED, width, height),
                        dithered ? settings.withDitherer(new FloydSteinberg(1)) : settings)
                .image();
    }

    /** A picture of eight by eight tiles of which two look alike, in random places. */
    private static IndexedImage tiles(int width, int height, int entries, boolean alpha) {
        SplittableRandom random = new SplittableRandom(SEED);
        Palette palette = RandomIndexed.of(random, 1, 1, entries, alpha).palette();
        byte[] tile = RandomIndexed.of(random, 8, 8, entries, false).indices();
        boolean[] turned = new boolean[(width / 8 + 1) * (height / 8 + 1)];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = random.nextBoolean();
        }
        byte[] indices = new byte[width * height];
        for (int p = 0; p < indices.length; p++) {
            int x = p % width;
            int y = p / width;
            int at = y % 8 * 8 + x % 8;
            indices[p] = tile[turned[y / 8 * (width / 8 + 1) + x / 8] ? 63 - at : at];
        }
        return new IndexedImage(width, height, palette, indices);
    }

    private static void assertCodedAndReadBack(IndexedImage image, String what) throws IOException {
        byte[] file = write(image);
        assertThat((long) file.length).as(what).isLessThan(PackedSize.of(image).fileBytes());
        assertReadBack(image, file, what);
        assertReadBack(image, writeBroadly(image), what + " by the broad model");
    }

    private static void assertReadBack(IndexedImage image, byte[] file, String what) throws IOException {
        IndexedImage read = PackedReader.read(new ByteArrayInputStream(file), image.pixelCount());
        assertThat(read).as(what).isEqualTo(image);
        assertThat(NaiveTinct.read(file)).as(what).isEqualTo(image.toImage());
    }

    @Test
    void photographsAreReadBackByADecoderMadeOfTheDocument() throws IOException {
        for (int colors : new int[] {2, 7, 16, 40, 256}) {
            assertCodedAndReadBack(photo(71, 50, colors, false), colors + " plain");
            assertCodedAndReadBack(photo(60, 41, colors, true), colors + " dithered");
        }
    }

    @Test
    void repeatedTilesAreReadBackAndTakeLittle() throws IOException {
        for (int entries : new int[] {2, 5, 65}) {
            assertCodedAndReadBack(tiles(70, 50, entries, true), entries + " with alpha");
            assertCodedAndReadBack(tiles(50, 60, entries, false), entries + " opaque");
        }
        IndexedImage image = tiles(320, 320, 64, false);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(image, png);
        assertThat(write(image).length).isLessThan(png.size());
    }

    @Test
    void samplesAreReadBack() throws IOException {
        for (String name : new String[] {"badge", "diagram", "grey", "tiny"}) {
            Image whole = Samples.image(name);
            IndexedImage image =
                    Tinct.compress(whole, Settings.DEFAULT.withMaxColors(32)).image();
            IndexedImage read = PackedReader.read(new ByteArrayInputStream(write(image)), image.pixelCount());
            assertThat(read).as(name).isEqualTo(image);
        }
    }

    @Test
    void anyShapeIsReadBack() throws IOException {
        int[][] sizes = {{1, 1}, {1, 900}, {900, 1}, {2, 400}, {3, 300}, {4096, 2}, {4097, 2}};
        for (int[] size : sizes) {
            IndexedImage image = photo(size[0], size[1], 9, false);
            String what = size[0] + " x " + size[1];
            assertReadBack(image, write(image), what);
            assertReadBack(image, writeBroadly(image), what + " by the broad model");
        }
    }

    @Test
    void theHighestEffortWritesTheSmallerOfBothModels() throws IOException {
        boolean[] broad = new boolean[2];
        for (int side : new int[] {8, 260}) {
            IndexedImage image = photo(side, side, 16, false);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PackedWriter.write(image, 9, out);
            int smaller = Math.min(write(image).length, writeBroadly(image).length);
            assertThat(out.size()).as("%d columns", side).isEqualTo(smaller);
            assertReadBack(image, out.toByteArray(), side + " columns");
            broad[(out.toByteArray()[side < 128 ? FLAGS : FLAGS + 2] & Packed.BROAD) / Packed.BROAD] = true;
        }
        assertThat(broad).containsExactly(true, true);
    }

    @Test
    void theCodedExampleOfTheDocumentIsWrittenAndRead() throws IOException {
        byte[] indices = new byte[256];
        for (int p = 0; p < indices.length; p++) {
            indices[p] = (byte) (p % 16 < p / 16 ? 1 : 0);
        }
        IndexedImage image = new IndexedImage(16, 16, new Palette(0xFF000000, 0xFFFFFFFF), indices);
        byte[] example = signed(HexFormat.of().parseHex(EXAMPLE.replace(" ", "")));
        assertThat(HexFormat.of().formatHex(write(image)))
                .isEqualTo(HexFormat.of().formatHex(example));
        assertThat(NaiveTinct.read(example)).isEqualTo(image.toImage());
    }

    @Test
    void everyCutOrChangedFileIsBrokenOrAnotherPicture() throws IOException {
        IndexedImage image = photo(24, 20, 16, false);
        byte[] file = write(image);
        assertThat(file[FLAGS]).isEqualTo((byte) Packed.CODED);
        assertBrokenOrAnother(file);
        assertBrokenOrAnother(writeBroadly(image));
    }

    private static void assertBrokenOrAnother(byte[] file) {
        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> PackedReader.read(new ByteArrayInputStream(cut), LIMIT))
                    .isInstanceOf(CodecException.class);
            readsOrRefuses(signed(cut));
        }
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2000; i++) {
            byte[] changed = Arrays.copyOf(file, file.length - 4);
            for (int j = 0; j <= i % 4; j++) {
                changed[5 + random.nextInt(changed.length - 5)] = (byte) random.nextInt(256);
            }
            readsOrRefuses(signed(changed));
        }
    }

    /** Nothing else than a picture or a CodecException comes of the file. */
    private static void readsOrRefuses(byte[] file) {
        try {
            IndexedImage image = PackedReader.read(new ByteArrayInputStream(file), LIMIT);
            assertThat(image.pixelCount()).isLessThanOrEqualTo(LIMIT);
        } catch (CodecException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "null");
        } catch (Exception e) {
            fail("another exception than CodecException: " + HexFormat.of().formatHex(file), e);
        }
    }

    private static byte[] signed(byte[] start) {
        CRC32 crc = new CRC32();
        crc.update(start);
        byte[] file = Arrays.copyOf(start, start.length + 4);
        for (int i = 0; i < 4; i++) {
            file[start.length + i] = (byte) (crc.getValue() >> (24 - 8 * i));
        }
        return file;
    }

    @Test
    void aShortFileThatClaimsToBeLargeEndsEarly() {
        byte[] file = signed(
                HexFormat.of().parseHex("89544E4354 02 FFFF01 FFFF01 02 FF".replace(" ", "") + "5A".repeat(600)));
        assertThatThrownBy(() -> PackedReader.read(new ByteArrayInputStream(file), 1 << 30))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("ends too early");
        assertThatThrownBy(() -> PackedReader.read(new ByteArrayInputStream(file), (1 << 30) - 1))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("more than the limit");
    }

    @Test
    void labelsOutsideThePaletteAreRefused() throws IOException {
        // Models of four entries, of which a reader knows three.
        int[] known = {0xFF000000, 0xFF000010, 0xFF000020};
        int[] four = {known[0], known[1], known[2], 0xFFFFFFFF};
        int pixels = 65 * 65;
        for (boolean broad : new boolean[] {false, true}) {
            BitEncoder coder = new BitEncoder();
            new PaletteCode(coder).code(known, false);
            LabelModel model = broad ? new BroadModel(65, four, pixels) : new PackedModel(65, four, pixels);
            model.look(new byte[pixels], 0, 0);
            model.code(3, coder);
            byte[] file = signed(HexFormat.of()
                    .parseHex("89544E4354 02 40 40".replace(" ", "")
                            + (broad ? "06" : "02")
                            + "02"
                            + HexFormat.of().formatHex(coder.finish())
                            + "00".repeat(600)));
            assertThatThrownBy(() -> PackedReader.read(new ByteArrayInputStream(file), LIMIT))
                    .isInstanceOf(CodecException.class)
                    .hasMessage("broken TINCT: a label is outside a palette of 3 entries");
        }
    }

    @Test
    void noTableDependsOnTheLastDigitsOfALibrary() {
        char[] squash = Logistic.squashes();
        for (int x = -Logistic.LIMIT; x < Logistic.LIMIT; x++) {
            double exact = 65536 / (1 + Math.exp(-x / 256.0));
            assertThat(Math.abs(exact - Math.floor(exact) - 0.5)).isGreaterThan(1e-5);
            assertThat((int) squash[x + Logistic.LIMIT]).isEqualTo((int)
                    Math.max(16, Math.min(65520, Math.floor(exact + 0.5))));
        }
        short[] stretch = Logistic.stretches();
        for (int i = 0; i < stretch.length; i++) {
            double exact = 256 * Math.log((i + 0.5) / (4095.5 - i));
            assertThat(Math.abs(exact - Math.floor(exact) - 0.5)).isGreaterThan(1e-5);
            assertThat((int) stretch[i]).isEqualTo((int) Math.floor(exact + 0.5));
        }
    }
}

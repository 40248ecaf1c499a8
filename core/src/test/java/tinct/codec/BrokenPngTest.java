package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.image.Image;
import tinct.reference.NaivePng;

@Tag("slow")
final class BrokenPngTest {
    private static final long LIMIT = 10_000;
    private static final byte[] NONE = {};

    /** 2-bit palette of three entries, 5 x 4. */
    private static final NaivePng PALETTE =
            new NaivePng(5, 4, 2, 3, false, -1, new int[20], new byte[9], new byte[] {1});

    private static final NaivePng RGB = RandomPngs.of(new SplittableRandom(1), new int[] {2, 8}, 6, 5, false, -1, true);

    private static Image read(byte[] file) throws CodecException {
        try {
            return Image.copyOf(PngReader.of(file, LIMIT));
        } catch (CodecException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "null");
            throw e;
        } catch (Exception e) {
            return fail("another exception than CodecException", e);
        }
    }

    private static AbstractThrowableAssert<?, ?> assertBroken(byte[] file) {
        return assertThatThrownBy(() -> read(file)).isInstanceOf(CodecException.class);
    }

    private static AbstractThrowableAssert<?, ?> assertBrokenChunks(byte[]... chunks) {
        return assertBroken(NaivePng.file(List.of(chunks)));
    }

    private static List<NaivePng> everyKind() {
        List<NaivePng> pictures = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int[] kind : RandomPngs.KINDS) {
            pictures.add(RandomPngs.of(random, kind, 5, 3, false, -1, kind[0] < 4));
            pictures.add(RandomPngs.of(random, kind, 4, 4, true, -1, false));
        }
        return pictures;
    }

    @Test
    void aFileCutAtAnyByteIsBroken() {
        for (NaivePng png : everyKind()) {
            byte[] file = png.bytes();
            for (int length = 0; length < file.length; length++) {
                assertBroken(Arrays.copyOf(file, length));
            }
        }
    }

    @Test
    void aFileWithAnyBitFlippedIsBrokenBecauseOfItsChecksums() {
        for (NaivePng png : everyKind()) {
            byte[] file = png.bytes();
            for (int bit = 0; bit < 8 * file.length; bit++) {
                byte[] flipped = file.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertBroken(flipped);
            }
        }
    }

    @Test
    void damageUnderRightChecksumsGivesAPictureOrACodecException() {
        int pictures = 0;
        int errors = 0;
        for (NaivePng png : everyKind()) {
            List<byte[]> chunks = png.chunks();
            for (int c = 0; c < chunks.size(); c++) {
                byte[] chunk = chunks.get(c);
                for (int bit = 0; bit < 8 * (chunk.length - 12); bit++) {
                    byte[] data = Arrays.copyOfRange(chunk, 8, chunk.length - 4);
                    data[bit / 8] ^= (byte) (1 << bit % 8);
                    String type = new String(chunk, 4, 4, StandardCharsets.ISO_8859_1);
                    List<byte[]> changed = new ArrayList<>(chunks);
                    changed.set(c, NaivePng.chunk(type, data));
                    try {
                        read(NaivePng.file(changed));
                        pictures++;
                    } catch (CodecException e) {
                        errors++;
                    }
                }
            }
        }
        assertThat(pictures).isPositive(); // other palette entries, for instance
        assertThat(errors).isPositive();
    }

    @Test
    void randomBytesBehindTheSignatureAreBroken() {
        for (long seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] file = new byte[8 + random.nextInt(80)];
            random.nextBytes(file);
            System.arraycopy(PALETTE.bytes(), 0, file, 0, 8);
            assertBroken(file);
        }
    }

    @Test
    void whatIsNoPngIsSaid() {
        assertBroken(NONE).hasMessage("broken PNG: the file is empty");
        assertBroken("hello, this is text".getBytes(StandardCharsets.US_ASCII))
                .hasMessage("broken PNG: the file does not begin with the signature of PNG (at byte 0)");
    }

    @Test
    void missingChunksAreNamed() {
        List<byte[]> chunks = PALETTE.chunks(); // IHDR PLTE tRNS IDAT IEND
        assertBroken(NaivePng.file(List.of())).hasMessageContaining("without an IEND");
        assertBrokenChunks(chunks.get(4)).hasMessageContaining("the first chunk is IEND instead of IHDR");
        assertBrokenChunks(chunks.get(0), chunks.get(3), chunks.get(4)).hasMessageContaining("no PLTE");
        assertBrokenChunks(chunks.get(0), chunks.get(1), chunks.get(4)).hasMessageContaining("no IDAT");
        assertBrokenChunks(chunks.get(0), chunks.get(1), chunks.get(3)).hasMessageContaining("without an IEND");
    }

    @Test
    void chunksOutOfPlaceAreNamed() {
        List<byte[]> chunks = PALETTE.chunks();
        byte[] header = chunks.get(0);
        byte[] palette = chunks.get(1);
        byte[] transparency = chunks.get(2);
        byte[] data = chunks.get(3);
        byte[] end = chunks.get(4);
        byte[] text = NaivePng.chunk("tEXt", (byte) 'a', (byte) 0);
        assertBrokenChunks(header, header, palette, data, end).hasMessageContaining("IHDR appears twice");
        assertBrokenChunks(header, palette, palette, data, end).hasMessageContaining("PLTE appears twice");
        assertBrokenChunks(header, transparency, palette, data, end).hasMessageContaining("tRNS comes before PLTE");
        assertBrokenChunks(header, palette, data, transparency, end)
                .hasMessageContaining("tRNS comes after the image data");
        assertBrokenChunks(header, palette, data, text, data, end).hasMessageContaining("IDAT does not follow");
        assertBrokenChunks(header, palette, data, data, end).hasMessageContaining("follow the end of the image data");
        assertBrokenChunks(header, palette, data, NaivePng.chunk("IEND", (byte) 1))
                .hasMessageContaining("IEND has 1 bytes");
        assertBrokenChunks(RGB.chunks().get(0), RGB.chunks().get(1), palette, data, end)
                .hasMessageContaining("PLTE comes after tRNS");
    }

    @Test
    void chunksOfWrongLengthAreNamed() {
        byte[] header = PALETTE.chunks().get(0);
        assertBrokenChunks(NaivePng.chunk("IHDR", new byte[12])).hasMessageContaining("12 bytes instead of 13");
        assertBrokenChunks(NaivePng.chunk("IHDR", new byte[14])).hasMessageContaining("14 bytes");
        assertBrokenChunks(header, NaivePng.chunk("PLTE")).hasMessageContaining("PLTE has 0 bytes");
        assertBrokenChunks(header, NaivePng.chunk("PLTE", new byte[7])).hasMessageContaining("PLTE has 7 bytes");
        assertBrokenChunks(header, NaivePng.chunk("PLTE", new byte[15]))
                .hasMessageContaining("PLTE has 5 entries, more than 4");
        assertBrokenChunks(header, PALETTE.chunks().get(1), NaivePng.chunk("tRNS", new byte[4]))
                .hasMessageContaining("tRNS has 4 entries for a palette of 3");
        assertBrokenChunks(RGB.chunks().get(0), NaivePng.chunk("tRNS", new byte[2]))
                .hasMessageContaining("tRNS has 2 bytes instead of 6");
        assertBrokenChunks(RGB.chunks().get(0), NaivePng.chunk("cICP", new byte[3]))
                .hasMessageContaining("cICP has 3 bytes instead of 4");
        assertBrokenChunks(header(5, 4, 8, 6), NaivePng.chunk("tRNS", new byte[6]))
                .hasMessageContaining("tRNS is not allowed for RGBA");
    }

    @Test
    void unknownCriticalChunksAreRefusedAndOthersSkipped() throws CodecException {
        List<byte[]> chunks = new ArrayList<>(PALETTE.chunks());
        chunks.add(3, NaivePng.chunk("abCd", new byte[200_000]));
        chunks.add(NaivePng.chunk("zzZz"));
        assertThat(read(NaivePng.file(chunks)).pixels()).isEqualTo(PALETTE.expected());
        chunks.add(3, NaivePng.chunk("ABCD"));
        assertBroken(NaivePng.file(chunks)).hasMessageContaining("ABCD is unknown and must not be ignored");
        chunks.set(3, NaivePng.chunk("ab1d"));
        assertBroken(NaivePng.file(chunks)).hasMessageContaining("not four letters");
    }

    @Test
    void wrongChecksumsAreNamedInAnyChunk() {
        List<byte[]> chunks = new ArrayList<>(PALETTE.chunks());
        chunks.add(1, NaivePng.chunk("tEXt", (byte) 'a', (byte) 0));
        for (int i = 0; i < chunks.size(); i++) {
            byte[] right = chunks.get(i);
            byte[] wrong = right.clone();
            wrong[wrong.length - 1]++;
            chunks.set(i, wrong);
            String type = new String(right, 4, 4, StandardCharsets.ISO_8859_1);
            assertBroken(NaivePng.file(chunks)).hasMessageContaining("chunk " + type + " has a wrong checksum");
            chunks.set(i, right);
        }
    }

    @Test
    void impossibleHeadersAreSaid() {
        assertBrokenChunks(header(0, 5, 8, 2)).hasMessageContaining("are 0 x 5");
        assertBrokenChunks(header(5, 0, 8, 2)).hasMessageContaining("are 5 x 0");
        assertBrokenChunks(header(-1, 5, 8, 2)).hasMessageContaining("are 4294967295 x 5");
        assertBrokenChunks(header(5, 5, 8, 1)).hasMessageContaining("no colour type 1");
        assertBrokenChunks(header(5, 5, 16, 3)).hasMessageContaining("16 bits is not allowed for palette");
        assertBrokenChunks(header(5, 5, 3, 0)).hasMessageContaining("3 bits is not allowed for grey");
        assertBrokenChunks(header(5, 5, 4, 6)).hasMessageContaining("4 bits is not allowed for RGBA");
        assertBrokenChunks(NaivePng.chunk("IHDR", NaivePng.header(5, 5, 8, 2, 2)))
                .hasMessageContaining("interlacing 2");
        byte[] lengthless = ByteBuffer.allocate(8)
                .putInt(-1)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .array();
        assertBrokenChunks(lengthless).hasMessageContaining("impossible length of 4294967295");
    }

    private static byte[] header(int width, int height, int depth, int type) {
        return NaivePng.chunk("IHDR", NaivePng.header(width, height, depth, type, 0));
    }

    @Test
    void everyAllowedDepthAndNoOtherIsTaken() {
        for (int type = 0; type < 256; type++) {
            for (int depth = 0; depth < 256; depth++) {
                int[] kind = {type, depth};
                boolean allowed = Arrays.stream(RandomPngs.KINDS).anyMatch(k -> Arrays.equals(k, kind));
                assertBrokenChunks(header(1, 1, depth, type))
                        .as("type %d depth %d", type, depth)
                        .hasMessageMatching(allowed ? ".*without an IEND.*" : ".*(no colour type|not allowed for).*");
            }
        }
    }

    @Test
    void sizesBeyondTheLimitAreRefusedBeforeAnythingElseIsRead() {
        assertBrokenChunks(header(2147483647, 2147483647, 16, 6))
                .hasMessage("the PNG of 2147483647 x 2147483647 has 4,611,686,014,132,420,609 pixels,"
                        + " more than the limit of 10,000");
        assertBrokenChunks(header(101, 100, 1, 0)).hasMessageContaining("10,100 pixels, more than the limit of 10,000");
    }

    @Test
    void sizesThatTheFileCannotHoldTakeNoMemory() {
        for (int interlace = 0; interlace <= 1; interlace++) {
            for (int[] size :
                    new int[][] {{2147483647, 2147483647}, {1, 2147483647}, {2147483647, 1}, {60000, 20000}}) {
                byte[] header = NaivePng.chunk("IHDR", NaivePng.header(size[0], size[1], 8, 6, interlace));
                byte[] file = NaivePng.file(
                        List.of(header, RGB.chunks().get(2), RGB.chunks().get(3)));
                assertThatThrownBy(() -> PngReader.of(file, Long.MAX_VALUE))
                        .isInstanceOf(CodecException.class)
                        .hasMessageMatching(".*(too long to read|does not fit in memory|cannot hold).*");
            }
        }
    }

    @Test
    void tooLittleAndTooMuchImageDataIsSaid() {
        byte[] lines = RGB.scanlines();
        assertBroken(withData(NaivePng.zip(Arrays.copyOf(lines, lines.length - 1))))
                .hasMessageContaining("too little");
        assertBroken(withData(NaivePng.zip(NONE))).hasMessageContaining("too little");
        assertBroken(withData(NONE)).hasMessageContaining("too little");
        assertBroken(withData(NaivePng.zip(Arrays.copyOf(lines, lines.length + 1))))
                .hasMessageContaining("too much");
        byte[] zip = NaivePng.zip(lines);
        assertBroken(withData(Arrays.copyOf(zip, zip.length - 1))).hasMessageContaining("the image data has no end");
        assertBroken(withData(Arrays.copyOf(zip, zip.length + 3)))
                .hasMessageContaining("3 bytes follow the end of the image data");
        byte[] adler = zip.clone();
        adler[adler.length - 1]++;
        assertBroken(withData(adler)).hasMessageContaining("incorrect data check");
    }

    @Test
    void unknownFiltersAreSaid() {
        byte[] lines = RGB.scanlines();
        for (int filter : new int[] {5, 128, 255}) {
            lines[0] = (byte) filter;
            assertBroken(withData(NaivePng.zip(lines))).hasMessageContaining("no row filter " + filter);
        }
    }

    private static byte[] withData(byte[] data) {
        List<byte[]> chunks = RGB.chunks(); // IHDR tRNS IDAT IEND
        chunks.set(2, NaivePng.chunk("IDAT", data));
        return NaivePng.file(chunks);
    }

    @Test
    void indicesOutsideThePaletteAreNamed() {
        int[] samples = new int[20];
        samples[7] = 3;
        byte[] file = new NaivePng(5, 4, 2, 3, false, 0, samples, new byte[9], NONE).bytes();
        assertBroken(file).hasMessageContaining("palette index 3 is outside a palette of 3 entries");
        samples[7] = 255;
        byte[] deep = new NaivePng(5, 4, 8, 3, true, 0, samples, new byte[765], NONE).bytes();
        assertBroken(deep).hasMessageContaining("palette index 255 is outside a palette of 255 entries");
    }

    @Test
    void animationsAreRefused() {
        assertBrokenChunks(RGB.chunks().get(0), NaivePng.chunk("acTL", new byte[8]))
                .hasMessage("the PNG is an animation (APNG); only still pictures are read");
    }

    @Test
    void profilesAreBoundedAndChecked() {
        byte[] header = RGB.chunks().get(0);
        assertBrokenChunks(header, profile("n\0\0", NaivePng.zip(new byte[(1 << 24) + 1])))
                .hasMessageContaining("a profile of more than 16777216 bytes");
        byte[] zip = NaivePng.zip(new byte[100]);
        assertBrokenChunks(header, profile("n\0\0", Arrays.copyOf(zip, zip.length - 5)))
                .hasMessageContaining("damaged profile");
        zip[2] ^= 0x55;
        assertBrokenChunks(header, profile("n\0\0", zip)).hasMessageContaining("damaged profile");
        for (String start : new String[] {"", "\0\0", "name", "name\0", "name\0\1", "n".repeat(80) + "\0\0"}) {
            assertBrokenChunks(header, profile(start, NONE)).hasMessageContaining("no valid name");
        }
        byte[] sound = profile("n\0\0", NaivePng.zip(new byte[9]));
        assertBrokenChunks(header, sound, sound).hasMessageContaining("iCCP appears twice");
    }

    private static byte[] profile(String start, byte[] zip) {
        byte[] name = start.getBytes(StandardCharsets.ISO_8859_1);
        byte[] data = Arrays.copyOf(name, name.length + zip.length);
        System.arraycopy(zip, 0, data, name.length, zip.length);
        return NaivePng.chunk("iCCP", data);
    }
}

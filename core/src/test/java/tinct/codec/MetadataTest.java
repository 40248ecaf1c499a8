package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.reference.NaivePng;

final class MetadataTest {
    private static final IndexedImage IMAGE =
            new IndexedImage(3, 1, new Palette(0, 0xFF102030, 0xFFFFFFFF), new byte[] {0, 1, 2});
    private static final byte[] PROFILE = "not a profile, but bytes".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void chunksOfAFileAreThoseThatWereWritten() throws IOException {
        Metadata all = new Metadata(List.of(
                Metadata.icc(PROFILE),
                new Metadata.Chunk("tEXt", new byte[] {'a', 0, 'b'}),
                Metadata.exif(new byte[] {'M', 'M', 0, 42}),
                Metadata.xmp(new byte[] {'<', '>'})));
        Metadata read = Metadata.ofPng(written(all));
        assertThat(types(read)).containsExactly("iCCP", "tEXt", "eXIf", "iTXt");
        assertThat(read.iccProfile()).contains(PROFILE);
        assertThat(read.find("tEXt")).contains(new byte[] {'a', 0, 'b'});
        assertThat(read.xmpPacket()).contains(new byte[] {'<', '>'});
        PngReader png = PngReader.open(folder.resolve("a.png"), 100);
        assertThat(png.iccProfile()).contains(PROFILE);
        assertThat(Image.copyOf(png)).isEqualTo(IMAGE.toImage());
    }

    @Test
    void nothingIsTheSameAsNoMetadata() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        PngWriter.write(IMAGE, plain);
        assertThat(Files.readAllBytes(written(Metadata.NONE))).isEqualTo(plain.toByteArray());
        assertThat(Metadata.ofPng(folder.resolve("a.png")).isEmpty()).isTrue();
    }

    @Test
    void chunksThatPixelsOrPalettesAreNeededForAreLeft() throws IOException {
        List<byte[]> chunks = List.of(
                NaivePng.chunk("IHDR", NaivePng.header(1, 1, 8, 0, 0)),
                NaivePng.chunk("gAMA", new byte[4]),
                NaivePng.chunk("gAMA", new byte[4]),
                NaivePng.chunk("bKGD", new byte[2]),
                NaivePng.chunk("hIST", new byte[2]),
                NaivePng.chunk("sBIT", new byte[1]),
                NaivePng.chunk("sPLT", new byte[9]),
                NaivePng.chunk("fcTL", new byte[26]),
                NaivePng.chunk("prIv", new byte[2]),
                NaivePng.chunk("prIV", new byte[2]),
                NaivePng.chunk("tIME", new byte[7]),
                NaivePng.chunk("IDAT", NaivePng.zip(new byte[2])),
                NaivePng.chunk("tEXt", new byte[] {'a', 0, 'b'}),
                NaivePng.chunk("IEND"));
        Path file = Files.write(folder.resolve("a.png"), NaivePng.file(chunks));
        assertThat(types(Metadata.ofPng(file))).containsExactly("gAMA", "prIv", "tIME", "tEXt");
        assertThat(types(Metadata.ofPng(file, "bKGD"::equals))).containsExactly("bKGD");
    }

    @Test
    void filesThatEndTooEarlyAreBroken() throws IOException {
        byte[] whole = Files.readAllBytes(written(new Metadata(List.of(Metadata.icc(PROFILE)))));
        for (int length : new int[] {0, 7, 8, 20, 60, whole.length - 12}) {
            Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Metadata.ofPng(cut))
                    .isInstanceOf(CodecException.class)
                    .hasMessageContaining("the file ends inside a chunk");
        }
    }

    @Test
    void lengthsThatCannotBeAreToldBeforeMemoryIsTaken() throws IOException {
        byte[] file = Files.readAllBytes(written(new Metadata(List.of(Metadata.icc(PROFILE)))));
        for (byte first : new byte[] {(byte) 0xFF, 0x7F}) {
            file[33] = first;
            Path large = Files.write(folder.resolve("large.png"), file);
            assertThatThrownBy(() -> Metadata.ofPng(large)).isInstanceOf(CodecException.class);
        }
    }

    @Test
    void damagedProfileIsBroken() {
        Metadata damaged = new Metadata(List.of(new Metadata.Chunk("iCCP", new byte[] {'p', 0, 0, 1, 2, 3})));
        assertThatThrownBy(damaged::iccProfile)
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("chunk iCCP holds a damaged profile");
    }

    @Test
    void sidesOfAnExtendedWebpAreItsOwn() throws IOException {
        IndexedImage wide = new IndexedImage(300, 2, new Palette(-1), new byte[600]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WebpWriter.write(wide, 1, out, new Metadata(List.of(Metadata.exif(new byte[3]))));
        byte[] file = out.toByteArray();
        assertThat(new String(file, 12, 4, StandardCharsets.US_ASCII)).isEqualTo("VP8X");
        assertThat(Arrays.copyOfRange(file, 20, 30)).containsExactly(8, 0, 0, 0, 43, 1, 0, 1, 0, 0);
        assertThat(new String(file, file.length - 12, 4, StandardCharsets.US_ASCII))
                .isEqualTo("EXIF");
        assertThat(file.length % 2).isZero();
    }

    private Path written(Metadata metadata) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(IMAGE, out, 6, metadata);
        return Files.write(folder.resolve("a.png"), out.toByteArray());
    }

    private static List<String> types(Metadata metadata) {
        return metadata.chunks().stream().map(Metadata.Chunk::type).toList();
    }
}

package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.image.Image;
import tinct.imageio.Pictures;

/** What {@code --strip} and {@code --keep} carry from file to file, and what happens to colours and orientation. */
final class MetadataTest {
    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    private static final String XMP = "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>";

    @TempDir
    private Path folder;

    private Path source;

    /** A picture with a chunk of every kind; its profile is not sRGB. */
    @BeforeEach
    void writeSource() throws IOException {
        Path plain = TestPictures.png(folder.resolve("plain.png"), TestPictures.flat(40, 30));
        byte[] all = Pngs.with(
                Files.readAllBytes(plain),
                Pngs.chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}),
                Pngs.chunk("cHRM", new byte[32]),
                Pngs.icc(LINEAR),
                Pngs.chunk("sBIT", new byte[] {8, 8, 8}),
                Pngs.chunk("bKGD", new byte[6]),
                Pngs.chunk("pHYs", new byte[] {0, 0, 11, 18, 0, 0, 11, 18, 1}),
                Pngs.chunk("tIME", new byte[] {7, (byte) 0xEA, 1, 2, 3, 4, 5}),
                Pngs.exif(1),
                Pngs.chunk("tEXt", Pngs.latin("Comment\0made by hand")),
                Pngs.chunk("tEXt", Pngs.latin("Author\0nobody")),
                Pngs.chunk("iTXt", Pngs.latin("XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
                Pngs.chunk("vpAg", new byte[] {1, 2, 3}),
                Pngs.chunk("iDOT", new byte[28]));
        source = Files.write(folder.resolve("source.png"), all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--suffix=x                |",
                "--strip=all               |",
                "--strip=safe              | iCCP pHYs",
                "--keep=display            | iCCP pHYs",
                "--keep=iccp               | iCCP",
                "--keep=text               | tEXt tEXt iTXt",
                "--keep=exif,tIME          | tIME eXIf",
                "--keep=gAMA,cHRM          |", // colours have been converted
                "--keep=icc,gAMA,cHRM      | gAMA cHRM iCCP",
                "--strip=none              | gAMA cHRM iCCP pHYs tIME eXIf tEXt tEXt iTXt vpAg",
                "--strip=tEXt,iTXt,iCCP    | pHYs tIME eXIf vpAg",
            })
    void chunksAreCarriedAsAsked(String option, String expected) throws IOException {
        Path result = compress("out.png", option);
        List<String> types = chunks(result).keySet().stream()
                .map(key -> key.substring(0, 4))
                .filter(type -> !List.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND").contains(type))
                .toList();
        assertThat(String.join(" ", types)).isEqualTo(expected == null ? "" : expected);
        assertThat(ImageIO.read(result.toFile())).isNotNull();
    }

    @Test
    void colorChunksStandBeforeThePalette() throws IOException {
        List<String> types =
                List.copyOf(chunks(compress("out.png", "--strip=none")).keySet());
        assertThat(types.indexOf("iCCP0")).isLessThan(types.indexOf("PLTE0"));
        assertThat(types.indexOf("gAMA0")).isLessThan(types.indexOf("PLTE0"));
        assertThat(types.indexOf("tEXt0")).isLessThan(types.indexOf("IDAT0"));
    }

    @Test
    void chunksComeOutAsTheyWere() throws IOException {
        Map<String, byte[]> in = chunks(source);
        Map<String, byte[]> out = chunks(compress("out.png", "--strip=none"));
        for (String type : List.of("iCCP0", "gAMA0", "pHYs0", "tIME0", "tEXt0", "tEXt1", "iTXt0", "eXIf0")) {
            assertThat(out.get(type)).as(type).isEqualTo(in.get(type));
        }
        IIOMetadataNode tree = tree(folder.resolve("out.png"), "javax_imageio_png_1.0");
        assertThat(tree.getElementsByTagName("iCCP").getLength()).isEqualTo(1);
        assertThat(((IIOMetadataNode) tree.getElementsByTagName("tEXtEntry").item(0)).getAttribute("value"))
                .isEqualTo("made by hand");
    }

    @Test
    void colorsAreConvertedUnlessTheProfileIsKept() throws IOException {
        Image stored = TestPictures.read(folder.resolve("plain.png"));
        Image converted = TestPictures.read(compress("converted.png", "--strip=all"));
        assertThat(converted.argb(30, 20)).isNotEqualTo(stored.argb(30, 20));
        Image kept = TestPictures.read(compress("kept.png", "--keep=icc"));
        assertThat(kept).isEqualTo(stored);
        // What is seen is the same both ways.
        Image shown =
                Image.copyOf(Pictures.open(folder.resolve("kept.png"), 10_000).rows());
        assertThat(shown).isEqualTo(converted);
    }

    @Test
    void profileOfGreyIsConvertedAlways() throws IOException {
        byte[] grey = Pngs.random(new SplittableRandom(1), new int[] {0, 8}, 20, 20, false, false);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        Files.write(source, Pngs.with(grey, Pngs.icc(profile), Pngs.chunk("tEXt", Pngs.latin("a\0b"))));
        assertThat(chunks(compress("out.png", "--strip=none")))
                .containsKey("tEXt0")
                .doesNotContainKey("iCCP0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientationOfPngIsAppliedAndNotLeftInTheData(int orientation) throws IOException {
        Image stored = TestPictures.flat(40, 30);
        byte[] plain = Files.readAllBytes(folder.resolve("plain.png"));
        Files.write(source, Pngs.with(plain, Pngs.exif(orientation)));
        Path result = compress("out.png", "--keep=exif");
        Image turned = TestPictures.read(result);
        assertThat(turned.width()).isEqualTo(orientation < 5 ? 40 : 30);
        // where the first stored pixel is shown
        int x = List.of(2, 3, 6, 7).contains(orientation) ? turned.width() - 1 : 0;
        int y = List.of(3, 4, 7, 8).contains(orientation) ? turned.height() - 1 : 0;
        assertThat(turned.argb(x, y)).isEqualTo(stored.argb(0, 0));
        byte[] exif = chunks(result).get("eXIf0");
        assertThat(exif).isNotNull();
        assertThat(ByteBuffer.wrap(exif).getShort(18)).isEqualTo((short) 1);
    }

    @Test
    void codePointsOfVideoAreNotedUnlessTheyAreSrgb() throws IOException {
        byte[] plain = Files.readAllBytes(folder.resolve("plain.png"));
        Path srgb = Files.write(source, Pngs.with(plain, Pngs.chunk("cICP", new byte[] {1, 13, 0, 1})));
        assertThat(Cli.run("inspect", srgb).out()).doesNotContain("cICP");
        Path pq = Files.write(source, Pngs.with(plain, Pngs.chunk("cICP", new byte[] {9, 16, 0, 1})));
        assertThat(Cli.run("inspect", pq).out()).contains("colours of cICP were taken as sRGB");
        assertThat(chunks(compress("out.png", "--keep=cICP"))).containsKey("cICP0");
    }

    @Test
    void webpGetsProfileExifAndXmp() throws IOException {
        byte[] webp = Files.readAllBytes(compress("out.webp", "--strip=none"));
        Map<String, byte[]> parts = riff(webp);
        assertThat(parts.keySet()).containsExactly("VP8X", "ICCP", "VP8L", "EXIF", "XMP ");
        assertThat(parts.get("ICCP")).isEqualTo(LINEAR);
        assertThat(new String(parts.getOrDefault("XMP ", new byte[0]), StandardCharsets.UTF_8))
                .isEqualTo(XMP);
        assertThat(parts.getOrDefault("VP8X", new byte[0])).containsExactly(0x2C, 0, 0, 0, 39, 0, 0, 29, 0, 0);
        Image converted = TestPictures.read(compress("converted.png", "--strip=all"));
        assertThat(Image.copyOf(
                        Pictures.open(folder.resolve("out.webp"), 10_000).rows()))
                .isEqualTo(converted);
        assertThat(riff(Files.readAllBytes(compress("plain.webp", "--strip=all")))
                        .keySet())
                .containsExactly("VP8L");
        // and back
        Path again = folder.resolve("again.png");
        assertThat(Cli.run("compress", folder.resolve("out.webp"), "-o", again, "--strip", "none")
                        .exitCode())
                .isZero();
        assertThat(chunks(again)).containsKeys("iCCP0", "eXIf0", "iTXt0");
    }

    @Test
    void gifGetsComments() throws IOException {
        Path gif = compress("out.gif", "--strip=none");
        IIOMetadataNode tree = tree(gif, "javax_imageio_gif_image_1.0");
        var comments = tree.getElementsByTagName("CommentExtension");
        assertThat(((IIOMetadataNode) comments.item(0)).getAttribute("value")).isEqualTo("made by hand");
        assertThat(((IIOMetadataNode) comments.item(1)).getAttribute("value")).isEqualTo("nobody");
        assertThat(new String(Files.readAllBytes(gif), StandardCharsets.ISO_8859_1))
                .contains(XMP);
        Image converted = TestPictures.read(compress("converted.png", "--strip=all"));
        assertThat(TestPictures.read(gif)).isEqualTo(converted);
    }

    @Test
    void jpegGivesItsProfileAndExif() throws IOException {
        Path jpeg = TestPictures.jpeg(folder.resolve("photo.jpg"), TestPictures.photo(60, 40), 0.9f);
        byte[] file = Files.readAllBytes(jpeg);
        byte[] exif = Arrays.copyOfRange(Pngs.exif(6), 8, 8 + 26);
        Files.write(
                jpeg,
                Pngs.join(
                        new byte[] {(byte) 0xFF, (byte) 0xD8},
                        segment(0xE1, Pngs.latin("Exif\0\0"), exif),
                        segment(0xE1, Pngs.latin("http://ns.adobe.com/xap/1.0/\0"), Pngs.latin(XMP)),
                        segment(0xE2, Pngs.latin("ICC_PROFILE\0\1\1"), LINEAR),
                        Arrays.copyOfRange(file, 2, file.length)));
        Path out = folder.resolve("kept.png");
        Cli cli = Cli.run("compress", jpeg, "-o", out, "--keep", "icc,exif,xmp");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        Map<String, byte[]> chunks = chunks(out);
        assertThat(chunks).containsKeys("iCCP0", "eXIf0", "iTXt0");
        assertThat(TestPictures.read(out).width()).isEqualTo(40);
        assertThat(ByteBuffer.wrap(chunks.getOrDefault("eXIf0", new byte[0])).getShort(18))
                .isEqualTo((short) 1);
    }

    @Test
    void limitOfBytesCountsMetadata() throws IOException {
        Path photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(120, 80));
        byte[] text = Pngs.chunk("tEXt", Pngs.latin("Comment\0" + "many words ".repeat(200)));
        Files.write(source, Pngs.with(Files.readAllBytes(photo), text));
        Path out = folder.resolve("out.png");
        Cli cli = Cli.run("compress", source, "-o", out, "--max-bytes", "6000", "--keep", "text");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(Files.size(out)).isBetween(5000L, 6000L);
        assertThat(chunks(out)).containsKey("tEXt0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--strip=safe --keep=icc | --strip and --keep exclude each other",
                "--strip=IDAT            | --strip expects all, safe, none or types of PNG's chunks such as tEXt,iCCP, was 'IDAT'",
                "--keep=everything       | --keep expects types of PNG's chunks such as tEXt,iCCP, was 'everything'",
                "--keep=tRNS             | --keep tRNS: the chunk depends on what is changed, so it cannot be kept",
                "--keep=                 | --keep expects types of PNG's chunks such as tEXt,iCCP, was ''",
            })
    void misuseIsToldInALine(String options, String message) {
        Cli cli = Cli.run(Stream.concat(
                        Stream.of("compress", source.toString()),
                        Arrays.stream(options.strip().split(" +")))
                .toArray());
        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains(message.strip());
    }

    private Path compress(String name, String option) {
        Path out = folder.resolve(name);
        Cli cli = Cli.run("compress", source, "-o", out, "-f", "--force-larger", option);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        return out;
    }

    private static byte[] segment(int marker, byte[]... parts) {
        byte[] body = Pngs.join(parts);
        int length = body.length + 2;
        return Pngs.join(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, body);
    }

    private static IIOMetadataNode tree(Path file, String format) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            return (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(format);
        }
    }

    /** Chunks by type and number of that type, in order. */
    private static Map<String, byte[]> chunks(Path png) throws IOException {
        Map<String, byte[]> chunks = new LinkedHashMap<>();
        try (var in = new DataInputStream(Files.newInputStream(png))) {
            in.skipNBytes(8);
            while (!chunks.containsKey("IEND0")) {
                int length = in.readInt();
                String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                int number = 0;
                while (chunks.containsKey(type + number)) {
                    number++;
                }
                chunks.put(type + number, in.readNBytes(length));
                in.skipNBytes(4);
            }
        }
        return chunks;
    }

    private static Map<String, byte[]> riff(byte[] webp) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        ByteBuffer data = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(data.getInt(4)).isEqualTo(webp.length - 8);
        for (int at = 12; at < webp.length; ) {
            int length = data.getInt(at + 4);
            parts.put(
                    new String(webp, at, 4, StandardCharsets.ISO_8859_1),
                    Arrays.copyOfRange(webp, at + 8, at + 8 + length));
            at += 8 + length + (length & 1);
        }
        return parts;
    }
}

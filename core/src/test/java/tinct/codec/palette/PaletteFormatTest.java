package tinct.codec.palette;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.codec.CodecException;
import tinct.image.Palette;

/** Files written by hand from the specifications, and ours read back. */
final class PaletteFormatTest {
    private static byte[] written(PaletteFormat format, Swatches swatches) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(swatches, out);
        return out.toByteArray();
    }

    private static int[] colors(byte[] file, String name) throws IOException {
        return PaletteFormat.read(new ByteArrayInputStream(file), name)
                .palette()
                .toArray();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    private static Palette random(int seed, int size, int leastAlpha) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Palette(IntStream.range(0, size)
                .map(i -> random.nextInt(leastAlpha, 256) << 24 | random.nextInt(1 << 24))
                .toArray());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SVG")
    void whatIsWrittenIsReadBackInOrder(PaletteFormat format) throws IOException {
        for (int size : new int[] {1, 2, 17, 255, 256}) {
            Palette palette = random(size, size, 255);
            byte[] file = written(format, Swatches.of(palette));
            assertThat(format.read(file).palette()).as("%d colours", size).isEqualTo(palette);
            assertThat(colors(file, "x." + format.extension())).isEqualTo(palette.toArray());
            assertThat(written(format, Swatches.of(palette))).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GPL", "HEX", "CSS", "JSON"})
    void alphaIsKeptWhereTheFormatHasIt(PaletteFormat format) throws IOException {
        Palette palette = random(3, 40, 0);
        assertThat(format.keeps(palette)).isTrue();
        assertThat(format.read(written(format, Swatches.of(palette))).palette()).isEqualTo(palette);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACT", "PAL", "ASE"})
    void alphaThatCannotBeKeptIsRefused(PaletteFormat format) {
        Palette palette = new Palette(0xFF102030, 0x80102030);
        assertThat(format.keeps(palette)).isFalse();
        assertThatThrownBy(() -> written(format, Swatches.of(palette)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("cannot hold colours that are not opaque");
    }

    @ParameterizedTest
    @EnumSource(names = {"GPL", "ASE", "JSON"})
    void namesAreKept(PaletteFormat format) throws IOException {
        Swatches named = new Swatches(
                format == PaletteFormat.ASE ? "" : "Brand \u00fc",
                List.of(new Swatch(0xFFE4002B, "Signal red"), new Swatch(0xFF001122, "N\u00e4chtlich \"1\" \\ <2>")));
        assertThat(format.read(written(format, named))).isEqualTo(named);
    }

    @Test
    void lettersThatWouldEndALineOrANameAreLeftOut() throws IOException {
        Swatches odd =
                new Swatches("a\nb */ c", List.of(new Swatch(0xFF010203, "x\r\ny\0z"), new Swatch(0xFF040506, "")));
        for (PaletteFormat format : PaletteFormat.values()) {
            byte[] file = written(format, odd);
            if (format != PaletteFormat.SVG) {
                assertThat(format.read(file).palette().toArray())
                        .as("%s", format)
                        .containsExactly(0xFF010203, 0xFF040506);
            }
        }
        assertThat(PaletteFormat.GPL
                        .read(written(PaletteFormat.GPL, odd))
                        .list()
                        .get(0)
                        .name())
                .isEqualTo("x y z");
    }

    @Test
    void gplByHand() throws IOException {
        String file =
                "GIMP Palette\r\nName: Two\r\nColumns: 4\r\n# a comment\r\n\r\n  0 128 255 Sky blue\r\n255\t0\t0\r\n";
        Swatches read = PaletteFormat.read(new ByteArrayInputStream(file.getBytes(UTF_8)), "nameless");
        assertThat(read)
                .isEqualTo(
                        new Swatches("Two", List.of(new Swatch(0xFF0080FF, "Sky blue"), new Swatch(0xFFFF0000, ""))));
        assertThat(new String(written(PaletteFormat.GPL, read), UTF_8))
                .isEqualTo("GIMP Palette\nName: Two\nColumns: 16\n#\n  0 128 255\tSky blue\n255   0   0\t#ff0000\n");
        assertThat(colors("GIMP Palette\n1 2 3 first\n".getBytes(UTF_8), "old.gpl"))
                .containsExactly(0xFF010203);
        assertThat(colors("GIMP Palette\nChannels: RGBA\n1 2 3 128 half\n".getBytes(UTF_8), "a.gpl"))
                .containsExactly(0x80010203);
    }

    @Test
    void actByHand() throws IOException {
        byte[] file = new byte[772];
        byte[] colors = {(byte) 0xE4, 0, 0x2B, 1, 2, 3, 9, 9, 9};
        System.arraycopy(colors, 0, file, 0, 9);
        file[769] = 3;
        file[771] = 1;
        assertThat(colors(file, "a.ACT")).containsExactly(0xFFE4002B, 0, 0xFF090909);
        file[770] = (byte) 0xFF;
        file[771] = (byte) 0xFF;
        assertThat(colors(file, "a.act")).containsExactly(0xFFE4002B, 0xFF010203, 0xFF090909);
        assertThat(written(PaletteFormat.ACT, Swatches.of(new Palette(0xFFE4002B, 0xFF010203, 0xFF090909))))
                .isEqualTo(file);
        int[] all = colors(Arrays.copyOf(file, 768), "a.act");
        assertThat(all).hasSize(256).startsWith(0xFFE4002B, 0xFF010203, 0xFF090909, 0xFF000000);
        byte[] transparent = written(PaletteFormat.ACT, Swatches.of(new Palette(-1, 0)));
        assertThat(Arrays.copyOfRange(transparent, 768, 772)).containsExactly(0, 2, 0, 1);
    }

    @Test
    void palByHand() throws IOException {
        String jasc = "JASC-PAL\r\n0100\r\n2\r\n228 0 43\r\n1 2 3\r\n";
        assertThat(colors(jasc.getBytes(ISO_8859_1), "a.pal")).containsExactly(0xFFE4002B, 0xFF010203);
        assertThat(written(PaletteFormat.PAL, Swatches.of(new Palette(0xFFE4002B, 0xFF010203))))
                .isEqualTo(jasc.getBytes(ISO_8859_1));
        byte[] riff = bytes("""
                52494646 20000000 50414c20  6a756e6b 01000000 7700
                64617461 0c000000 0003 0200 e4002b00 01020304""");
        assertThat(colors(riff, "any")).containsExactly(0xFFE4002B, 0xFF010203);
    }

    @Test
    void hexByHand() throws IOException {
        String file = "\uFEFF; from somewhere\r\n// too\n\ne4002b\r\n#FFF\n01020380\n";
        assertThat(colors(file.getBytes(UTF_8), "a.hex")).containsExactly(0xFFE4002B, 0xFFFFFFFF, 0x80010203);
        assertThat(new String(written(PaletteFormat.HEX, Swatches.of(new Palette(0xFFE4002B, 0x80010203))), UTF_8))
                .isEqualTo("e4002b\n01020380\n");
    }

    /** A group, red as RGB, half as Gray, the end of the group. */
    private static final String ASE = """
            41534546 00010000 00000004
            c001 00000006 0002 0047 0000
            0001 00000018 0002 0052 0000 52474220 3f800000 00000000 3e4ccccd 0000
            0001 00000010 0002 0048 0000 47726179 3f000000 0002
            c002 00000000
            """;

    @Test
    void aseByHand() throws IOException {
        assertThat(PaletteFormat.ASE.read(bytes(ASE)))
                .isEqualTo(new Swatches("G", List.of(new Swatch(0xFFFF0033, "R"), new Swatch(0xFF808080, "H"))));
        assertThat(written(PaletteFormat.ASE, new Swatches("", List.of(new Swatch(0xFFFF0033, "R")))))
                .isEqualTo(bytes("41534546 00010000 00000001"
                        + "0001 00000018 0002 0052 0000 52474220 3f800000 00000000 3e4ccccd 0002"));
        assertThatThrownBy(() -> PaletteFormat.ASE.read(bytes(ASE.replace("52474220", "434d594b"))))
                .hasMessage("the swatch exchange has the CMYK colour 'R'; only RGB and Gray are read");
        assertThatThrownBy(() -> PaletteFormat.ASE.read(bytes(ASE.replace("52474220", "520a9b42"))))
                .hasMessageContaining("a colour has the unknown model 'R B' (at byte");
        assertThatThrownBy(() -> PaletteFormat.ASE.read(bytes("00010000 e0a5 0000")))
                .hasMessageContaining("sprite of Aseprite");
    }

    @Test
    void cssByHand() throws IOException {
        String file = """
                /* --not: #111; */
                @media (min-width: 3px) { :root { --brand-red: #E4002B; --wide: 12px;
                  --sky : rgb(0, 128, 255) } }
                $ink: navy;
                a:hover { color: #0f08 }""";
        assertThat(PaletteFormat.CSS.read(file.getBytes(UTF_8)).list())
                .containsExactly(
                        new Swatch(0xFFE4002B, "brand-red"),
                        new Swatch(0xFF0080FF, "sky"),
                        new Swatch(0xFF000080, "ink"),
                        new Swatch(0x8800FF00, "color"));
        Swatches shared = new Swatches(
                "", List.of(new Swatch(0xFF000081, "Dark Ink", OptionalDouble.of(0.25)), new Swatch(-1, "")));
        assertThat(new String(written(PaletteFormat.CSS, shared), UTF_8))
                .isEqualTo(
                        ":root {\n  --dark-ink: #000081; /* 25.00 %, navy */\n  --color-1: #ffffff; /* white */\n}\n");
    }

    @Test
    void jsonByHand() throws IOException {
        assertThat(colors(
                        "{\"name\":\"x\",\"author\":\"\",\"colors\":[\"be4a2f\",\"D77643\"]}".getBytes(UTF_8),
                        "a.json"))
                .containsExactly(0xFFBE4A2F, 0xFFD77643);
        assertThat(colors(
                        "[\"#fff\", [1,2,3], [1,2,3,128], {\"hex\":\"#e4002b\"}, \"navy\"]".getBytes(UTF_8), "a.json"))
                .containsExactly(-1, 0xFF010203, 0x80010203, 0xFFE4002B, 0xFF000080);
        assertThat(PaletteFormat.JSON.read(
                        "{\"entries\": [{\"name\": \"\\u00e9 \\\"\\n\", \"value\": \"#010203\", \"n\": [1e3, null, true]}]}"
                                .getBytes(UTF_8)))
                .isEqualTo(new Swatches("", List.of(new Swatch(0xFF010203, "\u00e9 \"\n"))));
        Swatches shared = new Swatches("A", List.of(new Swatch(-1, "", OptionalDouble.of(0.25))));
        assertThat(new String(written(PaletteFormat.JSON, shared), UTF_8)).isEqualTo("""
                        {
                          "name": "A",
                          "colors": [
                            {"hex": "#ffffff", "share": 0.250000, "nearest": "white"}
                          ]
                        }
                        """);
    }

    @Test
    void svgIsWellFormedAndShowsEveryColour() throws Exception {
        Swatches swatches = new Swatches(
                "<&>", List.of(new Swatch(0xFFE4002B, "a<b", OptionalDouble.of(0.5)), new Swatch(0x80010203, "")));
        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(written(PaletteFormat.SVG, swatches)));
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("<&>");
        assertThat(document.getDocumentElement().getTextContent()).contains("#e4002b 50.00 %", "crimson", "#01020380");
        assertThatThrownBy(() -> PaletteFormat.SVG.read(new byte[] {'<'})).hasMessageContaining("is a drawing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.gpl|GIMP Palette\n1 2 300 x|line 2 must begin with 3 numbers of 0 to 255, it is '1 2 300 x'",
                "a.gpl|GIMP Palettes\n1 2 3|line 1 must be 'GIMP Palette'",
                "a.gpl|GIMP Palette\n1 2|line 2 must begin with 3 numbers",
                "a.gpl|GIMP Palette\n#|has 0 colours; a palette has 1 to 256",
                "a.gpl||is empty",
                "a.act|abc|it has 3 bytes, and not 768 or 772",
                "a.pal|GIF|line 1 must be 'JASC-PAL' or the file RIFF",
                "a.pal|JASC-PAL\n0100\n2\n1 2 3|it ends after 4 lines",
                "a.pal|JASC-PAL\n0100\n-2\n1 2 3|line 3 must be the number of colours",
                "a.pal|JASC-PAL\n0200\n|line 2 must be the version 0100",
                "a.hex|e4002b\nxyz|line 2 must be a colour such as e4002b, it is 'xyz'",
                "a.ase|ASE|it does not begin with ASEF",
                "a.css|a { b: c }|has no property that is a colour",
                "a.json|{|'\"' is missing",
                "a.json|{\"colors\": 3}|has no array of colors",
                "a.json|[\"x\"]|colour 0 of the array is none",
                "a.json|[[1,2,256]]|colour 0 of the array is none",
                "a.json|[\"#fff\"] x|there is more after its end",
                "a.json|[1.2.3]|a value is missing",
                "a.json|[\"\\u00zz\"]|needs 4 hexadecimal digits",
                "a.xyz|hello|is no palette file",
            })
    void brokenFilesAreToldInOneLine(String example) {
        String[] parts = example.split("\\|", 3);
        assertThatThrownBy(() -> colors(parts[1].getBytes(UTF_8), parts[0]))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining(parts[2])
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }

    @Test
    void tooMuchIsRefused() {
        byte[] many = "010203\n".repeat(257).getBytes(UTF_8);
        assertThatThrownBy(() -> colors(many, "a.hex")).hasMessageContaining("has 257 colours; a palette has 1 to 256");
        byte[] large = new byte[(1 << 20) + 1];
        assertThatThrownBy(() -> colors(large, "a.hex")).hasMessageContaining("is longer than 1 MB");
        byte[] deep = "[".repeat(100_000).getBytes(UTF_8);
        assertThatThrownBy(() -> colors(deep, "a.json")).hasMessageContaining("nested too deep");
        byte[] riff = bytes("52494646 20000000 50414c20 64617461 ffffff7f 0003 ffff 00000000");
        assertThatThrownBy(() -> colors(riff, "a.pal")).hasMessageContaining("65535 colours do not fit");
        byte[] endless = bytes("52494646 20000000 50414c20 6a756e6b f8ffffff 0003 ffff 00000000");
        assertThatThrownBy(() -> colors(endless, "a.pal")).hasMessageContaining("it has no chunk of data");
    }

    /** Every other byte at random: read, or refused in one line, and nothing else. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SVG")
    void damageIsNeverMoreThanABrokenFile(PaletteFormat format) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 400; round++) {
            byte[] file = format == PaletteFormat.PAL && round % 2 == 0
                    ? bytes("52494646 10000000 50414c20 64617461 0c000000 0003 0200 e4002b00 01020304")
                    : format == PaletteFormat.ASE && round % 2 == 0
                            ? bytes(ASE)
                            : written(format, Swatches.of(random(round, 5, 255)));
            byte[] damaged = Arrays.copyOf(file, round % 3 == 0 ? random.nextInt(file.length) + 1 : file.length);
            for (int n = random.nextInt(4); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> {
                        try {
                            format.read(damaged);
                        } catch (CodecException e) {
                            assertThat(e.getMessage()).doesNotContain("\n");
                        }
                    })
                    .as("round %d", round)
                    .doesNotThrowAnyException();
        }
    }
}

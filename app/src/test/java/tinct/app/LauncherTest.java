package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.app.text.JsonReader;
import tinct.image.Image;
import tinct.metrics.Comparison;

/** Scripts for the launcher itself, one for each thing that the command line is for; what it writes is read by ImageIO. */
@Tag("slow")
final class LauncherTest {
    private static final Image PHOTO = TestPictures.photo(96, 64);

    @TempDir
    private Path folder;

    private Launcher launcher = new Launcher(Path.of(""), Path.of(""));

    @BeforeEach
    void writePhoto() throws IOException {
        launcher = Launcher.in(folder);
        TestPictures.png(folder.resolve("a.png"), PHOTO);
    }

    private IndexColorModel palette(String file) throws IOException {
        return (IndexColorModel) ImageIO.read(folder.resolve(file).toFile()).getColorModel();
    }

    /** Entries of the chunk PLTE; ImageIO fills the table up. */
    private int colors(String file) throws IOException {
        return PaletteFilesTest.entries(folder.resolve(file)).length;
    }

    @Test
    void targetsOfQualityAndSize() throws Exception {
        String said =
                launcher.bash("tinct compress a.png -q 60 -o q.png; tinct compress a.png --max-bytes 3KB -o s.png; "
                        + "tinct compress a.png -k 3 -q 50-90 --strict -o n.png; echo code $?");
        assertThat(said).contains("code 99", "so the source is kept");
        assertThat(Comparison.of(PHOTO, TestPictures.read(folder.resolve("q.png")))
                        .ssimulacra2())
                .isGreaterThanOrEqualTo(60);
        assertThat(Files.size(folder.resolve("s.png"))).isBetween(2400L, 3000L);
        assertThat(TestPictures.read(folder.resolve("s.png")).width()).isEqualTo(96);
    }

    @Test
    void palettesGivenPinnedAndWritten() throws Exception {
        Files.writeString(folder.resolve("brand.gpl"), "GIMP Palette\n255 136 0\n0 17 34\n228 0 43 Red\n");
        String said = launcher.bash("tinct compress a.png --palette brand.gpl --keep-order --format png -o b.png && "
                + "tinct compress a.png --pin '#e4002b,navy' -k 8 -o p.png && "
                + "tinct palette b.png -o b.hex && cat b.hex && tinct compress a.png --device spectra6 -o e.png");
        assertThat(said.lines()).contains("ff8800", "001122", "e4002b");
        IndexColorModel brand = palette("b.png");
        assertThat(List.of(brand.getRGB(0), brand.getRGB(1), brand.getRGB(2)))
                .containsExactly(0xFFFF8800, 0xFF001122, 0xFFE4002B);
        int[] pinned = new int[palette("p.png").getMapSize()];
        palette("p.png").getRGBs(pinned);
        assertThat(pinned).contains(0xFFE4002B, 0xFF000080);
        assertThat(palette("e.png").getMapSize()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void foldersAreDoneAsTreesAndGoneOnWith() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("in/d\u00fcne/\u6c99"));
        TestPictures.png(deep.resolve("\u0444\u043e\u0442\u043e.png"), TestPictures.photo(40, 30));
        Path first = TestPictures.png(folder.resolve("in/first.png"), TestPictures.photo(50, 30));
        Files.setLastModifiedTime(first, FileTime.fromMillis(1_000_000_000_000L));
        String said = launcher.bash("tinct compress -r in -o out -k 16 -p -v --resume && "
                + "tinct compress -r in -o out -k 16 -p --resume; tinct compress 'in/**/*.png' --dir glob -k 4 -d");
        assertThat(said)
                .contains("first.png", "2 files: 2 written", "2 skipped", "2 files: 2 written, 0 kept, 0 failed")
                .contains("dry run: nothing was written");
        assertThat(ImageIO.read(folder.resolve("out/d\u00fcne/\u6c99/\u0444\u043e\u0442\u043e.png")
                                .toFile())
                        .getWidth())
                .isEqualTo(40);
        assertThat(Files.getLastModifiedTime(folder.resolve("out/first.png")).toMillis())
                .isEqualTo(1_000_000_000_000L);
        assertThat(folder.resolve("glob")).doesNotExist();
    }

    @Test
    void pipesAccountsAndCodes() throws Exception {
        TestPictures.png(folder.resolve("tiny.png"), TestPictures.flat(4, 4));
        String said = launcher.bash(
                "cat a.png | tinct compress - -k 8 | cat > piped.png; "
                        + "tinct compress - --strict < tiny.png > same.png; echo code $?; "
                        + "tinct compress a.png none.png --dir json --json 2> error; echo code $?; tinct compress --bogus; echo code $?");
        assertThat(colors("piped.png")).isEqualTo(8);
        assertThat(folder.resolve("same.png")).hasSameBinaryContentAs(folder.resolve("tiny.png"));
        assertThat(said.lines().filter(line -> line.startsWith("code"))).containsExactly("code 98", "code 1", "code 2");
        List<Map<String, Object>> told = said.lines()
                .filter(line -> line.startsWith("{"))
                .map(JsonReader::object)
                .toList();
        assertThat(told).extracting(it -> it.get("status")).containsExactly("written", "failed", null);
        assertThat(folder.resolve("error")).content().contains("tinct: none.png: there is no such file");
    }

    @Test
    void formatsInAndOut() throws Exception {
        Files.write(folder.resolve("moving.gif"), AnimationsTest.gif(3));
        ImageIO.write(
                ImageIO.read(folder.resolve("a.png").toFile()),
                "tiff",
                folder.resolve("a.tif").toFile());
        TestPictures.jpeg(folder.resolve("b.jpg"), PHOTO, 0.1f);
        String said = launcher.bash("tinct compress moving.gif a.tif b.jpg -k 32 --dir out; "
                + "tinct compress moving.gif -o moving.png && tinct inspect moving.png && tinct compress a.tif -o a.webp && "
                + "tinct inspect a.webp");
        assertThat(said)
                .contains("3 files: 2 written, 1 kept, 0 failed")
                .containsPattern("frames +3")
                .contains("WebP");
        assertThat(colors("out/a.png")).isEqualTo(32);
        assertThat(folder.resolve("out/b.jpg")).hasSameBinaryContentAs(folder.resolve("b.jpg"));
        ImageReader gif = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(folder.resolve("out/moving.gif").toFile())) {
            gif.setInput(in);
            assertThat(gif.getNumImages(true)).isEqualTo(3);
        }
        byte[] webp = Files.readAllBytes(folder.resolve("a.webp"));
        assertThat(new String(webp, 8, 8, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("WEBPVP8L");
    }

    @Test
    void helpAndDefaults() throws Exception {
        Files.writeString(folder.resolve(".tinct.properties"), "colors=12\n");
        String said = launcher.bash(
                "tinct compress a.png -o config.png --explain; "
                        + "tinct compress 5 a.png --nofs --ext -fs8.png --skip-if-larger --no-config; "
                        + "tinct compress a.png --preset sprite -o preset.png --quiet; tinct compress a.png --colours 4; "
                        + "tinct completion bash | head -n 1; tinct man compress | head -n 1; tinct compress --help | head -n 1");
        assertThat(said)
                .contains(
                        "did you mean --colors?",
                        "#!/usr/bin/env bash",
                        ".TH \"TINCT-COMPRESS\"",
                        "tinct compress [OPTIONS]")
                .contains("    palette", "IDAT");
        assertThat(colors("config.png")).isEqualTo(12);
        assertThat(colors("a-fs8.png")).isEqualTo(5);
        assertThat(colors("preset.png")).isEqualTo(12);
    }
}

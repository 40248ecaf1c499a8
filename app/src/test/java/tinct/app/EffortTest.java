package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --effort} says how hard files are packed, whatever finds the palette; a zlib stream tells it in its second byte. */
final class EffortTest {
    private static final int QUICK = 0x5E;
    private static final int BEST = 0xDA;

    @TempDir
    private Path folder;

    private Path photo;

    @BeforeEach
    void writePhoto() throws IOException {
        photo = TestPictures.png(folder.resolve("photo.png"), TestPictures.photo(64, 48));
    }

    private int packed(String options, Path source) throws IOException {
        Path file = folder.resolve("small.png");
        String line = "compress -f -k 16 --force-larger " + options + " -o";
        Object[] arguments = (line + " " + file + " " + source).split(" ");
        Cli cli = Cli.run(arguments);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        byte[] bytes = Files.readAllBytes(file);
        int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("IDAT") + 4;
        assertThat(bytes[data]).isEqualTo((byte) 0x78);
        return bytes[data + 1] & 0xFF;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--pin red", "--shared-palette", "--posterize rgb444", "--preserve-rare", "--method wu"})
    void lowEffortPacksQuickly(String options) throws IOException {
        assertThat(packed((options + " --effort 1").strip(), photo)).isEqualTo(QUICK);
        assertThat(packed((options + " --effort 3 --lossy 0").strip(), photo)).isEqualTo(BEST);
    }

    @Test
    void indicesThatAreChosenForTheirBytesArePackedWell() throws IOException {
        assertThat(packed("--effort 1 --lossy 30", photo)).isEqualTo(BEST);
    }

    @Test
    void framesArePackedSoToo() throws IOException {
        Path gif = Files.write(folder.resolve("moving.gif"), AnimationsTest.gif(3));
        assertThat(packed("--format png --effort 1", gif)).isEqualTo(QUICK);
        assertThat(packed("--format png", gif)).isEqualTo(BEST);
    }

    @Test
    void sizeAskedForIsKeptWhereTheFileIsWrittenAnew() throws IOException {
        Path file = folder.resolve("small.png");
        for (String other : new String[] {"--transparent-first", "--strip=none"}) {
            Cli cli = Cli.run("compress", photo, "-f", "--max-bytes", "1500", "--effort", "1", other, "-o", file);
            assertThat(cli.exitCode()).as(cli.err()).isZero();
            assertThat(Files.size(file)).as(other).isLessThanOrEqualTo(1500);
        }
    }
}

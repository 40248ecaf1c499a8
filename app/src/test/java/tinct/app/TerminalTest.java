package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions at a terminal: the launcher itself, in a pseudo-terminal that {@code script} or Python gives. */
@Tag("slow")
final class TerminalTest {
    private static final String ESCAPE = "\u001B[";

    @TempDir
    private Path folder;

    private Launcher launcher = new Launcher(Path.of(""), Path.of(""));

    @BeforeEach
    void layOut() throws IOException {
        launcher = Launcher.in(folder);
        Path in = Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < 5; i++) {
            TestPictures.png(in.resolve("p" + i + ".png"), TestPictures.photo(64 + i, 48));
        }
    }

    @Test
    void barAndColoursAreShownAtATerminal() throws Exception {
        Optional<List<String>> terminal =
                terminal("tinct compress in -k 8 --dir out; echo code $?; tinct compress none --dir out");
        if (terminal.isEmpty()) {
            return;
        }
        String said = launcher.run(terminal.get(), Map.of("TERM", "xterm"));
        assertThat(said)
                .containsPattern("\r\u001B\\[32m\\[#*-*\\]\u001B\\[0m \\d of 5")
                .containsPattern("\\d of 5, \\d+\\.\\d/s, \\d+:\\d\\d left")
                .contains("5 files: 5 written, 0 kept, 0 failed")
                .containsPattern("\u001B\\[32m\\(-\\d+ %\\)\u001B\\[0m")
                .contains("code 0")
                .contains(ESCAPE + "31mtinct:" + ESCAPE + "0m none: there is no such file");
        // The bar is wiped away before the sum is told.
        assertThat(said.lastIndexOf(" of 5")).isLessThan(said.indexOf("5 files: "));
    }

    /** In a heap of which its pixels would take more than an eighth, so that it is streamed. */
    @Test
    void ofAPictureThatIsReadRowByRowTheShareAndTheTimeLeftAreShown() throws Exception {
        Optional<List<String>> terminal = terminal(
                "tinct compress large.png -k 8 --effort 1 -o out.png; echo code $?; tinct compress large.png -k 8 --effort 1"
                        + " -o quiet.png --progress never");
        if (terminal.isEmpty()) {
            return;
        }
        BufferedImage large = new BufferedImage(2000, 1300, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 1300; y++) {
            for (int x = 0; x < 2000; x++) {
                large.setRGB(x, y, x / 8 << 16 | y / 6 << 8 | (x + y) / 40);
            }
        }
        ImageIO.write(large, "png", folder.resolve("large.png").toFile());
        String said = launcher.run(terminal.get(), Map.of("TERM", "xterm", "TINCT_OPTS", "-Dtinct.patience=0 -Xmx72m"));

        int first = said.indexOf("code 0");
        assertThat(said.substring(0, first))
                .containsPattern("\\rlarge.png: histogram \\d+ %, \\d+:\\d\\d left")
                .contains("\rlarge.png: palette")
                .containsPattern("\\rlarge.png: remap \\d+ %, \\d+:\\d\\d left")
                .containsPattern("\\r +\\rlarge.png .*-> 8 colours"); // wiped away before the result is told
        assertThat(said.substring(first)).contains("large.png").doesNotContain(" left");
    }

    @Test
    void coloursAreNotSentWhereTheyAreNotWanted() throws Exception {
        Optional<List<String>> terminal =
                terminal("tinct compress in -k 8 --dir out; tinct compress in -k 8 --dir out2 --progress never");
        if (terminal.isEmpty()) {
            return;
        }
        String said = launcher.run(terminal.get(), Map.of("TERM", "xterm", "NO_COLOR", "1"));
        int second = said.indexOf("5 files: ");
        assertThat(said).doesNotContain(ESCAPE);
        assertThat(said.substring(0, second)).contains("\r[").contains(" of 5");
        assertThat(said.substring(second)).doesNotContain(" of 5").containsPattern("5 files: .*\\R+5 files: ");
    }

    @Test
    void nothingOfThatGoesIntoAPipe() throws Exception {
        String said = launcher.run(
                List.of("bash", "-c", command("tinct compress in -k 8 --dir out -v")), Map.of("TERM", "xterm"));
        assertThat(said)
                .doesNotContain(ESCAPE)
                .doesNotContain("\r")
                .doesNotContain(" of 5")
                .hasLineCount(6);
    }

    /** A command that runs the launcher in a pseudo-terminal; empty, and told, if this machine has none to give. */
    private Optional<List<String>> terminal(String commands) throws IOException, InterruptedException {
        String command = command(commands);
        if (works("script", "-qec", "true", "/dev/null")) {
            return Optional.of(List.of("script", "-qec", command, "/dev/null"));
        }
        if (works("python3", "-c", "import pty")) {
            return Optional.of(
                    List.of("python3", "-c", "import pty, sys; pty.spawn(['bash', '-c', sys.argv[1]])", command));
        }
        System.err.println("TerminalTest: neither script nor python3 is here to give a terminal; nothing was tried");
        return Optional.empty();
    }

    private String command(String commands) {
        return launcher.words(commands);
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

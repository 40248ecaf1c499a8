package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
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

    private Path launcher = Path.of("");

    /** The launcher with a jar that leads to the classes under test; there are no sources beside, so nothing is built. */
    @BeforeEach
    void layOut() throws IOException {
        launcher = Files.copy(
                Path.of("../tinct"), folder.resolve("tinct"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        Path target = Files.createDirectories(folder.resolve("app/target"));
        try (OutputStream out = Files.newOutputStream(target.resolve("tinct.jar"))) {
            new JarOutputStream(out, manifest).close();
        }
        // What the launcher remembers when a class cache cannot be made; to make one would take longer than the test.
        String home = System.getProperty("java.home");
        String none = "classes-" + Runtime.version().feature() + "-" + home.replace('/', '_') + ".none";
        Files.createFile(Files.createDirectories(target.resolve("launch")).resolve(none));
        Path in = Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < 5; i++) {
            TestPictures.png(in.resolve("p" + i + ".png"), TestPictures.photo(64 + i, 48));
        }
    }

    @Test
    void barAndColoursAreShownAtATerminal() throws Exception {
        Optional<List<String>> terminal = terminal("compress in -k 8 -d out; echo code $?; compress none -d out");
        if (terminal.isEmpty()) {
            return;
        }
        String said = run(terminal.get(), Map.of("TERM", "xterm"));
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
                "compress large.png -k 8 --effort 1 -o out.png; echo code $?; compress large.png -k 8 --effort 1"
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
        String said = run(terminal.get(), Map.of("TERM", "xterm", "TINCT_OPTS", "-Dtinct.patience=0 -Xmx72m"));

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
                terminal("compress in -k 8 -d out; compress in -k 8 -d out2 --progress never");
        if (terminal.isEmpty()) {
            return;
        }
        String said = run(terminal.get(), Map.of("TERM", "xterm", "NO_COLOR", "1"));
        int second = said.indexOf("5 files: ");
        assertThat(said).doesNotContain(ESCAPE);
        assertThat(said.substring(0, second)).contains("\r[").contains(" of 5");
        assertThat(said.substring(second)).doesNotContain(" of 5").containsPattern("5 files: .*\\R+5 files: ");
    }

    @Test
    void nothingOfThatGoesIntoAPipe() throws Exception {
        String said = run(List.of("bash", "-c", command("compress in -k 8 -d out -v")), Map.of("TERM", "xterm"));
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
        return commands.replace("compress ", launcher + " compress ");
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

    private String run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().remove("NO_COLOR");
        builder.environment().put("TINCT_JAVA", System.getProperty("java.home"));
        builder.environment().put("TINCT_OPTS", "-Dtinct.patience=0");
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

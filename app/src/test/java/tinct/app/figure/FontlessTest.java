package tinct.app.figure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.awt.Graphics2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine with only a Java on it may have no fonts, and then Java2D's text throws. */
final class FontlessTest {
    @Test
    void noClassUsesFontsOrTextOfJava2D() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("tinct.app.figure");
        assertThat(classes).isNotEmpty();
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.awt\\.(Font|FontMetrics|font\\..*)|sun\\..*|javax\\.swing\\..*")
                .orShould()
                .callMethod(Graphics2D.class, "drawString", String.class, int.class, int.class)
                .orShould()
                .callMethod(Graphics2D.class, "drawString", String.class, float.class, float.class)
                .check(classes);
    }

    @Test
    void drawingAllFiguresLoadsNoFontManager(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("classes.log");
        Path png = folder.resolve("figure.png");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FontlessTest.class.getName(),
                        png.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(Files.size(png)).isPositive();
        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).anyMatch(line -> line.contains(" sun.java2d.SunGraphics2D "));
        assertThat(loaded).noneMatch(line -> line.contains("FontManager") && !line.contains("Access"));
    }

    /** Draws one of each figure; run in a Java of its own by the test above. */
    public static void main(String[] args) throws Exception {
        List<Canvas> figures = Samples.figures(30, 20, 16);
        for (Canvas figure : figures) {
            try (var out = Files.newOutputStream(Path.of(args[0]))) {
                Figures.writePng(figure.finish(), out);
            }
        }
    }
}

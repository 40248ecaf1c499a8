package tinct;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tinct.samples.Samples;

/** The Java example of the README is compiled and run as it stands there. */
final class ReadmeTest {
    private static final Path README = Path.of(System.getProperty("tinct.root"), "README.md");

    @Test
    void javaExampleCompressesPhoto(@TempDir Path folder) throws Exception {
        Files.copy(Samples.file("still-life"), folder.resolve("photo.png"));
        Matcher example = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(example.find()).isTrue();
        String body = example.group(1).replace("Path.of(", "folder.resolve(");
        Path source = folder.resolve("Example.java");
        Files.writeString(source, """
                import java.io.*;
                import java.nio.file.*;
                import tinct.*;
                import tinct.codec.*;
                import tinct.image.*;

                public class Example {
                    public static void run(Path folder) throws IOException {
                        %s
                    }
                }
                """.formatted(body));
        String classPath = System.getProperty("java.class.path");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", classPath, "-proc:none", source.toString()))
                .isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.loadClass("Example").getMethod("run", Path.class).invoke(null, folder);
        }
        BufferedImage small = ImageIO.read(folder.resolve("small.png").toFile());
        int[] pixels = small.getRGB(0, 0, small.getWidth(), small.getHeight(), null, 0, small.getWidth());
        assertThat(small.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(Arrays.stream(pixels).distinct()).hasSize(64);
    }
}

package tinct.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Draws all samples and writes their files, in less than a minute. From the top of the checkout, after {@code ./mvnw
 * test-compile -pl core}:
 *
 * <pre>java -cp core/target/classes:core/target/test-classes tinct.samples.RenderSamples samples</pre>
 */
final class RenderSamples {
    private RenderSamples() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length == 0 ? "samples" : args[0]);
        Files.createDirectories(folder);
        for (String name : Samples.names()) {
            Path file = folder.resolve(name + ".png");
            try (OutputStream out = Files.newOutputStream(file)) {
                TrueColorPng.write(Samples.drawing(name), out);
            }
            System.out.println(file + ", " + Files.size(file) + " bytes");
        }
    }
}

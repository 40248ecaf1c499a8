package tinct.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tinct.codec.PngReader;
import tinct.image.Image;

/**
 * The project's own pictures, for the tests of all modules.
 *
 * <p>{@code still-life}: photo-like, 768 x 512, more than 50,000 colours. {@code landscape}: smooth gradients and
 * silhouettes, 600 x 400. {@code badge}: soft edges in alpha, clear corners, 256 x 256. {@code diagram}: 22 flat colours,
 * 320 x 200. {@code grey}: 8-bit greyscale texture, 320 x 240. {@code tiny}: 7 colours and clear, 16 x 16.
 */
public final class Samples {
    private static final List<String> NAMES = List.of("still-life", "landscape", "badge", "diagram", "grey", "tiny");

    private Samples() {}

    /** All of them, in a fixed order. */
    public static List<String> names() {
        return NAMES;
    }

    /** The file of a picture. */
    public static Path file(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no sample " + name + " among " + NAMES);
        }
        return root().resolve("samples").resolve(name + ".png");
    }

    /** The pixels of a picture's file. */
    public static Image image(String name) {
        try {
            return Image.copyOf(PngReader.open(file(name), 1 << 20));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The folder of photographs that lies beside a developer's checkout; they are not the project's. Empty, and said on
     * standard output, if there is none.
     */
    public static Optional<Path> shared() {
        Path folder = root().resolve("../shared/images").normalize();
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        System.out.println("The photographs in ../shared/images are absent; this test goes on without them.");
        return Optional.empty();
    }

    /** Draws a picture anew. */
    static Drawing drawing(String name) {
        return switch (name) {
            case "still-life" -> new StillLife();
            case "landscape" -> new Landscape();
            case "badge" -> new Badge();
            case "diagram" -> new Diagram();
            case "grey" -> new Dunes();
            case "tiny" -> new Tiny();
            default -> throw new IllegalArgumentException("no drawing " + name);
        };
    }

    /** The top of the checkout: Maven says which; an IDE runs tests in the folder of a module. */
    private static Path root() {
        return Path.of(System.getProperty("tinct.root", ".."));
    }
}

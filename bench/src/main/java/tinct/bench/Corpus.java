package tinct.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tinct.codec.PngReader;
import tinct.image.Image;

/** The pictures that are measured: PNG files by path. */
final class Corpus {
    private static final long MAX_PIXELS = 1L << 28;

    private Corpus() {}

    static Image load(Path file) {
        try {
            return Image.copyOf(PngReader.open(file, MAX_PIXELS));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    /** The PNG files that are named, or in the folders that are named, sorted by path. */
    static List<Path> files(List<String> names) throws IOException {
        List<Path> all = new java.util.ArrayList<>();
        for (String name : names) {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(".png"))
                            .sorted()
                            .forEach(all::add);
                }
            } else {
                all.add(path);
            }
        }
        return all;
    }

    static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.png$", "");
    }
}

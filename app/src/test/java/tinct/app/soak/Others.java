package tinct.app.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tinct.image.Image;

/** Programs of others that read what we write, where they are installed. */
final class Others {
    private static final boolean DWEBP = installed("dwebp");
    private static final boolean GIFSICLE = installed("gifsicle");
    private static final boolean PNGCHECK = installed("pngcheck");

    private Others() {}

    /** Those that are here. */
    static List<String> installed() {
        return Stream.of("dwebp", "gifsicle", "pngcheck")
                .filter(Others::installed)
                .toList();
    }

    private static boolean installed(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What is wrong with a file in the eyes of the program for its format. */
    static Optional<String> read(Path file, String format, Image expected) throws IOException {
        if (format.equals("png") && PNGCHECK) {
            return run("pngcheck", "-q", file.toString());
        } else if (format.equals("gif") && GIFSICLE) {
            return run("gifsicle", "--info", file.toString());
        } else if (format.equals("webp") && DWEBP) {
            Path pam = file.resolveSibling("dwebp.pam");
            return run("dwebp", "-quiet", "-pam", file.toString(), "-o", pam.toString())
                    .or(() -> difference(pam, expected));
        }
        return Optional.empty();
    }

    private static Optional<String> difference(Path pam, Image expected) {
        try {
            byte[] bytes = Files.readAllBytes(pam);
            int start = new String(bytes, 0, Math.min(200, bytes.length), ISO_8859_1).indexOf("ENDHDR\n") + 7;
            ByteBuffer rgba = ByteBuffer.wrap(bytes);
            for (int i = 0; i < expected.pixels().length; i++) {
                if (Integer.rotateRight(rgba.getInt(start + 4 * i), 8) != expected.pixels()[i]) {
                    return Optional.of("dwebp reads another pixel " + i);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    private static Optional<String> run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        try {
            boolean well = process.waitFor(60, TimeUnit.SECONDS)
                    && process.exitValue() == 0
                    && !told.contains("warning:")
                    && !told.contains("error:");
            return well ? Optional.empty() : Optional.of(command[0] + ": " + told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}

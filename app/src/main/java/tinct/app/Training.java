package tinct.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tinct.app.text.Console;

/** Does once what is done most, so that the launcher can keep the classes that take part in it (ADR-0013). */
final class Training {
    private Training() {}

    /** The first argument is a folder for results, the others are pictures. */
    public static void main(String[] args) {
        try (PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Console console = new Console(Console.system().in(), silence, silence, false, false, false);
            Path folder = Path.of(args[0]);
            String picture = args[1];
            String jpeg = folder.resolve("a.jpg").toString();
            List<String> all = new ArrayList<>(
                    List.of("compress", "-o", folder.resolve("all").toString(), jpeg));
            all.addAll(Arrays.asList(args).subList(1, args.length));
            // An option that only picocli reads brings its classes in too.
            boolean done = succeeds(console, "compress", picture, "-o", jpeg)
                    && succeeds(console, all.toArray(String[]::new))
                    && succeeds(console, "compress", "--effort=1", "--dither=none", picture, "-o", folder + "/b.png")
                    && succeeds(console, "compress", "--debug", "-k", "16", picture, "-o", folder + "/c.png")
                    && succeeds(console, "inspect", picture)
                    && succeeds(console, "--version");
            if (!done) {
                throw new IllegalStateException("could not do what is done most");
            }
        }
    }

    private static boolean succeeds(Console console, String... arguments) {
        return Main.run(arguments, console) == 0;
    }
}

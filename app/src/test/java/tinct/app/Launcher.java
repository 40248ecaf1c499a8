package tinct.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** The launcher itself in a folder, with a jar that leads to the classes under test; no sources are beside, so nothing is built. */
record Launcher(Path folder, Path program) {
    static Launcher in(Path folder) throws IOException {
        Path program = Files.copy(Path.of("../tinct"), folder.resolve("tinct"), StandardCopyOption.COPY_ATTRIBUTES);
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
        // What the launcher remembers when a class cache cannot be made; to make one would take longer than a test.
        String home = System.getProperty("java.home");
        String none = "classes-" + Runtime.version().feature() + "-" + home.replace('/', '_') + ".none";
        Files.createFile(Files.createDirectories(target.resolve("launch")).resolve(none));
        return new Launcher(folder, program);
    }

    /** What a line for bash prints on both streams; {@code tinct} in it is the launcher. */
    String bash(String line) throws IOException, InterruptedException {
        return run(List.of("bash", "-c", words(line)), Map.of());
    }

    /** A line with the launcher's path for {@code tinct}. */
    String words(String line) {
        return line.replaceAll("(?<![-./\\w])tinct ", program + " ");
    }

    /** What a program prints on both streams, run in the folder. */
    String run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
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

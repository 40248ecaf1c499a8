package tinct.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tinct.app.file.AtomicFile;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.app.text.Console;
import tinct.app.text.Json;
import tinct.app.text.Units;
import tinct.image.IndexedImage;

/** {@code tinct expand}: a packed file back to a picture that everything shows. */
@Command(
        name = "expand",
        description = "Turn a packed file (.tinct) back into a picture, pixel for pixel.",
        customSynopsis = {"tinct expand [OPTIONS] FILE.tinct", ""},
        parameterListHeading = "%n",
        sortOptions = false)
final class ExpandCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A packed file.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "A .png, .gif or .webp file. Default: the name of the packed file with .png in place of .tinct.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = {"-f", "--force"},
            description = "Overwrite a file that exists.")
    private boolean overwrite;

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    ExpandCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path target = output.orElseGet(this::besideSource);
        Format format = Format.ofName(target)
                .filter(f -> f == Format.PNG || f == Format.GIF || f == Format.WEBP)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "-o must be a .png, .gif or .webp file, was " + target));
        return new EachFile(console, pictures.debug()).run(List.of(file), source -> expand(source, target, format));
    }

    private Path besideSource() {
        String name = String.valueOf(file.getFileName());
        String stem = name.endsWith(".tinct") ? name.substring(0, name.length() - ".tinct".length()) : name;
        return file.resolveSibling(stem + ".png");
    }

    private void expand(Path source, Path target, Format format) throws IOException {
        IndexedImage image = Source.packed(source, pictures.maxPixels());
        if (!overwrite && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        try (AtomicFile result = AtomicFile.begin(target)) {
            format.write(image, result.stream());
            long bytes = result.finish();
            result.commit(overwrite);
            report(source, image, target, bytes);
        }
    }

    private void report(Path source, IndexedImage image, Path target, long bytes) throws IOException {
        long before = Files.size(source);
        console.out()
                .println(
                        pictures.json()
                                ? new Json()
                                        .put("source", source.toString())
                                        .put("file", target.toString())
                                        .put("width", image.width())
                                        .put("height", image.height())
                                        .put("colors", image.palette().size())
                                        .put("bytesBefore", before)
                                        .put("bytesAfter", bytes)
                                : Units.format(
                                        "%s -> %s  %d x %d  %d colours  %s -> %s",
                                        source.getFileName(),
                                        target.getFileName(),
                                        image.width(),
                                        image.height(),
                                        image.palette().size(),
                                        Units.bytes(before),
                                        Units.bytes(bytes)));
    }
}

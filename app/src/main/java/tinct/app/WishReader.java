package tinct.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tinct.app.compress.Recipe;
import tinct.app.file.Format;
import tinct.app.serve.Wish;

/** Reads what a page asks for by the parser of the command line: what it says is what the command would do. */
final class WishReader implements Wish.Reader {
    private static final int COLORS = 256;

    /** The options of compress that say how a result is made. */
    @Command(name = CompressCommand.NAME)
    private static final class Options {
        @Mixin
        private QuantizerOptions quantizer = new QuantizerOptions();

        @Mixin
        private TargetOptions target = new TargetOptions();

        @Mixin
        private PaletteOptions palettes = new PaletteOptions();

        @Mixin
        private PictureOptions pictures = new PictureOptions();

        @Option(names = "--format")
        private Optional<Format> format = Optional.empty();

        @Option(names = "--force-larger")
        private boolean forceLarger;

        private Recipe recipe() {
            PaletteOptions.Colors colors = palettes.colors(List.of(), 0, quantizer, COLORS, pictures);
            target.checkSearch(palettes);
            return target.adapted(colors).recipe(target.goal());
        }
    }

    @Override
    public Wish read(List<Wish.Option> options, Optional<Path> palette) {
        Options read = new Options();
        CommandLine line = CommandLines.withConverters(new CommandLine(read)).setExpandAtFiles(false);
        List<String> arguments = new ArrayList<>();
        for (Wish.Option option : options) {
            boolean file = option.name().equals("--palette");
            arguments.add(file ? option.name() + "=" + palette.orElseThrow() : option.argument());
        }
        try {
            line.parseArgs(arguments.toArray(String[]::new));
            return new Wish(
                    options,
                    read.recipe(),
                    read.format.orElse(Format.PNG),
                    read.forceLarger || read.palettes.written());
        } catch (ParameterException e) {
            throw new IllegalArgumentException(hidden(Misuse.message(e), palette), e);
        }
    }

    /** Where a palette lies on this machine is nobody's business. */
    private static String hidden(String message, Optional<Path> palette) {
        return palette.isPresent() ? message.replace(palette.get().toString(), "") : message;
    }
}

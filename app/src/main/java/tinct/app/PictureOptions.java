package tinct.app;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tinct.imageio.PixelLimit;

/** Options of every command that reads pictures. */
@Command(optionListHeading = "%nGeneral:%n")
final class PictureOptions {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // by picocli, if it reads the options
    private CommandSpec spec;

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description = "Most threads to use; the result does not depend on it. Default: the processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            description =
                    "Refuse pictures of more pixels than this. Default: 268435456 in memory; 64 times as many of a PNG "
                            + "that compress or inspect reads row by row.")
    private Optional<Long> maxPixels = Optional.empty();

    @Option(names = "--json", description = "Print JSON, one object a line, in place of text.")
    private boolean json;

    @Option(names = "--debug", description = "Print where an error happened.")
    private boolean debug;

    @Mixin
    @SuppressWarnings("unused") // picocli looks at the annotation only
    private HelpOption help = new HelpOption();

    /** Takes what is given in a plain way. */
    void read(PlainOptions options) {
        options.value("--threads").ifPresent(number -> threads = Integer.parseInt(number));
        json = options.has("--json");
    }

    int threads() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1, was " + threads);
        }
        return threads;
    }

    long maxPixels() {
        return limit().held();
    }

    PixelLimit limit() {
        if (maxPixels.orElse(1L) < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--max-pixels must be at least 1, was " + maxPixels.orElseThrow());
        }
        return maxPixels.map(PixelLimit::of).orElse(PixelLimit.DEFAULT);
    }

    boolean json() {
        return json;
    }

    boolean debug() {
        return debug;
    }
}

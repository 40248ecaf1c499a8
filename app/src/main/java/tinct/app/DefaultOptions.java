package tinct.app;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options that stand for others; {@link Arguments} has put those in their place before they are read. */
@Command(optionListHeading = "%nOptions that stand for others:%n")
final class DefaultOptions {
    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Options for a purpose: ${COMPLETION-CANDIDATES}. Others that are given go before.")
    @SuppressWarnings("unused") // read by Arguments; here for its help and its check
    private Optional<Preset> preset = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Take options from this file, lines such as colors=64. "
                    + "Default: .tinct.properties here, else in the home folder.")
    @SuppressWarnings("unused") // read by Arguments; here for its help
    private Optional<Path> config = Optional.empty();

    @Option(names = "--no-config", description = "Take none from a file.")
    @SuppressWarnings("unused") // read by Arguments; here for its help
    private boolean noConfig;

    /** Takes what is given in a plain way. */
    void read(PlainOptions options) {
        noConfig = options.has("--no-config");
    }
}

package tinct.app;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tinct.FramePalette;

/** The option that says how the frames of an animation get their colours. */
@Command(optionListHeading = "%nAnimations:%n")
final class FrameOptions {
    @Option(
            names = "--frame-palette",
            paramLabel = "WHICH",
            description =
                    "${COMPLETION-CANDIDATES}: one palette for all frames, or one for each, which GIF alone can have. "
                            + "Default: ${DEFAULT-VALUE}.")
    private Which which = Which.ONE;

    FramePalette palette() {
        return which == Which.ONE ? FramePalette.ONE : FramePalette.EACH;
    }

    enum Which {
        ONE,
        EACH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

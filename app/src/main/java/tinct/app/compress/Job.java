package tinct.app.compress;

import java.nio.file.Path;
import java.util.Optional;
import tinct.app.file.Format;

/**
 * One file to be compressed.
 *
 * @param source the picture
 * @param target the result
 * @param format of the result
 * @param formatNamed whether the user asked for that format; if the source has another, the job is a conversion, whose
 *     result is written even if it is larger
 * @param keepAs what a copy of the source is called when the source is kept because the result is larger; empty if no
 *     copy is needed
 * @param refusal why this is not to be done at all
 */
public record Job(
        Path source, Path target, Format format, boolean formatNamed, Optional<Path> keepAs, Optional<String> refusal) {

    /** The name of the source, and of the target if it is another. */
    String title() {
        String from = String.valueOf(source.getFileName());
        String to = String.valueOf(target.getFileName());
        return from.equals(to) || refusal.isPresent() ? from : from + " -> " + to;
    }

    Job refused(String reason) {
        return new Job(source, target, format, formatNamed, keepAs, Optional.of(reason));
    }
}

package tinct.app.compress;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a job ended.
 *
 * @param file what was written: the result, or a copy of the source that is kept; empty if nothing was
 * @param work empty if it failed or was skipped
 * @param reason why the source was kept or skipped; empty if it was not
 * @param error present if it failed
 * @param seconds it took
 */
public record Outcome(
        Job job,
        Status status,
        Optional<Path> file,
        Optional<Work> work,
        Optional<String> reason,
        Optional<Throwable> error,
        double seconds) {

    /** The ways in which a job can end. */
    public enum Status {
        /** The result was written. */
        WRITTEN,
        /** The result would not be small enough, and the source is kept. */
        KEPT,
        /** There was nothing to do. */
        SKIPPED,
        /** It could not be done. */
        FAILED
    }
}

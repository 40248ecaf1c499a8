package tinct.app.compress;

import java.nio.file.Path;
import java.util.Optional;
import tinct.app.file.Format;

/**
 * One file to be compressed.
 *
 * @param source the picture
 * @param name of the source in accounts: its path in the folder that was named, or its file name
 * @param target the result
 * @param format of the result
 * @param formatNamed whether the user asked for that format; if the source has another, the job is a conversion, whose
 *     result is written even if it is larger
 * @param keepAs what a copy of the source is called when the source is kept because the result is larger; empty if no
 *     copy is needed
 * @param root the folder below which the target is, where the journal is kept
 * @param toStandardOutput whether the target is on its way there
 * @param refusal why this is not to be done at all
 */
public record Job(
        Path source,
        String name,
        Path target,
        Format format,
        boolean formatNamed,
        Optional<Path> keepAs,
        Path root,
        boolean toStandardOutput,
        Optional<String> refusal) {
    /** The name of standard input and output. */
    public static final String STANDARD = "-";

    /** What errors call the source. */
    public String label() {
        return isPiped() ? STANDARD : source.toString();
    }

    private boolean isPiped() {
        return name.equals(STANDARD);
    }

    /** What a file that was written is called; empty if none was. */
    Optional<String> shown(Optional<Path> file) {
        return toStandardOutput ? Optional.of(STANDARD) : file.map(Path::toString);
    }

    /** The name of the source, and of the target if it is another. */
    String title() {
        String to = toStandardOutput ? STANDARD : String.valueOf(target.getFileName());
        return name.endsWith(to) || refusal.isPresent() ? name : name + " -> " + to;
    }

    /** The same by another name. */
    public Job called(String other) {
        return new Job(source, other, target, format, formatNamed, keepAs, root, toStandardOutput, refusal);
    }

    Job refused(String reason) {
        return new Job(source, name, target, format, formatNamed, keepAs, root, toStandardOutput, Optional.of(reason));
    }
}

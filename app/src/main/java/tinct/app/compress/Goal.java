package tinct.app.compress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tinct.Progress;
import tinct.Settings;
import tinct.Target;
import tinct.Targeted;
import tinct.Tinct;
import tinct.app.file.Format;
import tinct.codec.Metadata;
import tinct.image.IndexedImage;
import tinct.image.Palette;
import tinct.image.PixelRows;

/**
 * What results are to reach.
 *
 * @param target what is sought
 * @param least the score that is enough where a quality is sought
 * @param most the size that a file in which a quality is sought must not exceed; empty if any is right
 * @param below what happens to a picture that does not get that far
 */
public record Goal(Target target, double least, Optional<Target.AtMost> most, Below below) {
    /** An entry more, and lengths of codes in another order. */
    private static final int REORDERED = 64;

    private static final Settings QUICK = Settings.DEFAULT.withThreads(1).withFileEffort(1);

    /** What happens to a picture that misses. */
    public enum Below {
        /** Its source is kept. */
        KEEP,
        /** What comes nearest is written. */
        WRITE,
        /** It is a failure. */
        FAIL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Searches for a picture's result. Where it reaches the quality in more bytes than it may have, the best look of so
     * many is sought in its place.
     *
     * @param beside bytes that the file has beside those of the search
     * @throws IOException if the source is broken, or the format is one whose files do not show indices
     */
    Found search(PixelRows rows, Settings settings, Format format, long beside, Progress progress) throws IOException {
        tinct.codec.Format exact = format.indexed()
                .orElseThrow(() -> new IOException(
                        format.title() + " has no palette; -q and --max-bytes are for png, gif, webp and tinct"));
        Targeted first = Tinct.compress(rows, settings, without(target, beside), exact, progress);
        long bytes = first.file().length + beside;
        if (most.isEmpty() || bytes <= most.get().bytes()) {
            return new Found(first, target, OptionalLong.empty());
        }
        Targeted small = Tinct.compress(rows, settings, without(most.get(), beside), exact, progress);
        return new Found(small, most.get(), first.met() ? OptionalLong.of(bytes) : OptionalLong.empty());
    }

    /** Whether a file may be of so many bytes. */
    boolean allows(long bytes) {
        boolean fits = !(target instanceof Target.AtMost size) || bytes <= size.bytes();
        return fits && (most.isEmpty() || bytes <= most.get().bytes());
    }

    private static Target without(Target target, long beside) {
        return target instanceof Target.AtMost size ? new Target.AtMost(Math.max(1, size.bytes() - beside)) : target;
    }

    /**
     * What a search came to.
     *
     * @param by which target decided
     * @param wanted bytes of the file that reaches the quality, where the size decided in its place and there is one
     */
    record Found(Targeted targeted, Target by, OptionalLong wanted) {}

    /** Bytes that metadata, or another order of the entries, add to a file at the most. */
    static long beside(Format format, Metadata metadata, boolean reordered) throws IOException {
        IndexedImage smallest = new IndexedImage(1, 1, new Palette(0), new byte[1]);
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        format.write(smallest, metadata, QUICK, with);
        format.write(smallest, Metadata.NONE, QUICK, without);
        return (long) with.size() - without.size() + (reordered ? REORDERED : 0);
    }

    /** What a search came to. */
    Reach reach(Found search, long beside) {
        Targeted found = search.targeted;
        boolean bounded = search.by instanceof Target.AtMost && most.isPresent(); // and the quality is not reached
        boolean quality = search.by instanceof Target.AtLeast;
        boolean enough =
                bounded ? found.met() && found.score() >= least : found.met() || quality && found.score() >= least;
        return new Reach(
                this,
                search.by,
                search.wanted,
                found.score(),
                found.level(),
                found.trials(),
                found.result().palette().size(),
                found.file().length + beside,
                found.met() && !bounded,
                enough);
    }
}

package tinct.app.compress;

import java.io.IOException;
import java.util.Locale;
import tinct.Progress;
import tinct.Settings;
import tinct.Target;
import tinct.Targeted;
import tinct.Tinct;
import tinct.app.file.Format;
import tinct.image.PixelRows;

/**
 * What results are to reach.
 *
 * @param target what is sought
 * @param least the score that is enough where a quality is sought
 * @param below what happens to a picture that does not get that far
 */
public record Goal(Target target, double least, Below below) {
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
     * Searches for a picture's result.
     *
     * @throws IOException if the source is broken, or the format is one whose files do not show indices
     */
    Targeted search(PixelRows rows, Settings settings, Format format, Progress progress) throws IOException {
        tinct.codec.Format exact = format.indexed()
                .orElseThrow(() -> new IOException(
                        format.title() + " has no palette; -q and --max-bytes are for png, gif, webp and tinct"));
        return Tinct.compress(rows, settings, target, exact, progress);
    }

    /** What a search came to. */
    Reach reach(Targeted found) {
        boolean enough = found.met() || target instanceof Target.AtLeast && found.score() >= least;
        return new Reach(
                this,
                found.score(),
                found.level(),
                found.trials(),
                found.result().palette().size(),
                found.file().length,
                found.met(),
                enough);
    }
}

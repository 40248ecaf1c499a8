package tinct.app.compress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
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
 * @param below what happens to a picture that does not get that far
 */
public record Goal(Target target, double least, Below below) {
    /** An entry more, and lengths of codes in another order. */
    private static final int REORDERED = 64;

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
     * @param beside bytes that the file has beside those of the search
     * @throws IOException if the source is broken, or the format is one whose files do not show indices
     */
    Targeted search(PixelRows rows, Settings settings, Format format, long beside, Progress progress)
            throws IOException {
        tinct.codec.Format exact = format.indexed()
                .orElseThrow(() -> new IOException(
                        format.title() + " has no palette; -q and --max-bytes are for png, gif, webp and tinct"));
        Target own =
                target instanceof Target.AtMost most ? new Target.AtMost(Math.max(1, most.bytes() - beside)) : target;
        return Tinct.compress(rows, settings, own, exact, progress);
    }

    /** Bytes that metadata, or another order of the entries, add to a file at the most. */
    static long beside(Format format, Metadata metadata, boolean reordered) throws IOException {
        IndexedImage smallest = new IndexedImage(1, 1, new Palette(0), new byte[1]);
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        format.write(smallest, metadata, false, with);
        format.write(smallest, Metadata.NONE, false, without);
        return (long) with.size() - without.size() + (reordered ? REORDERED : 0);
    }

    /** What a search came to. */
    Reach reach(Targeted found, long beside) {
        boolean enough = found.met() || target instanceof Target.AtLeast && found.score() >= least;
        return new Reach(
                this,
                found.score(),
                found.level(),
                found.trials(),
                found.result().palette().size(),
                found.file().length + beside,
                found.met(),
                enough);
    }
}

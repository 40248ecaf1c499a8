package tinct.app.compress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tinct.app.file.Leftovers;

/** The journals of a run, one for each folder below which results are, and what killed runs left in these folders. */
public final class Journals {
    private final boolean kept;
    private final boolean resumed;
    private final String options;
    private final Map<Path, Journal> journals = new HashMap<>();
    private final Set<Path> cleaned = ConcurrentHashMap.newKeySet();

    private Journals(boolean kept, boolean resumed, String options) {
        this.kept = kept;
        this.resumed = resumed;
        this.options = options;
    }

    /** For a run that keeps none, such as that of a single picture. */
    public static Journals none() {
        return new Journals(false, false, "");
    }

    /**
     * For a run of many pictures.
     *
     * @param resumed whether an earlier run is gone on with, and the journal stays for a next one
     * @param options fingerprint of all that the bytes of a result depend on besides the source
     */
    public static Journals of(boolean resumed, String options) {
        return new Journals(true, resumed, options);
    }

    /** Whether what earlier runs have done is not done again. */
    boolean resumed() {
        return resumed;
    }

    /** The journal that a job is to be told to; empty if none is kept. */
    synchronized Optional<Journal> of(Job job) throws IOException {
        if (!kept) {
            return Optional.empty();
        }
        Path root = job.root().toAbsolutePath().normalize();
        Journal journal = journals.get(root);
        if (journal == null) {
            journal = Journal.open(root, options);
            journals.put(root, journal);
        }
        return Optional.of(journal);
    }

    /** Removes what killed runs left beside a target, once a run. */
    void clean(Path target) {
        Path folder = target.toAbsolutePath().normalize().getParent();
        if (folder != null && cleaned.add(folder)) {
            Leftovers.remove(folder);
        }
    }

    /**
     * Ends the run.
     *
     * @param complete whether there is nothing to go on with; then the journals are removed, unless the run went on with
     *     an earlier one
     */
    public synchronized void end(boolean complete) {
        for (Journal journal : journals.values()) {
            try {
                if (complete && !resumed || journal.isEmpty()) {
                    journal.remove();
                } else {
                    journal.close();
                }
            } catch (IOException e) {
                // Results are there; a journal too many does no harm.
            }
        }
        journals.clear();
    }
}

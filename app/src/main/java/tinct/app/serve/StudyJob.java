package tinct.app.serve;

import java.io.IOException;
import java.util.function.Consumer;
import tinct.app.text.Json;

/** All figures of a result: some ten times the work of making it. */
final class StudyJob extends Job {
    private static final long CAPACITY = 1_000_000_000;

    private final Compression compression;

    StudyJob(String id, Compression compression, Consumer<Job> listener) {
        super(id, compression.upload(), listener);
        this.compression = compression;
    }

    @Override
    String kind() {
        return "study";
    }

    @Override
    Json work() throws IOException {
        stage("figures");
        return compression.study(CAPACITY).json();
    }
}

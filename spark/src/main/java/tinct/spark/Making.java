package tinct.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import tinct.Progress;
import tinct.app.compress.Job;
import tinct.app.compress.Outcome;
import tinct.app.compress.Outcome.Status;
import tinct.app.compress.Work;
import tinct.app.file.Format;
import tinct.app.file.Problem;
import tinct.app.file.Source;
import tinct.image.PixelRows;
import tinct.metrics.Ssimulacra2;

/**
 * Compresses a picture and tells of it as a row of the manifest; what goes wrong with it is told so too. May be done
 * again, or twice at once: results have the same bytes and get their names when they are whole.
 */
record Making(Broadcast<Orders> orders, Tallies tallies) implements Function<Found, Row> {
    @Override
    public Row call(Found picture) {
        Orders own = orders.value();
        long start = System.nanoTime();
        Manifest.Entry entry = entry(own, picture);
        double seconds = (System.nanoTime() - start) / 1e9;
        tallies.add(entry.status(), picture.bytes(), entry.resultBytes());
        return Manifest.row(picture, entry, own.fingerprint(picture), seconds);
    }

    private static Manifest.Entry entry(Orders orders, Found picture) {
        if (picture.refusal() != null) {
            return Manifest.Entry.failed(picture.refusal());
        }
        try (Spool spool = Spool.of(picture, orders.configuration())) {
            Optional<Path> local = Places.local(orders.output().toString());
            Path folder = local.isPresent() ? local.get() : spool.results();
            Job job = orders.plan(folder).job(spool.source(), Path.of(picture.place()));
            Outcome outcome = orders.compressor(picture).compress(job, 1, Progress.NONE);
            if (outcome.error().isPresent()) {
                return Manifest.Entry.failed(Problem.describe(outcome.error().get(), spool.source()));
            }
            Path file = outcome.file().orElseThrow();
            String result = folder.relativize(file).toString().replace('\\', '/');
            Manifest.Entry entry = new Manifest.Entry(
                    outcome.status(),
                    result,
                    Files.size(file),
                    outcome.work(),
                    orders.scored() ? score(spool.source(), file, outcome, orders) : null,
                    null);
            if (local.isEmpty()) {
                Spool.deliver(file, new org.apache.hadoop.fs.Path(orders.output(), result), orders.configuration());
            }
            return entry;
        } catch (IOException | RuntimeException e) {
            return Manifest.Entry.failed(Problem.describe(e, Path.of(picture.place())));
        }
    }

    /** SSIMULACRA 2 of the file that is there to its source; null for animations and what is too small or too large for it. */
    private static @Nullable Double score(Path source, Path file, Outcome outcome, Orders orders) throws IOException {
        if (outcome.status() == Status.KEPT) {
            return 100.0;
        }
        Work work = outcome.work().orElseThrow();
        long held = orders.options().limit().held();
        boolean fits = Math.min(work.width(), work.height()) >= Ssimulacra2.LEAST_SIDE
                && (long) work.width() * work.height() <= held;
        if (!fits || work.frames().isPresent()) {
            return null;
        }
        boolean packed = outcome.job().format() == Format.TINCT;
        PixelRows result = packed
                ? Source.packed(file, held)
                : Source.open(file, held).decoded().rows();
        return Ssimulacra2.of(Source.open(source, held).decoded().rows(), 1).score(result, 1);
    }
}

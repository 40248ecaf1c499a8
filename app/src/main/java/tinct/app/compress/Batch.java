package tinct.app.compress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tinct.Progress;
import tinct.app.text.ProgressLine;
import tinct.app.text.Units;

/** Compresses many files at once, each with a share of the threads, and tells of them in order. */
public record Batch(Compressor compressor, int threads, ProgressLine progress) {
    /** Does all jobs; one that fails does not stop the others. */
    public Totals run(List<Job> jobs, Account account) {
        long start = System.nanoTime();
        int atOnce = Math.max(1, Math.min(threads, jobs.size()));
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            AtomicInteger done = new AtomicInteger();
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (Job job : jobs) {
                outcomes.add(workers.submit(() -> {
                    Outcome outcome = compressor.compress(job, threads / atOnce, stages(job, jobs.size(), done));
                    done.incrementAndGet();
                    return outcome;
                }));
            }
            Totals totals = Totals.NONE;
            for (Future<Outcome> future : outcomes) {
                Outcome outcome = get(future);
                totals = totals.plus(outcome);
                progress.wipe();
                account.file(outcome);
            }
            account.total(totals, (System.nanoTime() - start) / 1e9);
            return totals;
        } finally {
            workers.shutdownNow();
        }
    }

    private Progress stages(Job job, int files, AtomicInteger done) {
        String of = files == 1 ? "" : Units.format("%d of %d done, ", done.get(), files);
        return stage -> progress.say(
                of + job.source().getFileName() + ": " + stage.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Outcome get(Future<Outcome> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    e.getCause()); // An error of the machine: the compressor catches all others.
        }
    }
}

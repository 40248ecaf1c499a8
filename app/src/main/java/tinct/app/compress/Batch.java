package tinct.app.compress;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tinct.app.compress.Outcome.Status;
import tinct.app.text.ProgressLine;

/** Compresses many files at once, each with a share of the threads, and tells of them in order. */
public record Batch(Compressor compressor, int threads, ProgressLine progress) {
    private static final int TICK_MILLIS = 250;

    /** Does all jobs; one that fails does not stop the others. */
    public Totals run(List<Job> jobs, Account account) {
        long start = System.nanoTime();
        long[] sizes = jobs.stream().mapToLong(Batch::size).toArray();
        Pace pace = new Pace(jobs.size(), java.util.Arrays.stream(sizes).sum(), start);
        Consumer<String> show = text -> show(jobs.size(), pace, text);
        int atOnce = Math.max(1, Math.min(threads, jobs.size()));
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            Queue<Future<Outcome>> outcomes = new ArrayDeque<>();
            for (int i = 0; i < jobs.size(); i++) {
                Job job = jobs.get(i);
                long size = sizes[i];
                outcomes.add(workers.submit(() -> {
                    Outcome outcome = compressor.compress(
                            job,
                            threads / atOnce,
                            new StageProgress(job.source().getFileName(), show));
                    pace.done(size, outcome.status() == Status.SKIPPED);
                    return outcome;
                }));
            }
            Totals totals = Totals.NONE;
            while (!outcomes.isEmpty()) {
                Outcome outcome = get(outcomes.remove(), show); // What has been told need not stay in memory.
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

    /** Without asking the system twice for what is missing: that is told when it is opened. */
    private static long size(Job job) {
        return job.source().toFile().length();
    }

    private void show(int files, Pace pace, String text) {
        if (files == 1 && !text.isEmpty()) {
            progress.say(text); // between its stages' words nothing goes on that a bar could show
        } else if (files > 1) {
            progress.say(pace.bar(), " " + pace.text(System.nanoTime()) + "  " + text);
        }
    }

    private static Outcome get(Future<Outcome> future, Consumer<String> show) {
        try {
            while (true) {
                try {
                    return future.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    show.accept("");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    e.getCause()); // An error of the machine: the compressor catches all others.
        }
    }
}

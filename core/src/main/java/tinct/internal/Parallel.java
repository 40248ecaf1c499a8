package tinct.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Runs numbered chunks of work on a bounded number of threads, the calling one included.
 *
 * <p>Which thread runs which chunk is not fixed, so a result must depend on the chunk's number only; merge in the order
 * of numbers.
 */
public final class Parallel {
    private Parallel() {}

    /**
     * Runs {@code task} for each chunk 0..chunks-1 and returns when all are done. The first exception of a task is
     * thrown again here after the others have stopped.
     *
     * @param threads the most threads to use, the caller's included; at least 1
     */
    public static void forEach(int chunks, int threads, IntConsumer task) {
        int workers = Math.min(threads, chunks);
        if (workers <= 1) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                task.accept(chunk);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> {
            try {
                for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                    task.accept(chunk);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                next.set(chunks);
            }
        };
        Thread[] helpers = new Thread[workers - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(loop, "tinct-" + (i + 1));
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
        loop.run();
        join(helpers);
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static void join(Thread[] threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

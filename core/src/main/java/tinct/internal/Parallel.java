package tinct.internal;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs numbered chunks of work on a bounded number of threads, the calling one included.
 *
 * <p>Which thread runs which chunk is not fixed, so a result must depend on the chunk's number only; merge in the order
 * of numbers.
 *
 * <p>Helping threads are daemons that all callers share. One that runs out of work looks for more for a moment before it
 * sleeps, since waking costs more than many a pass over the points takes; what that gains is in ADR-0006.
 */
public final class Parallel {
    /** How long a helper looks for work before it sleeps, and how long it sleeps before it ends. */
    private static final long LOOKING = TimeUnit.MICROSECONDS.toNanos(500);

    private static final long SLEEPING = TimeUnit.SECONDS.toNanos(10);

    /** In the order in which they came; an array is never changed, so that helpers can look at it again and again. */
    private static volatile Job[] jobs = {};

    private static final ConcurrentLinkedDeque<Thread> ASLEEP = new ConcurrentLinkedDeque<>();
    private static final AtomicInteger LOOKERS = new AtomicInteger();
    private static final AtomicInteger STARTED = new AtomicInteger();

    private Parallel() {}

    /**
     * Runs {@code task} for each chunk 0..chunks-1 and returns when all are done. The first exception of a task is
     * thrown again here after the others have stopped. Most work comes through here again and again, so this is where an
     * interrupted caller is stopped.
     *
     * @param threads the most threads to use, the caller's included; at least 1
     * @throws CancellationException if the calling thread is interrupted, and stays so
     */
    public static void forEach(int chunks, int threads, IntConsumer task) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        int workers = Math.min(threads, chunks);
        if (workers <= 1) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                task.accept(chunk);
            }
            return;
        }
        Job job = new Job(task, chunks, workers - 1);
        add(job);
        call(workers - 1 - LOOKERS.get());
        job.work();
        remove(job);
        job.await();
        Throwable thrown = job.failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static synchronized void add(Job job) {
        Job[] more = Arrays.copyOf(jobs, jobs.length + 1);
        more[jobs.length] = job;
        jobs = more;
    }

    private static synchronized void remove(Job job) {
        Job[] fewer = new Job[jobs.length - 1];
        int n = 0;
        for (Job other : jobs) {
            if (other != job) {
                fewer[n++] = other;
            }
        }
        jobs = fewer;
    }

    /** Wakes helpers, and starts some if too few are asleep. */
    private static void call(int wanted) {
        for (int i = 0; i < wanted; i++) {
            Thread sleeper = ASLEEP.poll();
            if (sleeper == null) {
                Thread helper = new Thread(Parallel::help, "tinct-" + STARTED.incrementAndGet());
                helper.setDaemon(true);
                helper.setContextClassLoader(null);
                helper.start();
            } else {
                LockSupport.unpark(sleeper);
            }
        }
    }

    private static void help() {
        while (true) {
            if (!look()) {
                Thread self = Thread.currentThread();
                ASLEEP.push(self);
                // A job that came before this thread was seen to sleep would wake nobody.
                if (!waiting()) {
                    LockSupport.parkNanos(SLEEPING);
                }
                if (ASLEEP.remove(self) && !waiting()) {
                    return;
                }
            }
        }
    }

    private static boolean waiting() {
        for (Job job : jobs) {
            if (job.open()) {
                return true;
            }
        }
        return false;
    }

    /** Looks for a job and helps with it; returns false if none came. */
    private static boolean look() {
        LOOKERS.incrementAndGet();
        Job job = null;
        long end = System.nanoTime() + LOOKING;
        do {
            job = entered();
            Thread.onSpinWait();
        } while (job == null && System.nanoTime() < end);
        LOOKERS.decrementAndGet();
        if (job == null) {
            return false;
        }
        job.work();
        job.leave();
        return true;
    }

    private static @Nullable Job entered() {
        for (Job job : jobs) {
            if (job.enter()) {
                return job;
            }
        }
        return null;
    }

    private static final class Job {
        private static final int CLOSED = 1 << 30;

        private final IntConsumer task;
        private final int chunks;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger places;
        /** Helpers at work, and {@link #CLOSED} once nobody may enter. */
        private final AtomicInteger helpers = new AtomicInteger();

        private final Thread caller = Thread.currentThread();
        final AtomicReference<Throwable> failure = new AtomicReference<>();

        Job(IntConsumer task, int chunks, int places) {
            this.task = task;
            this.chunks = chunks;
            this.places = new AtomicInteger(places);
        }

        boolean open() {
            return next.get() < chunks && places.get() > 0;
        }

        boolean enter() {
            if (!open() || places.getAndDecrement() <= 0) {
                return false;
            }
            int before = helpers.get();
            while ((before & CLOSED) == 0) {
                if (helpers.compareAndSet(before, before + 1)) {
                    return true;
                }
                before = helpers.get();
            }
            return false;
        }

        void work() {
            try {
                for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                    task.accept(chunk);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                next.set(chunks);
            }
        }

        void leave() {
            if (helpers.decrementAndGet() == CLOSED) {
                LockSupport.unpark(caller);
            }
        }

        /** Lets nobody else in and waits for the helpers to leave. */
        void await() {
            helpers.addAndGet(CLOSED);
            boolean interrupted = false;
            long end = System.nanoTime() + LOOKING;
            while (helpers.get() != CLOSED) {
                if (System.nanoTime() < end) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park(this);
                    interrupted |= Thread.interrupted();
                }
            }
            if (interrupted) {
                caller.interrupt();
            }
        }
    }
}

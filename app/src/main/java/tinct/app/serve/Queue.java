package tinct.app.serve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does jobs one after another, each with all processors. */
final class Queue {
    private final int most;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Thread worker = new Thread(this::work, "tinct-serve-work");
    private @Nullable Job running;
    private boolean closed;

    /**
     * Starts to work.
     *
     * @param most jobs that may wait
     */
    Queue(int most) {
        this.most = most;
        worker.setDaemon(true);
        worker.start();
    }

    /**
     * Puts a job last.
     *
     * @param room how many may wait before it, no more than all
     * @throws Refusal if too many wait
     */
    void add(Job job, int room) {
        synchronized (this) {
            if (waiting.size() >= Math.min(room, most)) {
                throw Refusal.busy(waiting.size() + " pictures are waiting already; try again in a moment", 2);
            }
            waiting.add(job);
            notifyAll();
        }
        tellPlaces();
    }

    /** Ends a job, whether it waits or runs; nothing happens if it has ended. */
    void cancel(Job job) {
        boolean waited;
        synchronized (this) {
            waited = waiting.remove(job);
            if (!waited && running == job) {
                worker.interrupt();
            }
        }
        if (waited) {
            job.cancelled();
            tellPlaces();
        }
    }

    private void tellPlaces() {
        List<Job> jobs;
        synchronized (this) {
            jobs = new ArrayList<>(waiting);
        }
        for (int i = 0; i < jobs.size(); i++) {
            jobs.get(i).waits(i + 1);
        }
    }

    private void work() {
        while (true) {
            Job job = next();
            if (job == null) {
                return;
            }
            tellPlaces();
            job.run();
            synchronized (this) {
                running = null;
                // One that came too late to end that job is not to end the next.
                Thread.interrupted();
            }
        }
    }

    private synchronized @Nullable Job next() {
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Meant for a job that has ended just now.
            }
        }
        running = closed ? null : waiting.poll();
        return running;
    }

    void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            notifyAll();
            if (running != null) {
                worker.interrupt();
            }
        }
    }
}

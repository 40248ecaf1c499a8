package tinct.app.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The jobs that clients know of. Of one picture the last few are kept. */
final class Jobs {
    private static final int OF_ONE_PICTURE = 4;

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Queue queue;

    Jobs(Queue queue) {
        this.queue = queue;
    }

    /**
     * Lets a job wait for its turn.
     *
     * @param room how many may wait before it
     * @throws Refusal if too many wait
     */
    void start(Job job, int room) {
        List<Job> old;
        synchronized (this) {
            jobs.put(job.id(), job);
            List<Job> ended = of(job.upload()).stream().filter(Job::ended).toList();
            old = new ArrayList<>(ended.subList(0, Math.max(0, ended.size() - OF_ONE_PICTURE)));
        }
        old.forEach(this::forget);
        try {
            queue.add(job, room);
        } catch (Refusal e) {
            forget(job);
            throw e;
        }
    }

    /**
     * A job.
     *
     * @throws Refusal if it is not there
     */
    synchronized Job get(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw Refusal.absent("job");
        }
        return job;
    }

    /**
     * A job that makes a file.
     *
     * @throws Refusal if it is not there
     */
    Compression compression(String id) {
        if (get(id) instanceof Compression compression) {
            return compression;
        }
        throw Refusal.absent("result");
    }

    /**
     * A job that makes a file of any kind.
     *
     * @throws Refusal if it is not there
     */
    Product product(String id) {
        if (get(id) instanceof Product product) {
            return product;
        }
        throw Refusal.absent("result");
    }

    synchronized List<Job> of(Upload upload) {
        return jobs.values().stream().filter(job -> job.upload() == upload).toList();
    }

    void cancel(Job job) {
        queue.cancel(job);
    }

    /** Removes a job and what it made. */
    void forget(Job job) {
        queue.cancel(job);
        synchronized (this) {
            jobs.remove(job.id());
        }
        if (job instanceof Product product) {
            product.delete();
        }
    }

    /** What is to happen to the jobs of a picture that goes. */
    Consumer<Upload> farewell() {
        return upload -> of(upload).forEach(this::forget);
    }
}

package tinct.app.serve;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tinct.app.file.Problem;
import tinct.app.text.Json;

/** Work on a picture that takes a while: it waits, runs, and is done, has failed, or was cancelled. */
abstract class Job implements Runnable {
    /** Where a job is. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    private final String id;
    private final Upload upload;
    private final Consumer<Job> listener;
    private final CountDownLatch end = new CountDownLatch(1);
    private State state = State.WAITING;
    private int position;
    private String stage = "";
    private String error = "";
    private @Nullable Json result;

    /**
     * A job that waits.
     *
     * @param listener told of every change
     */
    Job(String id, Upload upload, Consumer<Job> listener) {
        this.id = id;
        this.upload = upload;
        this.listener = listener;
    }

    String id() {
        return id;
    }

    Upload upload() {
        return upload;
    }

    synchronized State state() {
        return state;
    }

    synchronized boolean ended() {
        return state != State.WAITING && state != State.RUNNING;
    }

    synchronized String error() {
        return error;
    }

    /** What kind of work it is, for clients. */
    abstract String kind();

    /**
     * Does the work; returns its result for clients.
     *
     * @throws IOException if the picture is broken, or the result cannot be written
     */
    abstract Json work() throws IOException;

    @Override
    public void run() {
        change(State.RUNNING, "", "");
        try {
            Json found = work();
            synchronized (this) {
                result = found;
            }
            change(State.DONE, "", "");
        } catch (CancellationException | ClosedByInterruptException e) {
            cancelled();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (Thread.currentThread().isInterrupted()) {
                cancelled(); // Whatever it says: this is what it comes from.
                return;
            }
            change(State.FAILED, "", Problem.describe(e, upload.file()));
        }
    }

    /** Says what is done just now; ends the work if somebody wants that. */
    void stage(String name) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("cancelled");
        }
        change(State.RUNNING, name, "");
    }

    void waits(int place) {
        synchronized (this) {
            if (state != State.WAITING || position == place) {
                return;
            }
            position = place;
        }
        listener.accept(this);
    }

    void cancelled() {
        change(State.CANCELLED, "", "cancelled");
    }

    private void change(State to, String newStage, String newError) {
        synchronized (this) {
            state = to;
            stage = newStage;
            error = newError;
        }
        listener.accept(this);
        if (ended()) {
            end.countDown();
        }
    }

    /** Waits for the end, but no longer than so many milliseconds; returns whether it has come. */
    boolean await(long milliseconds) throws InterruptedException {
        return end.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** What is known of it, for clients. */
    synchronized Json json() {
        Json json = new Json()
                .put("job", id)
                .put("kind", kind())
                .put("picture", upload.id())
                .put("state", state.name().toLowerCase(Locale.ROOT));
        if (state == State.WAITING) {
            json.put("position", position);
        }
        if (!stage.isEmpty()) {
            json.put("stage", stage);
        }
        if (!error.isEmpty()) {
            json.put("error", error);
        }
        Json known = result;
        return known == null ? json : json.put("result", known);
    }
}

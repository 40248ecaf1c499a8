package tinct.app.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tinct.app.text.Json;

/** Server-sent events: what happens to the jobs of a tab, as it happens. */
final class Events {
    private static final int HEARTBEAT = 10;
    private static final int WAITING = 1000;

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private record Listener(String tab, BlockingQueue<String> queue) {}

    /** Tells all who listen to a tab. Who is too slow misses it, and sees all when it connects again. */
    void tell(String tab, Json event) {
        String data = event.toString();
        for (Listener listener : listeners) {
            if (listener.tab.equals(tab)) {
                listener.queue.offer(data);
            }
        }
    }

    /**
     * Sends events until the client goes away or the server stops.
     *
     * @param past told first, so that nothing is missed
     */
    void stream(Request request, String tab, List<Json> past) throws IOException {
        Listener listener = new Listener(tab, new LinkedBlockingQueue<>(WAITING));
        listeners.add(listener);
        try (OutputStream out = request.stream("text/event-stream")) {
            out.write("retry: 1000\n\n".getBytes(StandardCharsets.UTF_8));
            for (Json event : past) {
                out.write(line(event.toString()));
            }
            out.flush();
            while (!closed) {
                String data = listener.queue.poll(HEARTBEAT, TimeUnit.SECONDS);
                out.write(data == null ? ": still here\n\n".getBytes(StandardCharsets.UTF_8) : line(data));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
        }
    }

    private static byte[] line(String data) {
        return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    void close() {
        closed = true;
        listeners.forEach(listener -> listener.queue.offer("{}"));
    }
}

package tinct.app.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tinct.app.file.Problem;
import tinct.app.text.Json;

/**
 * The server of the page. It listens on this machine only unless another address is named, does nothing without its token,
 * and leaves nothing behind.
 */
public final class Server implements AutoCloseable {
    private static final int BACKLOG = 64;
    private static final int THREADS = 160;
    private static final long DRAINED = 1L << 30;

    static {
        // Read once by the JDK's server. Without the first, JDK 17 waits 40 ms for each answer on a kept connection.
        setDefault("sun.net.httpserver.nodelay", "true");
        setDefault("sun.net.httpserver.maxReqTime", "60"); // seconds for a whole request: who trickles is cut off
        setDefault("sun.net.httpserver.idleInterval", "30");
        setDefault("sun.net.httpserver.maxReqHeaders", "64");
        setDefault("jdk.httpserver.maxConnections", "128");
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final Gate gate;
    private final Workspace workspace;
    private final Queue queue;
    private final Events events = new Events();
    private final Api api;

    private static void setDefault(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    /**
     * Starts.
     *
     * @param host where to listen; the loopback address is what is meant
     * @param port 0 for any that is free
     * @throws IllegalArgumentException if the host stands for all addresses
     * @throws IOException if the port is taken or the host is not this machine
     */
    public Server(String host, int port, Limits limits, Wish.Reader reader) throws IOException {
        InetAddress address = host.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
        if (address.isAnyLocalAddress()) {
            throw new IllegalArgumentException("--host must be one address of this machine, was " + host);
        }
        http = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
        int bound = http.getAddress().getPort();
        gate = new Gate(names(address, host, bound), bound);
        workspace = new Workspace();
        queue = new Queue(limits.waiting());
        Jobs jobs = new Jobs(queue);
        api = new Api(limits, workspace, new Shelf(limits, workspace, jobs.farewell()), jobs, events, reader);
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "tinct-serve-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    private static Set<String> names(InetAddress address, String host, int port) {
        Set<String> names = new TreeSet<>(Set.of(literal(address) + ":" + port));
        if (address.isLoopbackAddress()) {
            names.addAll(Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port));
        }
        if (!host.isEmpty()) {
            names.add(host + ":" + port);
        }
        return names;
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /** The address of the page, with the token. */
    public URI address() {
        return URI.create(base() + "/?token=" + gate.token());
    }

    /** The address without a path. */
    String base() {
        return "http://" + literal(http.getAddress().getAddress()) + ":"
                + http.getAddress().getPort();
    }

    String token() {
        return gate.token();
    }

    Workspace workspace() {
        return workspace;
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            gate.protect(exchange.getResponseHeaders());
            Request request;
            try {
                request = new Request(exchange);
            } catch (Refusal refusal) {
                return; // An address that cannot be read has no right to an answer.
            }
            answer(request);
        } catch (IOException e) {
            // The client went away.
        }
    }

    private void answer(Request request) throws IOException {
        try {
            gate.check(request);
            api.handle(request);
        } catch (Refusal refusal) {
            if (refusal.retryAfter() > 0) {
                request.answerHeaders().set("Retry-After", Integer.toString(refusal.retryAfter()));
            }
            fail(request, refusal.status(), refusal.line());
        } catch (IllegalArgumentException e) {
            fail(request, 400, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            fail(request, 413, Problem.describe(e, workspace.folder()));
        } catch (IOException | RuntimeException e) {
            if (request.answered()) {
                throw e; // The client went away, or sees that something is missing.
            }
            fail(request, 500, Problem.describe(e, workspace.folder()));
        }
    }

    static void fail(Request request, int status, String line) throws IOException {
        request.drain(status == 401 || status == 403 ? 0 : DRAINED);
        request.answer(status, new Json().put("error", line.replace('\n', ' ')));
    }

    /** Stops at once and removes all that was sent and made. */
    @Override
    public void close() {
        events.close();
        http.stop(0);
        queue.close();
        threads.shutdownNow();
        workspace.close();
    }
}

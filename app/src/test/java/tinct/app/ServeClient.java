package tinct.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tinct.app.serve.Limits;
import tinct.app.serve.Server;
import tinct.app.text.JsonReader;

/** A server of the page on a port of its own, and what a script would ask it. */
final class ServeClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Between two questions, nanoseconds. */
    static final long PAUSE = 20_000_000;

    private final Server server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ServeClient(Limits limits) throws IOException {
        this(limits, new WishReader());
    }

    ServeClient(Limits limits, WishReader reader) throws IOException {
        server = new Server("", 0, limits, reader);
    }

    /** What was answered. */
    record Answer(int status, byte[] body, HttpResponse<byte[]> response) {
        String text() {
            return new String(body, UTF_8);
        }

        Map<String, Object> json() {
            return JsonReader.object(text());
        }

        Object member(String name) {
            return JsonReader.member(json(), name);
        }

        String error() {
            return String.valueOf(json().get("error"));
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    int port() {
        return server.address().getPort();
    }

    String token() {
        return server.address().getQuery().substring("token=".length());
    }

    String address() {
        return server.address().toString();
    }

    /** Asks with the token. */
    Answer ask(String method, String path, byte[] body, String... headers) {
        return plain(method, path + (path.contains("?") ? "&" : "?") + "token=" + token(), body, headers);
    }

    /** Asks without it. */
    Answer plain(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Answer get(String path) {
        return ask("GET", path, new byte[0]);
    }

    Answer post(String path, byte[] body) {
        return ask("POST", path, body);
    }

    /** Sends a picture; returns its id. */
    String add(byte[] picture, String name) {
        return (String) post("/api/pictures?name=" + encoded(name), picture).member("id");
    }

    /** Asks for a job's result until there is one. */
    Map<String, Object> ended(Object job) {
        while (true) {
            Map<String, Object> json = get("/api/jobs/" + job).json();
            Object state = JsonReader.member(json, "state");
            if (!state.equals("waiting") && !state.equals("running")) {
                return json;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** The result of a job. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> result(Map<String, Object> job) {
        return (Map<String, Object>) JsonReader.member(job, "result");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Sends text as it is, and reads all of the answer. */
    String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** Sends a request with the token and does not wait for its answer: closing the socket is going away. */
    Socket begin(String path, byte[] body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + path + "&token=" + token() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port()
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
        return socket;
    }

    /** A request line with a host, and nothing after it. */
    String rawGet(String path, String host) throws IOException {
        return raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    @Override
    public void close() {
        server.close();
    }
}

package tinct.app.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tinct.app.text.Json;
import tinct.app.text.Units;

/** A request and the ways to answer it. */
final class Request {
    private static final int CHUNK = 1 << 16;

    private final HttpExchange exchange;
    private final Map<String, String> query;

    Request(HttpExchange exchange) {
        this.exchange = exchange;
        this.query = query(exchange.getRequestURI().getRawQuery());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw == null) {
            return query;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                query.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.wrong("the address has a % that begins no byte");
        }
    }

    String method() {
        return exchange.getRequestMethod();
    }

    /** The parts of the path, as they were sent. */
    List<String> path() {
        String path = exchange.getRequestURI().getRawPath();
        return List.of(path.substring(1).split("/", -1));
    }

    Map<String, String> query() {
        return query;
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** Writes the body to a file; returns its length. */
    long save(Path file, long most) throws IOException {
        String length = header("Content-Length");
        if (!length.isEmpty() && Long.parseLong(length) > most) {
            throw tooLarge(most);
        }
        long bytes = 0;
        byte[] buffer = new byte[CHUNK];
        InputStream in = exchange.getRequestBody();
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > most) {
                    throw tooLarge(most);
                }
                out.write(buffer, 0, n);
            }
        }
        if (bytes == 0) {
            throw Refusal.wrong("nothing was sent: the picture is the body of the request");
        }
        return bytes;
    }

    private static Refusal tooLarge(long most) {
        return new Refusal(413, "the file is larger than " + Units.bytes(most) + ", which is the most that is taken");
    }

    /** Reads on what is left of a body, so that a client that is still sending gets to see the answer. */
    void drain(long most) {
        byte[] buffer = new byte[CHUNK];
        try {
            InputStream in = exchange.getRequestBody();
            long bytes = 0;
            for (int n = in.read(buffer); n >= 0 && bytes < most; n = in.read(buffer)) {
                bytes += n;
            }
        } catch (IOException e) {
            // It has gone away, and needs no answer.
        }
    }

    String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Whether who asked still waits. */
    Presence presence() {
        return new Presence(exchange.getLocalAddress(), exchange.getRemoteAddress());
    }

    Headers answerHeaders() {
        return exchange.getResponseHeaders();
    }

    void answer(int status, Json json) throws IOException {
        answer(status, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
    }

    void answer(Json json) throws IOException {
        answer(200, json);
    }

    void answer(int status, String type, byte[] body) throws IOException {
        answerHeaders().set("Content-Type", type);
        boolean head = method().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** An answer in parts that are not known yet; closing the stream ends it. */
    OutputStream stream(String type) throws IOException {
        answerHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    /** An answer of a known length. */
    OutputStream stream(String type, long length) throws IOException {
        answerHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, length);
        return exchange.getResponseBody();
    }

    void send(String type, String name, Path file) throws IOException {
        answerHeaders().set("Content-Disposition", FileNames.attachment(name));
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = stream(type, Files.size(file))) {
            in.transferTo(out);
        }
    }

    /** Whether an answer has begun. */
    boolean answered() {
        return exchange.getResponseCode() >= 0;
    }
}

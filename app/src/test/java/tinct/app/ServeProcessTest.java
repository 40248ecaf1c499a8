package tinct.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tinct serve} as a process of its own. */
final class ServeProcessTest {
    private static final int TRICKLERS = 20;

    @TempDir
    private Path folder;

    @Test
    void whoTricklesIsCutOffAndNothingIsKept() throws IOException, InterruptedException {
        Process process = start("-Dsun.net.httpserver.maxReqTime=2");
        try {
            URI address = address(process);
            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            List<Socket> tricklers = new ArrayList<>();
            for (int i = 0; i < TRICKLERS; i++) {
                tricklers.add(begin(address, i % 2 == 0));
            }
            upload(address);
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile)).isNotEmpty();
            }
            for (Socket trickler : tricklers) {
                assertThat(ends(trickler)).isTrue();
            }
            upload(address);
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("tinct-serve")))
                    .isEmpty();
        }
    }

    @Test
    void portThatIsTakenIsSaid() throws IOException, InterruptedException {
        try (ServeClient other = new ServeClient(tinct.app.serve.Limits.DEFAULT)) {
            Process process = start("-Dx=y", "--port", Integer.toString(other.port()));
            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                    .startsWith("tinct: port " + other.port() + " cannot be used");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    private Process start(String property, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder,
                property,
                "-cp",
                System.getProperty("java.class.path"),
                "tinct.app.Main",
                "serve",
                "--no-browser"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).start();
    }

    private static URI address(Process process) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        return URI.create(out.readLine());
    }

    /** A connection that has not yet said all: in the middle of its head, or of its body. */
    private static Socket begin(URI address, boolean head) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(60_000);
        String text = "POST /api/pictures?" + address.getQuery() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + (head ? "\r\nX-Slow: " : "\r\nContent-Length: 1000\r\n\r\nabc");
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Whether the server ends a connection; if it does not, reading fails after a minute. */
    private static boolean ends(Socket socket) throws IOException {
        try (socket) {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketException e) {
            return true; // It was reset.
        }
    }

    private void upload(URI address) throws IOException {
        byte[] picture = Files.readAllBytes(
                Path.of(System.getProperty("tinct.root", ".")).resolve("samples/tiny.png"));
        URI target = address.resolve("/api/pictures?" + address.getQuery());
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.getOutputStream().write(picture);
        assertThat(connection.getResponseCode()).isEqualTo(201);
        connection.disconnect();
    }
}

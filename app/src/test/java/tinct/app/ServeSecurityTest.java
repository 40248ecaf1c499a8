package tinct.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.app.serve.Limits;

/** Who the local page's server lets in, and what they cannot do. */
final class ServeSecurityTest {
    private static final byte[] NOTHING = new byte[0];

    @TempDir
    private Path folder;

    private ServeClient client;

    @BeforeEach
    void start() throws IOException {
        client = new ServeClient(Limits.DEFAULT.withUploadBytes(200_000));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    private byte[] flat() throws IOException {
        return Files.readAllBytes(TestPictures.png(folder.resolve("flat.png"), TestPictures.flat(32, 32)));
    }

    @Test
    void pageIsForWhoHasTheToken() {
        assertThat(client.plain("GET", "/", NOTHING).status()).isEqualTo(401);
        assertThat(client.plain("GET", "/?token=guess", NOTHING).status()).isEqualTo(401);
        assertThat(client.plain("GET", "/serve/main.js", NOTHING).status()).isEqualTo(401);
        assertThat(client.plain("GET", "/api/limits", NOTHING).error()).contains("token");
        assertThat(client.get("/").text()).contains("<title>Tinct</title>");
        assertThat(client.plain("GET", "/api/limits", NOTHING, "X-Tinct-Token", client.token())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void browserKeepsTheTokenInACookieThatScriptsAndOtherSitesDoNotGet() {
        String cookie = client.get("/").header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(client.plain("GET", "/api/limits", NOTHING, "Cookie", "a=b; " + pair)
                        .status())
                .isEqualTo(200);
        assertThat(client.plain("GET", "/api/limits", NOTHING, "Cookie", pair + "x")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "127.0.0.1:1", ""})
    void foreignHostIsRefused(String host) throws IOException {
        assertThat(client.rawGet("/?token=" + client.token(), host))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("<title>");
    }

    @Test
    void ownNamesAreTaken() throws IOException {
        for (String host : List.of("127.0.0.1:", "localhost:", "[::1]:")) {
            assertThat(client.rawGet("/?token=" + client.token(), host + client.port()))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"})
    void foreignOriginIsRefused(String origin) throws IOException {
        ServeClient.Answer answer = client.ask("POST", "/api/pictures", flat(), "Origin", origin);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(client.get("/api/pictures").text()).isEqualTo("{\"pictures\":[]}");
        assertThat(client.ask("POST", "/api/pictures", flat(), "Origin", "http://127.0.0.1:" + client.port())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void otherPagesOfThisMachineAreRefused() {
        String cookie = client.get("/").header("Set-Cookie").replaceFirst(";.*", "");
        assertThat(client.plain("GET", "/api/limits", NOTHING, "Cookie", cookie, "Sec-Fetch-Site", "same-site")
                        .status())
                .isEqualTo(403);
        assertThat(client.ask("GET", "/", NOTHING, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "image")
                        .status())
                .isEqualTo(403);
        assertThat(client.ask("GET", "/", NOTHING, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "document")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../../../../etc/passwd",
                "/web/../../../../../../etc/passwd",
                "/web/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/web/..%2f..%2f..%2fetc%2fpasswd",
                "/web/lib/../../version.txt",
                "/web//etc/passwd",
                "//etc/passwd",
                "/serve/\\..\\..\\version.txt",
                "/web/lib/three.LICENSE%00.js",
                "/api/pictures/../../etc/passwd",
                "/api/jobs/%2e%2e/file",
                "/serve/",
                "/web"
            })
    void noFileOfTheMachineIsRead(String path) throws IOException {
        String answer = client.rawGet(path + "?token=" + client.token(), "127.0.0.1:" + client.port());
        assertThat(answer).doesNotContain("root:").doesNotContain("SNAPSHOT").doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void noOptionOpensAFile() throws IOException {
        Path palette = Files.writeString(folder.resolve("secret.hex"), "112233\n445566\n");
        for (String option : List.of(
                "palette=" + ServeClient.encoded(palette.toString()),
                "device-palette=" + ServeClient.encoded(palette.toString()),
                "config=" + ServeClient.encoded(palette.toString()),
                "output=x",
                "space=srgb%00--palette%3D/etc/passwd",
                "k=@" + ServeClient.encoded(palette.toString()))) {
            ServeClient.Answer answer = client.post("/api/compress?" + option, flat());
            assertThat(answer.status()).as(option).isEqualTo(400);
            assertThat(answer.text()).doesNotContain("112233").doesNotContain("445566");
        }
    }

    @Test
    void largeUploadIsRefused() throws IOException {
        ServeClient.Answer answer = client.post("/api/pictures", new byte[300_000]);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.error()).contains("200.0 kB");
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        assertThat(client.raw("POST /api/pictures?token=" + client.token() + " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + client.port() + "\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(5) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        assertThat(client.get("/api/pictures").text()).isEqualTo("{\"pictures\":[]}");
    }

    /** A PNG of some bytes that declares 200 megapixels. */
    static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(20_000);
        fields.writeInt(10_000);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        byte[] packed = new byte[100];
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[1000]);
        deflater.finish();
        int length = deflater.deflate(packed);
        deflater.end();
        chunk(out, "IDAT", java.util.Arrays.copyOf(packed, length));
        chunk(out, "IEND", NOTHING);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(UTF_8));
        crc.update(data);
        out.writeInt(data.length);
        out.write(type.getBytes(UTF_8));
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    @Test
    void pictureOfTooManyPixelsIsRefused() throws IOException {
        ServeClient.Answer answer = client.post("/api/pictures", bomb());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error()).contains("pixels").doesNotContain("\n");
    }

    @Test
    void textIsNoPicture() {
        ServeClient.Answer answer = client.post("/api/pictures?name=a.png", "hello".getBytes(UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error()).startsWith("the file is not a picture");
    }

    @Test
    void namesInAZipStayInItsFolder() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        StringBuilder jobs = new StringBuilder();
        for (String name :
                List.of("../../evil.png", "..\\..\\evil.png", "/etc/Evil.png", "C:evil.png", "..", "a\u0000b\n.png")) {
            String id = client.add(flat(), name);
            Object job = client.post("/api/jobs?picture=" + id + "&format=gif", NOTHING)
                    .member("job");
            assertThat(client.ended(job)).containsEntry("state", "done");
            jobs.append(jobs.isEmpty() ? "" : ",").append(job);
        }
        byte[] zip = client.get("/api/zip?jobs=" + jobs).body();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                assertThat(new String(in.readNBytes(4), UTF_8)).isEqualTo("GIF8");
            }
        }
        assertThat(names)
                .containsExactly(
                        "C_evil-tinct.gif",
                        "Evil-tinct-3.gif",
                        "ab-tinct.gif",
                        "evil-tinct-2.gif",
                        "evil-tinct.gif",
                        "picture-tinct.gif");
    }

    @Test
    void nameOfAFileIsNoMarkup() throws IOException {
        String name = "<img src=x onerror=alert(1)>\"';\r\nX-Bad: 1.png";
        ServeClient.Answer added = client.post("/api/pictures?name=" + ServeClient.encoded(name), flat());
        assertThat(added.text()).doesNotContain("<");
        ServeClient.Answer file = client.post("/api/compress?format=gif&name=" + ServeClient.encoded(name), flat());
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("X-Bad")).isEmpty();
        assertThat(file.header("Content-Disposition")).doesNotContain("<").startsWith("attachment;");
    }

    @Test
    void everyAnswerIsProtected() throws IOException {
        for (ServeClient.Answer answer : List.of(
                client.get("/"),
                client.get("/nothing"),
                client.plain("GET", "/", NOTHING),
                client.post("/api/pictures", flat()))) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("script-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
        assertThat(client.get("/").text())
                .doesNotContain("<style")
                .doesNotContain("onclick")
                .doesNotContain("http:");
    }

    @Test
    void tooMuchWorkIsToldToWait() throws IOException {
        byte[] photo = Files.readAllBytes(TestPictures.png(folder.resolve("p.png"), TestPictures.photo(256, 200)));
        try (ServeClient small = new ServeClient(new Limits(1_000_000, 1_000_000, 10_000_000, 10, 1))) {
            String id = small.add(photo, "p.png");
            ServeClient.Answer last = null;
            int jobs = 0;
            while (last == null || last.status() == 202) {
                last = small.post("/api/jobs?effort=9&runs=20&method=lloyd&picture=" + id, NOTHING);
                jobs++;
            }
            assertThat(jobs).isLessThan(20);
            assertThat(last.status()).isEqualTo(503);
            assertThat(last.header("Retry-After")).isEqualTo("2");
            assertThat(small.get("/api/limits").status()).isEqualTo(200);
        }
    }

    @Test
    void oldPicturesMakeRoomForNewOnes() throws IOException {
        try (ServeClient small = new ServeClient(new Limits(1_000_000, 1_000_000, 10_000_000, 2, 10))) {
            String first = small.add(flat(), "1.png");
            String second = small.add(flat(), "2.png");
            small.get("/api/pictures/" + first);
            small.add(flat(), "3.png");
            assertThat(small.get("/api/pictures/" + second).status()).isEqualTo(404);
            assertThat(small.get("/api/pictures/" + first).status()).isEqualTo(200);
        }
    }
}

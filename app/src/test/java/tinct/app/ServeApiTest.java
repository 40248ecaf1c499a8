package tinct.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.app.serve.Limits;
import tinct.app.text.JsonReader;
import tinct.image.Image;

/** What scripts and the page can ask the server for. */
@Tag("slow")
final class ServeApiTest {
    private static final byte[] NOTHING = new byte[0];

    @TempDir
    private Path folder;

    private Path photo;
    private ServeClient client;

    @BeforeEach
    void start() throws IOException {
        photo = TestPictures.png(folder.resolve("a photo.png"), TestPictures.photo(120, 80));
        client = new ServeClient(Limits.DEFAULT);
    }

    @AfterEach
    void stop() {
        client.close();
    }

    /** The line that is told is run, and makes the same file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "k=16",
                "k=24&dither=floyd-steinberg:0.5&space=oklab",
                "colors=200&lossy=35&effort=3",
                "k=32&format=gif",
                "k=8&format=webp&seed=-3",
                "k=12&format=jpeg",
                "k=64&format=tinct&effort=1",
                "k=16&pin=%23ff0000,navy",
                "quality=60&below=write",
                "max-bytes=6KB&below=write&k=64",
                "k=20&method=lloyd&start=kmeans%2B%2B&runs=2&seed=7",
                "k=16&posterize=rgb565&dither=bayer",
                "k=16&preserve-rare=true"
            })
    void commandLineMakesTheSameFile(String options) throws IOException {
        String id = client.add(Files.readAllBytes(photo), "a photo.png");
        Object job =
                client.post("/api/jobs?picture=" + id + "&" + options, NOTHING).member("job");
        Map<String, Object> ended = client.ended(job);
        assertThat(ended).as(ended.toString()).containsEntry("state", "done");
        byte[] file = client.get("/api/jobs/" + job + "/file").body();

        Map<String, Object> result = ServeClient.result(ended);
        String command = (String) JsonReader.member(result, "command");
        assertThat(command).startsWith("tinct compress 'a photo.png'");
        List<String> arguments = words(command);
        arguments.set(1, photo.toString());
        Cli cli = Cli.run(arguments.toArray());
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(file).isEqualTo(Files.readAllBytes(folder.resolve((String) result.get("name"))));
        assertThat(client.post("/api/compress?" + options, Files.readAllBytes(photo))
                        .body())
                .isEqualTo(file);
    }

    /** The words of a line as a shell reads them, without the first. */
    private static List<String> words(String line) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + line).start();
        List<String> words = new ArrayList<>(
                new String(shell.getInputStream().readAllBytes(), UTF_8).lines().toList());
        words.remove(0);
        return words;
    }

    @Test
    void resultThatIsNotSmallerIsTheOriginal() throws IOException {
        byte[] tiny = Files.readAllBytes(TestPictures.png(folder.resolve("t.png"), TestPictures.flat(2, 2)));
        byte[] small = client.post("/api/compress", tiny).body();
        ServeClient.Answer again = client.post("/api/compress?name=t.png", small);
        assertThat(again.body()).isEqualTo(small);
        assertThat(again.header("Tinct-Kept")).isEqualTo("not smaller");
        assertThat(again.header("Content-Disposition")).contains("\"t.png\"");
    }

    @Test
    void paletteIsSentAndUsed() throws IOException {
        Map<String, Object> palette = client.post("/api/palettes?name=two.hex", "112233\nddeeff\n".getBytes(UTF_8))
                .json();
        assertThat(JsonReader.member(palette, "colors").toString()).containsIgnoringCase("112233");
        byte[] file = client.post("/api/compress?palette=" + palette.get("id"), Files.readAllBytes(photo))
                .body();
        Image image = TestPictures.read(Files.write(folder.resolve("r.png"), file));
        assertThat(image.pixels()).containsOnly(0xFF112233, 0xFFDDEEFF);
        assertThat(client.get("/api/command?name=x.png&palette=" + palette.get("id"))
                        .json())
                .containsEntry("command", "tinct compress x.png --palette two.hex");
    }

    @Test
    void previewShowsThePicture() throws IOException {
        String id = client.add(Files.readAllBytes(photo), "p.png");
        ByteBuffer preview = ByteBuffer.wrap(client.get("/api/pictures/" + id + "/preview?k=16&effort=9&lossy=50")
                .body());
        byte[] text = new byte[preview.getInt()];
        preview.get(text);
        Map<String, Object> json = JsonReader.object(new String(text, UTF_8));
        assertThat(json).containsEntry("width", 120.0).containsEntry("height", 80.0);
        int colors = JsonReader.number(json, "colors").intValue();
        assertThat(colors).isLessThanOrEqualTo(16);
        int[] entries = new int[colors];
        for (int i = 0; i < colors; i++) {
            entries[i] = Integer.rotateRight(preview.getInt(), 8);
        }
        assertThat(preview.remaining()).isEqualTo(120 * 80);
        Image original = TestPictures.photo(120, 80);
        for (int i = 0; i < 120 * 80; i++) {
            int entry = entries[preview.get() & 0xFF];
            int given = original.pixels()[i];
            assertThat(Math.abs((entry & 0xFF) - (given & 0xFF))).isLessThan(120);
            assertThat(entry >>> 24).isEqualTo(255);
        }
        assertThat((String) json.get("command")).endsWith("-k 16 --effort 9 --lossy 50");
    }

    @Test
    void previewOfALargePictureIsCoarse() throws IOException {
        Image large = TestPictures.photo(1500, 801);
        String id = client.add(Files.readAllBytes(TestPictures.png(folder.resolve("l.png"), large)), "l.png");
        ByteBuffer preview = ByteBuffer.wrap(
                client.get("/api/pictures/" + id + "/preview?k=64").body());
        byte[] text = new byte[preview.getInt()];
        preview.get(text);
        Map<String, Object> json = JsonReader.object(new String(text, UTF_8));
        assertThat(json)
                .containsEntry("width", 750.0)
                .containsEntry("height", 401.0)
                .containsEntry("step", 2.0);
        int[] entries = new int[JsonReader.number(json, "colors").intValue()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Integer.rotateRight(preview.getInt(), 8);
        }
        assertThat(preview.remaining()).isEqualTo(750 * 401);
        for (int i = 0; i < 750 * 401; i++) {
            int entry = entries[preview.get() & 0xFF];
            int given = large.pixels()[1500 * 2 * (i / 750) + 2 * (i % 750)];
            assertThat(Math.abs((entry & 0xFF) - (given & 0xFF))).isLessThan(80);
        }
        byte[] file = client.post(
                        "/api/compress?k=64&lossy=0&effort=1&name=l.png", Files.readAllBytes(folder.resolve("l.png")))
                .body();
        assertThat(JsonReader.number(json, "bytes").doubleValue()).isBetween(file.length * 0.7, file.length * 1.4);
    }

    @Test
    void pixelsAreThoseOfThePicture() throws IOException {
        Image clear = TestPictures.halfClear(10, 6);
        String id = client.add(Files.readAllBytes(TestPictures.png(folder.resolve("c.png"), clear)), "c.png");
        ByteBuffer pixels =
                ByteBuffer.wrap(client.get("/api/pictures/" + id + "/pixels").body());
        assertThat(pixels.getInt()).isEqualTo(10);
        assertThat(pixels.getInt()).isEqualTo(6);
        for (int argb : clear.pixels()) {
            assertThat(Integer.rotateRight(pixels.getInt(), 8)).isEqualTo(argb);
        }
    }

    @Test
    void whatIsWrongIsSaidAsOnTheCommandLine() throws IOException {
        byte[] bytes = Files.readAllBytes(photo);
        assertThat(client.post("/api/compress?k=300", bytes).error()).isEqualTo("-k must be in 1..256, was 300");
        assertThat(client.post("/api/compress?lossy=20&dither=bayer", bytes).error())
                .isEqualTo("--lossy and --dither exclude each other");
        assertThat(client.post("/api/compress?colour=3", bytes).error()).contains("no option 'colour'");
        assertThat(client.post("/api/compress?space=xyz", bytes).error()).contains("srgb, linear, oklab, lab");
        assertThat(client.post("/api/compress?quality=60&format=jpeg&below=write", bytes)
                        .status())
                .isEqualTo(422);
        assertThat(client.post("/api/compress", NOTHING).error()).startsWith("nothing was sent");
        assertThat(client.get("/api/nothing").status()).isEqualTo(404);
        assertThat(client.get("/api/jobs/1/file").error()).contains("no such job");
    }

    @Test
    void jobThatRunsIsCancelled() throws IOException {
        byte[] large = Files.readAllBytes(TestPictures.png(folder.resolve("l.png"), TestPictures.photo(900, 700)));
        String id = client.add(large, "l.png");
        String slow = "/api/jobs?effort=9&method=lloyd&start=random&runs=1000&tolerance=0&picture=" + id;
        Object running = client.post(slow, NOTHING).member("job");
        Object waiting = client.post(slow, NOTHING).member("job");
        while (!client.get("/api/jobs/" + running).text().contains("\"stage\":\"palette\"")) {
            LockSupport.parkNanos(ServeClient.PAUSE);
        }
        assertThat(client.get("/api/jobs/" + waiting).json()).containsEntry("state", "waiting");
        client.ask("DELETE", "/api/jobs/" + waiting, NOTHING);
        assertThat(client.ended(waiting)).containsEntry("state", "cancelled");
        client.ask("DELETE", "/api/jobs/" + running, NOTHING);
        assertThat(client.ended(running)).containsEntry("state", "cancelled");
        Object next =
                client.post("/api/jobs?k=4&effort=1&picture=" + id, NOTHING).member("job");
        assertThat(client.ended(next)).containsEntry("state", "done");
    }

    /** Only Linux tells that a client has gone. The work that is given up would take many minutes. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void workForAClientThatHasGoneIsGivenUp() throws IOException {
        byte[] large = Files.readAllBytes(TestPictures.png(folder.resolve("l.png"), TestPictures.photo(400, 300)));
        String id = client.add(Files.readAllBytes(photo), "p.png");
        String slow = "/api/compress?effort=9&method=lloyd&start=random&runs=1000&tolerance=0&name=gone.png";
        try (Socket gone = client.begin(slow, large)) {
            while (!client.get("/api/pictures").text().contains("gone.png")) {
                LockSupport.parkNanos(ServeClient.PAUSE);
            }
            assertThat(gone.isConnected()).isTrue();
        }
        Object next =
                client.post("/api/jobs?k=4&effort=1&picture=" + id, NOTHING).member("job");
        assertThat(client.ended(next)).containsEntry("state", "done");
        assertThat(client.get("/api/pictures").text()).doesNotContain("gone.png");
    }

    @Test
    void presetStandsForItsOptions() {
        String command = "/api/command?name=x.png&preset=";
        assertThat(client.get(command + "web").json())
                .containsEntry("command", "tinct compress x.png --space oklab --lossy 20");
        assertThat(client.get(command + "web&dither=bayer").json())
                .containsEntry("command", "tinct compress x.png --dither bayer --space oklab");
        assertThat(client.get(command + "archive").json())
                .containsEntry("command", "tinct compress x.png --dither none --lossy 0 --effort 9");
        assertThat(client.get(command + "wbe").error()).contains("web, thumbnail, e-ink");
    }

    @Test
    void pageBeginsWithWhatTheServerWasStartedWith() throws IOException {
        List<String> options = List.of("--colors=64", "--threads=2", "--palette=mine.gpl", "--preserve-rare");
        WishReader reader = new WishReader(new Arguments.Defaults(options, true));
        try (ServeClient begun = new ServeClient(Limits.DEFAULT, reader)) {
            assertThat(begun.get("/api/limits").text())
                    .contains("\"start\":{\"name\":\"\",\"options\":[\"--colors=64\",\"--preserve-rare\"]}");
            // The line is to mean the same beside the file that the options come from.
            assertThat(begun.get("/api/command?name=x.png&k=9").json())
                    .containsEntry("command", "tinct compress x.png -k 9 --no-config");
        }
    }

    @Test
    void studyAndReportAreMade() throws IOException {
        String id = client.add(Files.readAllBytes(photo), "<b>.png");
        Object job = client.post("/api/jobs?k=16&picture=" + id, NOTHING).member("job");
        client.ended(job);
        Map<String, Object> study =
                client.ended(client.post("/api/jobs/" + job + "/study", NOTHING).member("job"));
        assertThat(ServeClient.result(study)).containsKeys("curve", "capacity", "cloud", "packed", "training");
        Object report = client.post("/api/reports?k=16&pictures=" + id, NOTHING).member("job");
        assertThat(client.ended(report)).containsEntry("state", "done");
        ServeClient.Answer page = client.get("/api/jobs/" + report + "/file");
        assertThat(page.header("Content-Disposition")).contains("report.html");
        assertThat(page.text())
                .startsWith("<!DOCTYPE html>")
                .contains("_b_.png")
                .doesNotContain("<b>");
    }

    @Test
    void tabsHaveTheirOwnPictures() throws IOException {
        byte[] bytes = Files.readAllBytes(photo);
        Object a = client.post("/api/pictures?tab=a&name=1.png", bytes).member("id");
        client.post("/api/pictures?tab=b&name=2.png", bytes);
        assertThat(client.get("/api/pictures?tab=a").text()).contains("1.png").doesNotContain("2.png");
        assertThat(client.ask("DELETE", "/api/pictures/" + a, NOTHING).status()).isEqualTo(200);
        assertThat(client.get("/api/pictures/" + a).status()).isEqualTo(404);
        assertThat(client.get("/api/pictures?tab=b").text()).contains("2.png");
        assertThat(client.get("/api/pictures?tab=../a").status()).isEqualTo(400);
    }

    @Test
    void indexedPicturesOfEveryFormatAreRead() throws IOException {
        byte[] gif = client.post("/api/compress?format=gif&k=8", Files.readAllBytes(photo))
                .body();
        byte[] packed =
                client.post("/api/compress?format=tinct&force-larger=true", gif).body();
        assertThat(client.post("/api/pictures", packed).json()).containsEntry("format", "tinct");
        assertThat(new ByteArrayInputStream(gif).readNBytes(3)).isEqualTo("GIF".getBytes(UTF_8));
    }
}

package tinct.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tinct.app.text.JsonReader;

/** {@code tinct report}. */
final class ReportTest {
    @TempDir
    private Path folder;

    private Path photo(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return TestPictures.png(file, TestPictures.photo(48, 32));
    }

    private String report(Object... arguments) throws IOException {
        Path file = folder.resolve("report.html");
        Object[] all = Stream.concat(Stream.of("report", "-f", "--effort", "2", "-o", file), Stream.of(arguments))
                .toArray();
        Cli cli = Cli.run(all);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.exitCode()).isZero();
        return Files.readString(file);
    }

    /** What an element of an id holds. */
    private static String element(String html, String id) {
        Matcher matcher = Pattern.compile("<script [^>]*\\bid=\"" + id + "\"[^>]*>([^<]*)</script>")
                .matcher(html);
        assertThat(matcher.find()).as(id).isTrue();
        return matcher.group(1);
    }

    private static Map<String, Object> json(String html, String id) {
        return JsonReader.object(element(html, id));
    }

    @Test
    void pageNeedsNothingElse() throws Exception {
        String html = report(photo("photo.png"), "-k", "8");
        String policy = html.replaceFirst("(?s).*?http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\".*", "$1");
        assertThat(policy).startsWith("default-src 'none'; img-src data: blob:; script-src 'sha256-");
        assertThat(policy).contains(hash(between(html, "<style>", "</style>")));
        assertThat(policy).contains(hash(between(html, "\n<script>", "</script>")));
        String markup = html.replaceAll("(?s)<(script|style)\\b[^>]*>.*?</\\1>", "<$1></$1>");
        assertThat(markup).doesNotContainPattern("(?i)\\b(src|href|srcset|action)=");
        assertThat(WITHOUT_DATA.matcher(html).replaceAll(""))
                .doesNotContain("@import")
                .doesNotContain("url(http");
    }

    private static final Pattern WITHOUT_DATA = Pattern.compile("(?s)<script>.*?</script>");

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    @Test
    void everyElementIsClosed() throws IOException {
        String html = report(photo("photo.png"), "-k", "8");
        String markup = html.replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("(?s)<(script|style)\\b[^>]*>.*?</\\1>", "")
                .replaceFirst("<!DOCTYPE html>", "")
                .replaceAll("<meta [^>]*>", "");
        java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)(\\w+)(?: [\\w-]+(?:=\"[^\"<>]*\")?)*>|[<>]")
                .matcher(markup);
        while (tags.find()) {
            assertThat(tags.group(2))
                    .as("no stray %s at %d", tags.group(), tags.start())
                    .isNotNull();
            if (tags.group(1).isEmpty()) {
                open.push(tags.group(2));
            } else {
                assertThat(open.pop()).isEqualTo(tags.group(2));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void resultIsTheFileThatTheCommandLineMakes() throws IOException {
        Path photo = photo("it's a photo.png");
        String html = report(photo, "-k", "8", "--dither", "floyd-steinberg");
        String command = (String) json(html, "study-0").get("command");
        assertThat(command)
                .isEqualTo("tinct compress --effort 2 -k 8 --dither floyd-steinberg '"
                        + photo.toString().replace("'", "'\\''") + "'");
        Cli.run("compress", "--effort", "2", "-k", "8", "--dither", "floyd-steinberg", photo);
        byte[] made = Files.readAllBytes(folder.resolve("it's a photo-tinct.png"));
        assertThat(Base64.getDecoder().decode(element(html, "after-0"))).isEqualTo(made);
        assertThat(Base64.getDecoder().decode(element(html, "before-0"))).isEqualTo(Files.readAllBytes(photo));
    }

    @Test
    void namesAreNeverMarkup() throws IOException {
        Path bad = photo("in/<script>alert(1)<&\"'.png");
        photo("in/</script>.png"); // a folder named < with a file in it
        String html = report("-r", folder.resolve("in"), "--title", "<b>&</b>", "-k", "4");
        assertThat(html)
                .doesNotContain("<script>alert(1)")
                .doesNotContain("<b>&</b>")
                .contains("&lt;script&gt;alert(1)&lt;&amp;&quot;&#39;.png")
                .contains("<title>&lt;b&gt;&amp;&lt;/b&gt;</title>");
        List<Map<String, Object>> rows = JsonReader.objects(json(html, "report"), "pictures");
        assertThat(rows)
                .extracting(row -> row.get("name"))
                .contains(String.valueOf(bad.getFileName()), "</script>.png");
        // Scripts end where they are meant to: two of figures, four pictures, the table and the program.
        assertThat(html.split("</script>", -1)).hasSize(1 + 2 + 4 + 1 + 1);
    }

    @Test
    void brokenFileIsARowAndNotTheEnd() throws IOException {
        Path good = photo("good.png");
        Path broken = Files.writeString(folder.resolve("broken.png"), "this is a text");
        Path report = folder.resolve("r.html");
        Cli cli = Cli.run("report", broken, good, "-k", "4", "-o", report);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.errLines())
                .singleElement()
                .asString()
                .startsWith("tinct: " + broken + ": the file is not a picture");
        assertThat(cli.out()).contains("1 picture, 1 failed");
        List<Map<String, Object>> rows = JsonReader.objects(json(Files.readString(report), "report"), "pictures");
        assertThat((String) rows.get(0).get("error")).startsWith("the file is not a picture");
        assertThat(rows.get(1)).containsEntry("colorsAfter", 4.0).doesNotContainKey("error");
    }

    @Test
    void fileThatExistsIsKeptWithoutForce() throws IOException {
        Path photo = photo("photo.png");
        Path report = Files.writeString(folder.resolve("report.html"), "mine");
        Cli cli = Cli.run("report", photo, "-o", report);
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).startsWith("tinct: " + report + ": ");
        assertThat(report).hasContent("mine");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(photo, report); // nothing half done
        }
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "gif, image/gif", "webp, image/webp", "jpeg, image/jpeg", "tinct, image/png"})
    void resultIsShownInAFormatOfBrowsers(String format, String type) throws IOException {
        String html = report(photo("photo.png"), "-k", "8", "--format", format);
        assertThat(html).contains("id=\"after-0\" data-type=\"" + type + "\"");
        assertThat(element(html, "study-0")).containsIgnoringCase("\"after\":{\"format\":\"" + format + "\"");
    }

    @Test
    void sourceThatBrowsersDoNotShowIsPackedWithoutLoss() throws IOException {
        Path bmp = folder.resolve("photo.bmp");
        javax.imageio.ImageIO.write(tinct.imageio.BufferedImages.of(TestPictures.photo(48, 32)), "bmp", bmp.toFile());
        Path jpeg = TestPictures.jpeg(folder.resolve("photo.jpg"), TestPictures.photo(48, 32), 0.9f);
        String html = report(bmp, jpeg, "-k", "8");
        Path shown = folder.resolve("shown");
        Files.write(shown, Base64.getDecoder().decode(element(html, "before-0")));
        assertThat(tinct.image.Image.copyOf(
                        tinct.imageio.Pictures.open(shown, 1 << 20).rows()))
                .isEqualTo(TestPictures.photo(48, 32));
        assertThat(Base64.getDecoder().decode(element(html, "before-1"))).isEqualTo(Files.readAllBytes(jpeg));
    }

    @Test
    void qualityIsSought() throws IOException {
        String html = report(photo("photo.png"), "-q", "60");
        List<Map<String, Object>> settings = JsonReader.objects(json(html, "study-0"), "settings");
        assertThat(settings).anySatisfy(setting -> assertThat(setting).containsEntry("name", "target"));
    }

    @Test
    void misuseIsTold() throws IOException {
        Path photo = photo("photo.png");
        assertThat(Cli.run("report", photo, "-o", "report.txt").err()).contains("-o must be an .html file");
        assertThat(Cli.run("report", photo, "-k", "0").exitCode()).isEqualTo(2);
        assertThat(Cli.run("report", photo, "-q", "60", "--pin", "red").err()).contains("leave nothing to search");
    }

    @Test
    void jsonTellsWhatWasMade() throws IOException {
        Path photo = photo("photo.png");
        Path report = folder.resolve("r.html");
        Cli cli = Cli.run("report", photo, "-k", "4", "--json", "-o", report);
        assertThat(JsonReader.object(cli.out()))
                .containsEntry("file", report.toString())
                .containsEntry("pictures", 1.0)
                .containsEntry("failed", 0.0)
                .containsEntry("bytes", (double) Files.size(report));
    }
}

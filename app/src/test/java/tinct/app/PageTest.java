package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;
import tinct.app.browser.Browser;
import tinct.app.file.Source;
import tinct.app.serve.Limits;
import tinct.app.text.JsonReader;
import tinct.histogram.Histogram;
import tinct.image.Image;

/** The local page in a browser. Without one, {@link Browser#find} says so and nothing is looked at. */
@Tag("browser")
final class PageTest {
    private static final String DONE = "document.documentElement.dataset.state == 'done'";

    @TempDir
    private static Path folder;

    private static Optional<Browser> started = Optional.empty();
    private static Path photo = Path.of("");

    @BeforeAll
    static void start() throws IOException {
        started = Browser.find().map(programs -> Browser.start(programs, folder));
        Path kodak = Path.of(System.getProperty("tinct.root", ".")).resolve("../shared/images/kodak/03.png");
        if (!Files.exists(kodak)) {
            System.out.println("The photographs in ../shared/images are absent; the page is tested with a sample.");
            kodak = Path.of(System.getProperty("tinct.root", ".")).resolve("samples/still-life.png");
        }
        photo = kodak.toAbsolutePath().normalize();
    }

    @AfterAll
    static void stop() {
        started.ifPresent(Browser::close);
    }

    private interface Visit {
        void to(Browser browser) throws IOException;
    }

    /** Opens a page of a server of its own, and looks for errors in its console in the end. */
    private static void visit(Limits limits, Visit visit) throws IOException {
        if (started.isEmpty()) {
            return; // which has been said
        }
        Browser browser = started.get();
        try (ServeClient client = new ServeClient(limits)) {
            browser.view(1280, 720, false); // the figures, which take long, are below it
            browser.open(client.address());
            browser.await("document.documentElement.dataset.state");
            browser.run("sessionStorage.clear()");
            browser.open(client.address());
            browser.await("document.documentElement.dataset.state == 'empty'");
            browser.errors();
            browser.requests();
            visit.to(browser);
            assertThat(browser.errors())
                    .filteredOn(line -> !line.contains("status of 422"))
                    .isEmpty();
            assertThat(browser.requests())
                    .allMatch(address -> address.startsWith("http://127.0.0.1:" + client.port() + "/")
                            || address.startsWith("blob:")
                            || address.startsWith("data:"));
            browser.open("about:blank");
        }
    }

    private static void choose(Browser browser, Path... files) {
        browser.find("#files")
                .sendKeys(String.join(
                        "\n", java.util.Arrays.stream(files).map(Path::toString).toList()));
    }

    private static void setColors(Browser browser, int k) {
        WebElement field = browser.find("#k");
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Integer.toString(k));
    }

    /** Lets files fall on the page, as a hand with a mouse does. */
    private static void drop(Browser browser, Path file) throws IOException {
        transfer(browser, Files.readAllBytes(file), file.getFileName().toString(), """
                for (const type of ['dragenter', 'dragover', 'drop'])
                  document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
                """);
    }

    /** Runs a script that has a file in {@code transfer}. */
    private static void transfer(Browser browser, byte[] file, String name, String script) {
        String base64 = java.util.Base64.getEncoder().encodeToString(file);
        browser.run("""
                const bytes = Uint8Array.from(atob(arguments[0]), c => c.charCodeAt(0));
                const transfer = new DataTransfer();
                transfer.items.add(new File([bytes], arguments[1], { type: 'image/png' }));
                """ + script, base64, name);
    }

    /** Lets a folder fall on the page; what it holds the browser reads for itself. */
    private static void dropFolder(Browser browser, Path dropped) {
        Map<String, Object> data =
                Map.of("items", List.of(), "files", List.of(dropped.toString()), "dragOperationsMask", 1);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            browser.driver()
                    .executeCdpCommand(
                            "Input.dispatchDragEvent", Map.of("type", type, "x", 300, "y", 300, "data", data));
        }
    }

    /** Presses the tabulator until the focus is where a CSS selector says. */
    private static void tabTo(Browser browser, String selector) {
        for (int i = 0; i < 100; i++) {
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            if (browser.holds("document.activeElement.matches('" + selector + "')")) {
                return;
            }
        }
        throw new AssertionError("no way to " + selector + " by the tabulator");
    }

    /** Red, green, blue of a point of the viewer, parts of its size. */
    private static List<?> pixel(Browser browser, double x, double y) {
        return (List<?>) browser.run("""
                const canvas = document.querySelector('#viewer canvas');
                const at = (part, size) => Math.min(size - 1, Math.floor(part * size));
                const point = [at(arguments[0], canvas.width), at(arguments[1], canvas.height)];
                return [...canvas.getContext('2d').getImageData(...point, 1, 1).data].slice(0, 3);
                """, x, y);
    }

    @Test
    void pictureIsDroppedSeenComparedAndTakenAway() throws IOException {
        visit(Limits.DEFAULT, browser -> {
            drop(browser, photo);
            browser.await("document.querySelectorAll('.swatch').length > 16");
            setColors(browser, 16);
            browser.await(DONE + " && document.querySelector('#command').textContent.includes('-k 16')");
            int swatches = browser.all(".swatch").size();
            assertThat(swatches).isBetween(2, 16);
            long before = Files.size(photo);
            assertThat(browser.find("#saved").getText()).startsWith("−");
            sliderShowsBothSides(browser);

            browser.find("#download").click();
            String name = photo.getFileName().toString().replace(".png", "-tinct.png");
            Path result = folder.resolve(name);
            browser.await(name, () -> Files.exists(result));
            Source source = Source.open(result, Long.MAX_VALUE);
            assertThat(Histogram.of(source.rows(), 1).size()).isLessThanOrEqualTo(16);
            assertThat(source.bytes()).isLessThan(before / 2);
            String told = browser.find("#sizes").getText();
            assertThat(told).endsWith(tinct.app.text.Units.bytes(source.bytes()));
            Cli.run("compress", photo, "-k", "16", "-o", folder.resolve("cli.png"));
            assertThat(Files.readAllBytes(result)).isEqualTo(Files.readAllBytes(folder.resolve("cli.png")));
        });
    }

    private static void sliderShowsBothSides(Browser browser) throws IOException {
        Image original = Image.copyOf(Source.open(photo, Long.MAX_VALUE).rows());
        WebElement line = browser.find(".split-line");
        browser.run("document.querySelector('#viewer').tinctViewer.zoomTo(1)");
        new Actions(browser.driver()).dragAndDropBy(line, 200, 0).perform();
        browser.await("document.querySelector('.split-line').getAttribute('aria-valuenow') > 60");
        browser.run("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Map<?, ?> place = (Map<?, ?>) browser.run("""
                const viewer = document.querySelector('#viewer').tinctViewer;
                const [left, top] = viewer.corner();
                return { left, top, width: viewer.canvas.width, height: viewer.canvas.height, scale: viewer.scale };
                """);
        assertThat(JsonReader.number(place, "scale").doubleValue()).isEqualTo(1);
        int width = JsonReader.number(place, "width").intValue();
        int height = JsonReader.number(place, "height").intValue();
        int differing = 0;
        for (int i = 0; i < 12; i++) {
            double x = (0.3 + 0.02 * i) * width;
            assertThat(given(browser, original, place, (int) x, height / 2, width, height))
                    .isZero();
            differing +=
                    given(browser, original, place, (int) ((0.75 + 0.01 * i) * width), height / 2, width, height) > 0
                            ? 1
                            : 0;
        }
        assertThat(differing)
                .as("points on the right that are not as they were")
                .isGreaterThan(6);
        line.sendKeys(Keys.HOME);
        browser.await("document.querySelector('.split-line').getAttribute('aria-valuenow') == '0'");
    }

    /** How far a point of the viewer is from the picture's own pixel there. */
    private static int given(Browser browser, Image original, Map<?, ?> place, int x, int y, int width, int height) {
        int argb = original.argb(
                x - JsonReader.number(place, "left").intValue(),
                y - JsonReader.number(place, "top").intValue());
        List<?> seen = pixel(browser, (x + 0.5) / width, (y + 0.5) / height);
        int difference = 0;
        for (int c = 0; c < 3; c++) {
            difference += Math.abs((argb >> 16 - 8 * c & 0xFF) - ((Number) seen.get(c)).intValue());
        }
        return difference;
    }

    @Test
    void manyPicturesAtOnceAndWhatIsWrongWithSomeIsSaidBesideThem() throws IOException {
        Path[] files = new Path[12];
        for (int i = 0; i < 10; i++) {
            files[i] = TestPictures.png(folder.resolve("p" + i + ".png"), TestPictures.photo(60 + i, 40));
        }
        files[10] = Files.writeString(folder.resolve("text.png"), "no picture");
        files[11] = Files.write(folder.resolve("bomb.png"), ServeSecurityTest.bomb());
        visit(Limits.DEFAULT, browser -> {
            choose(browser, files);
            browser.await("document.querySelectorAll('#list li').length == 12");
            browser.await("document.querySelector('#download-all').getAttribute('aria-disabled') == 'false'");
            assertThat(browser.run(
                                    "return [...document.querySelectorAll('.card-note.bad')].map(n => n.textContent).join('|')")
                            .toString())
                    .contains("not a picture", "pixels");
            browser.find("#download-all").click();
            Path zip = folder.resolve("tinct.zip");
            browser.await("tinct.zip", () -> Files.exists(zip));
            try (java.util.zip.ZipFile all = new java.util.zip.ZipFile(zip.toFile())) {
                assertThat(all.stream().map(java.util.zip.ZipEntry::getName))
                        .hasSize(10)
                        .contains("p0-tinct.png", "p9-tinct.png");
            }
            browser.all("#list .card").get(10).click();
            browser.await("document.querySelector('#picture-problem').textContent.includes('text.png')");
        });
    }

    @Test
    void picturesOfAFolderThatIsDroppedAreTaken() throws IOException {
        Path album = folder.resolve("album");
        Files.createDirectories(album.resolve("more"));
        TestPictures.png(album.resolve("a.png"), TestPictures.photo(50, 40));
        TestPictures.png(album.resolve("more/b.png"), TestPictures.photo(40, 50));
        Files.writeString(album.resolve("notes.txt"), "no picture");
        visit(Limits.DEFAULT, browser -> {
            dropFolder(browser, album);
            browser.await("document.querySelectorAll('#list li').length == 2");
            browser.await(DONE);
            assertThat(browser.find("#list").getText()).contains("a.png", "b.png");
        });
    }

    @Test
    void aPictureIsPasted() throws IOException {
        byte[] picture = Files.readAllBytes(TestPictures.png(folder.resolve("pasted.png"), TestPictures.photo(30, 20)));
        visit(Limits.DEFAULT, browser -> {
            transfer(
                    browser,
                    picture,
                    "image.png",
                    "document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }))");
            browser.await(DONE);
            assertThat(browser.find("#command").getText()).contains("image.png");
        });
    }

    @Test
    void keysAloneAreEnough() throws IOException {
        visit(Limits.DEFAULT, browser -> {
            tabTo(browser, "#choose");
            choose(browser, TestPictures.png(folder.resolve("keys.png"), TestPictures.photo(60, 40)));
            browser.await(DONE);
            tabTo(browser, ".split-line");
            new Actions(browser.driver()).sendKeys(Keys.HOME).perform();
            browser.await("document.activeElement.getAttribute('aria-valuenow') == '0'");
            tabTo(browser, "#k");
            browser.driver().switchTo().activeElement().sendKeys(Keys.chord(Keys.CONTROL, "a"), "9");
            browser.await(DONE + " && document.querySelector('#command').textContent.includes('-k 9')");
            browser.run("document.activeElement.blur(); getSelection().collapse(document.body, 0)");
            tabTo(browser, "#download");
            new Actions(browser.driver()).sendKeys(Keys.ENTER).perform();
            Path result = folder.resolve("keys-tinct.png");
            browser.await("keys-tinct.png", () -> Files.exists(result));
        });
    }

    @Test
    void slowWorkIsCancelledAndAReloadGoesOn() throws IOException {
        visit(Limits.DEFAULT, browser -> {
            browser.run(
                    "sessionStorage.setItem('tinct-settings', JSON.stringify({effort: 9, aim: 'quality', quality: 80}))");
            browser.open(browser.driver().getCurrentUrl());
            browser.await("document.documentElement.dataset.state == 'empty'");
            choose(browser, photo);
            browser.await(
                    "!document.querySelector('#cancel').hidden && document.querySelector('#state').textContent.length > 7");
            browser.find("#cancel").click();
            browser.await("document.querySelector('#state').textContent.startsWith('cancelled')");
            browser.run("const e = document.querySelector('#reset'); e.click()");
            browser.await(
                    "document.querySelector('#state').textContent.match(/finding|mapping|writing|working|waiting|comparing|colours/)");
            browser.driver().navigate().refresh();
            browser.await(DONE);
            assertThat(browser.find("#viewer canvas").isDisplayed()).isTrue();
            assertThat(browser.find("#download").getAttribute("href")).contains("/api/jobs/");
        });
    }

    @Test
    void twoTabsDoNotMix() throws IOException {
        Path one = TestPictures.png(folder.resolve("one.png"), TestPictures.photo(70, 50));
        Path two = TestPictures.png(folder.resolve("two.png"), TestPictures.photo(80, 50));
        visit(Limits.DEFAULT, browser -> {
            String first = browser.driver().getWindowHandle();
            choose(browser, one);
            browser.await(DONE);
            String address = browser.driver().getCurrentUrl();
            browser.driver().switchTo().newWindow(WindowType.TAB);
            browser.open(address);
            browser.await("document.documentElement.dataset.state == 'empty'");
            choose(browser, two);
            browser.await(DONE);
            assertThat(browser.find("#command").getText()).contains("two.png");
            browser.driver().close();
            browser.driver().switchTo().window(first);
            assertThat(browser.find("#command").getText()).contains("one.png");
            browser.driver().navigate().refresh();
            browser.await(DONE);
            assertThat(browser.find("#command").getText()).contains("one.png");
        });
    }

    @Test
    void colourIsPickedFromThePictureAndKept() throws IOException {
        Path flat = TestPictures.png(folder.resolve("flat.png"), TestPictures.flat(400, 300));
        visit(Limits.DEFAULT, browser -> {
            choose(browser, flat);
            browser.await(DONE);
            browser.find("#pick").click();
            WebElement stage = browser.find("#viewer .stage");
            new Actions(browser.driver()).moveToElement(stage, -60, -40).click().perform();
            browser.await("document.querySelector('.pin')");
            assertThat(browser.find(".pin").getText().toLowerCase(java.util.Locale.ROOT))
                    .contains("#102030");
            browser.await(DONE + " && document.querySelector('#command').textContent.includes('--pin')");
        });
    }

    @Test
    void settingsForAPurposeAreChosenAndChanged() throws IOException {
        Path flat = TestPictures.png(folder.resolve("purpose.png"), TestPictures.flat(40, 30));
        visit(Limits.DEFAULT, browser -> {
            choose(browser, flat);
            browser.await(DONE);
            browser.find("#preset").sendKeys("e-paper");
            browser.await(DONE + " && document.querySelector('#command').textContent.includes('--device spectra6')");
            assertThat(browser.all("#k")).as("a display has all its colours").isEmpty();
            browser.find(".plain-chip").click();
            browser.await(DONE + " && !document.querySelector('#command').textContent.includes('--device')");
            assertThat(browser.find("#command").getText()).contains("--dither atkinson");
        });
    }

    @Test
    void allFiguresComeWhereTheyAreLookedAt() throws IOException {
        Path small = TestPictures.png(folder.resolve("figures.png"), TestPictures.photo(64, 48));
        visit(Limits.DEFAULT, browser -> {
            choose(browser, small);
            browser.await(DONE);
            assertThat(browser.all(".figure-curve")).isEmpty();
            browser.run("document.querySelector('#figures').scrollIntoView()");
            browser.await(
                    "document.querySelector('.figure-curve canvas') && document.querySelector('.figure-settings')");
            for (String figure : List.of("inertia", "likeness", "sizes", "packed", "capacity", "training", "cloud")) {
                assertThat(browser.find(".figure-" + figure).isDisplayed()).isTrue();
            }
            browser.find("#report").click();
            Path report = folder.resolve("report.html");
            browser.await("report.html", () -> Files.exists(report));
            assertThat(Files.readString(report)).contains("figures.png");
        });
    }

    @Test
    void pageFitsNarrowAndWideScreens() throws IOException {
        Path small = TestPictures.png(folder.resolve("small.png"), TestPictures.photo(90, 60));
        visit(Limits.DEFAULT, browser -> {
            choose(browser, small);
            browser.await(DONE);
            for (int width : new int[] {360, 768, 1600}) {
                browser.view(width, 900, width == 768);
                assertThat(browser.run("return document.documentElement.scrollWidth"))
                        .as("at " + width)
                        .isEqualTo((long) width);
            }
            assertThat(browser.find("#state").getText()).contains("colours");
        });
    }
}

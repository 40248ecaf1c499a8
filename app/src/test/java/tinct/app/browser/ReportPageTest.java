package tinct.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import tinct.Progress;
import tinct.Settings;
import tinct.Tinct;
import tinct.app.Cli;
import tinct.app.TestPictures;
import tinct.image.Image;

/** The report as people use it. */
@Tag("browser")
final class ReportPageTest {
    private static final Image PHOTO = TestPictures.photo(120, 80);

    @TempDir
    private static Path folder;

    private static Optional<Browser> started = Optional.empty();
    private static Path one = Path.of("");
    private static Path many = Path.of("");

    @BeforeAll
    static void makeReports() throws IOException {
        started = Browser.find().map(programs -> Browser.start(programs, folder));
        Path photo = TestPictures.png(folder.resolve("photo.png"), PHOTO);
        one = folder.resolve("one.html");
        Cli.run("report", photo, "-k", "16", "-o", one);
        Path flat = TestPictures.png(folder.resolve("flat.png"), TestPictures.flat(64, 64));
        Path name = TestPictures.png(folder.resolve("<img src=x onerror=alert(1)>.png"), TestPictures.photo(40, 40));
        Path broken = Files.writeString(folder.resolve("broken.png"), "this is a text");
        many = folder.resolve("many.html");
        Cli.run("report", photo, flat, broken, name, "-k", "8", "-o", many);
    }

    @AfterAll
    static void stop() {
        started.ifPresent(Browser::close);
    }

    @BeforeEach
    void needsABrowser() {
        started.ifPresent(browser -> {
            browser.view(1280, 900, false);
            browser.open("about:blank");
            browser.errors();
            browser.requests();
        });
        assumeTrue(started.isPresent(), "no browser");
    }

    @AfterEach
    void nothingWentWrongAndNothingWasLoaded() {
        Browser browser = started.orElseThrow();
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.requests()).allMatch(address -> address.matches("(?s)(file|blob|data|about):.*"));
    }

    private static Browser open(Path report) {
        Browser browser = started.orElseThrow();
        browser.open(report.toUri().toString());
        browser.await("document.body.dataset.ready");
        return browser;
    }

    private static Browser openOne() {
        Browser browser = open(one);
        browser.await("document.querySelector('.figure-viewer').tinctViewer.pictures.after");
        browser.run("document.querySelector('.figure-viewer').tinctViewer.zoomTo(1)");
        return browser;
    }

    /** The colour that the stage shows of a pixel of the picture, at one pixel for one. */
    private static int shown(Browser browser, int x, int y) {
        Object argb = browser.run(
                "const v = document.querySelector('.figure-viewer').tinctViewer; v.paint();"
                        + "const [left, top] = v.corner();"
                        + "const d = v.canvas.getContext('2d').getImageData(left + arguments[0], top + arguments[1], 1, 1).data;"
                        + "return d[0] * 65536 + d[1] * 256 + d[2]",
                x,
                y);
        return ((Number) argb).intValue() | 0xFF000000;
    }

    @Test
    void pixelsOnTheLeftOfTheLineAreBeforeAndOnItsRightAfter() throws IOException {
        Browser browser = openOne();
        Image after = Tinct.compress(PHOTO, Settings.DEFAULT.withMaxColors(16), Progress.NONE)
                .image()
                .toImage();
        for (int x : new int[] {0, 17, 58}) {
            assertThat(shown(browser, x, 40)).isEqualTo(PHOTO.argb(x, 40));
        }
        for (int x : new int[] {62, 99, 119}) {
            assertThat(shown(browser, x, 40)).isEqualTo(after.argb(x, 40));
        }
        WebElement line = browser.find(".split-line");
        new Actions(browser.driver())
                .moveToElement(line)
                .clickAndHold()
                .moveByOffset(-40, 0)
                .release()
                .perform();
        assertThat(shown(browser, 30, 40)).isEqualTo(after.argb(30, 40));
        assertThat(shown(browser, 10, 40)).isEqualTo(PHOTO.argb(10, 40));
        line.sendKeys(Keys.END);
        assertThat(shown(browser, 119, 79)).isEqualTo(PHOTO.argb(119, 79));
        assertThat(line.getDomAttribute("aria-valuenow")).isEqualTo("100");
    }

    @Test
    void aPictureThatIsStillOnItsWayIsNotForgottenWhenTheOtherChanges() {
        Browser browser = openOne();
        browser.run("const v = document.querySelector('.figure-viewer').tinctViewer;"
                + "const before = v.part.before + '#again', after = v.part.after + '#again';"
                + "v.show({ ...v.part, before }); v.show({ ...v.part, before, after })");
        browser.await("['before', 'after'].every(key =>"
                + " document.querySelector('.figure-viewer').tinctViewer.pictures[key].src.endsWith('#again'))");
    }

    @Test
    void zoomedPixelsAreSquaresOfOneColour() {
        Browser browser = openOne();
        browser.run(
                "const v = document.querySelector('.figure-viewer').tinctViewer; v.setMode('before'); v.zoomTo(8); v.paint()");
        Object colors = browser.run("const v = document.querySelector('.figure-viewer').tinctViewer;"
                + "const [left, top] = v.corner(); const c = v.canvas.getContext('2d');"
                + "const x = Math.ceil(Math.max(0, -left) / 8) + 3, y = Math.ceil(Math.max(0, -top) / 8) + 3;"
                + "const d = c.getImageData(left + 8 * x, top + 8 * y, 8, 8).data;"
                + "return [x, y, new Set(Array.from({length: 64}, (_, i) => d.slice(4 * i, 4 * i + 3).join())).size,"
                + " d[0] * 65536 + d[1] * 256 + d[2]]");
        List<?> found = (List<?>) colors;
        assertThat(((Number) found.get(2)).intValue()).isEqualTo(1);
        int expected = PHOTO.argb(((Number) found.get(0)).intValue(), ((Number) found.get(1)).intValue());
        assertThat(((Number) found.get(3)).intValue()).isEqualTo(expected & 0xFFFFFF);
    }

    @Test
    void differenceIsGreyWhereNothingChanged() {
        Browser browser = open(many);
        browser.run("location.hash = '1'"); // the flat picture stays exact
        browser.await("document.querySelector('.figure-viewer')?.tinctViewer.pictures.after");
        browser.run("const v = document.querySelector('.figure-viewer').tinctViewer; v.setMode('difference')");
        assertThat(shown(browser, 5, 5)).isEqualTo(0xFF808080);
        browser.run("const v = document.querySelector('.figure-viewer').tinctViewer; v.setMode('error')");
        assertThat(shown(browser, 5, 5)).isEqualTo(0xFF080816);
        assertThat(browser.find(".legend").isDisplayed()).isTrue();
    }

    @Test
    void everyFigureIsThere() {
        Browser browser = openOne();
        browser.await("document.querySelectorAll('.u-over').length === 2");
        assertThat(browser.all(".swatch")).hasSizeBetween(2, 16);
        assertThat(browser.all(".bars li")).hasSize(6);
        assertThat(browser.all("section h2"))
                .extracting(WebElement::getText)
                .contains("Colours in space", "The packed file");
        browser.await("document.querySelector('.figure-cloud').tinctCloud.painter.constructor.name");
        assertThat(browser.find(".command code").getText()).startsWith("tinct compress -k 16 ");
    }

    @Test
    void errorTakesThePlaceOfQualityInTheCurve() {
        Browser browser = openOne();
        browser.await("document.querySelector('.figure-curve .u-legend')");
        assertThat(browser.find(".figure-curve .u-legend").getText()).contains("SSIMULACRA 2");
        browser.all(".figure-curve .choice button").get(1).click();
        browser.await("document.querySelector('.figure-curve .u-legend')?.textContent.includes('MSE')");
        assertThat(browser.holds("document.activeElement.textContent === 'Error'"))
                .isTrue();
    }

    @Test
    void swatchIsCopiedByAClickAndReachedByKeys() {
        Browser browser = openOne();
        WebElement first = browser.find(".swatch");
        first.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.holds("document.activeElement === document.querySelectorAll('.swatch')[2]"))
                .isTrue();
        browser.run("document.activeElement.click()");
        browser.await("/^Copied #|does not let/.test(document.getElementById('tinct-said')?.textContent)");
    }

    @Test
    void cloudTurnsAndChangesItsAxes() {
        Browser browser = openOne();
        browser.await("document.querySelector('.axis-labels .axis')");
        assertThat(browser.find(".axis-labels").getDomProperty("textContent")).contains("L", "a", "b");
        browser.run("[...document.querySelectorAll('.cloud button')].find(b => b.textContent === 'RGB').click()");
        browser.await("document.querySelector('.axis-labels').textContent.includes('G')");
        browser.find(".cloud .stage").sendKeys(Keys.ARROW_LEFT);
        assertThat(browser.holds("document.querySelector('.figure-cloud').tinctCloud.camera.azimuth > 0.63"))
                .isTrue();
    }

    @Test
    void tableIsSortedAndPicturesAreBehindIt() {
        Browser browser = open(many);
        assertThat(browser.all(".pictures tbody tr")).hasSize(4);
        assertThat(browser.find(".pictures .error").getText()).contains("not a picture");
        assertThat(browser.find(".pictures").getText()).contains("<img src=x onerror=alert(1)>.png");
        browser.run("document.querySelectorAll('.pictures thead button')[5].click()"); // colours
        assertThat(browser.all(".pictures tbody .name").get(0).getText()).isEqualTo("flat.png");
        browser.run("document.querySelectorAll('.pictures thead button')[5].click()");
        assertThat(browser.all(".pictures tbody .name").get(0).getText()).isEqualTo("photo.png");
        assertThat(browser.find(".pictures thead th:nth-child(6)").getDomAttribute("aria-sort"))
                .isEqualTo("descending");
        browser.find(".pictures tbody a").click();
        browser.await("document.querySelector('h1').textContent === 'photo.png'");
        browser.find("a.back").click();
        browser.await("document.querySelector('.pictures')");
    }

    @Test
    void paperIsLightAndHoldsTheTable() {
        Browser browser = started.orElseThrow();
        browser.view(718, 1000, true); // what margins leave of A4
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        open(many);
        assertThat(browser.run("return getComputedStyle(document.body).color")).isEqualTo("rgb(23, 26, 32)");
        assertThat(browser.holds("document.querySelector('.pictures').scrollWidth <= 718"))
                .isTrue();
        assertThat(browser.holds("document.querySelector('.pictures .name').offsetHeight < 40"))
                .as("a name on one line")
                .isTrue();
    }

    @Test
    void nothingIsWiderThanANarrowScreen() {
        Browser browser = started.orElseThrow();
        browser.view(360, 640, true);
        openOne();
        assertThat(browser.holds("document.documentElement.scrollWidth <= 360")).isTrue();
        open(many);
        assertThat(browser.holds("document.documentElement.scrollWidth <= 360")).isTrue();
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(15, 18, 22)");
    }
}

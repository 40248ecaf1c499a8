package tinct.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That there is a browser to test with, and that it does what the other tests rely on. */
@Tag("browser")
final class BrowserTest {
    @TempDir
    private Path folder;

    /** Where a browser is demanded, its absence is a failure. */
    @Test
    void thereIsABrowserOrItIsSaid() throws Exception {
        Optional<Browser.Programs> programs = Browser.find();
        if (Boolean.getBoolean("tinct.browser.required")) {
            assertThat(programs).as("chromium and chromedriver").isPresent();
        }
        if (programs.isPresent()) {
            try (Browser browser = Browser.start(programs.get(), folder)) {
                Path page = Files.writeString(
                        folder.resolve("page.html"),
                        "<title>t</title><p id=a>one<script>console.error('two')</script>");
                browser.open(page.toUri().toString());
                assertThat(browser.find("#a").getText()).isEqualTo("one");
                assertThat(browser.errors()).singleElement().asString().contains("two");
                browser.view(360, 640, true);
                assertThat(browser.holds("innerWidth == 360 && matchMedia('(prefers-color-scheme: dark)').matches"))
                        .isTrue();
                assertThat(browser.requests()).allMatch(address -> address.startsWith("file:"));
            }
        }
    }
}

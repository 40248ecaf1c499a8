package tinct.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tinct.app.browser.Browser;
import tinct.app.browser.Screenshots;
import tinct.app.serve.Limits;

/** The screenshots of the local page. */
public final class PageScreenshots {
    private PageScreenshots() {}

    /**
     * Takes them.
     *
     * @param photographs the folder of Kodak photographs
     * @param docs where they go
     */
    public static void take(Browser browser, Path photographs, Path docs) throws IOException {
        try (ServeClient client = new ServeClient(Limits.DEFAULT)) {
            browser.view(1280, 860, false);
            browser.open(client.address());
            browser.await("document.documentElement.dataset.state == 'empty'");
            String files = Stream.of("23", "03", "07", "15", "20")
                    .map(name ->
                            photographs.resolve(name + ".png").toAbsolutePath().toString())
                    .collect(Collectors.joining("\n"));
            browser.find("#files").sendKeys(files);
            browser.await("document.querySelectorAll('#list canvas').length == 5");
            browser.run("const k = document.querySelector('#k'); k.value = 128; k.dispatchEvent(new Event('input'))");
            browser.await("document.querySelector('#download-all').getAttribute('aria-disabled') == 'false'");
            browser.await("document.documentElement.dataset.state == 'done'");
            Screenshots.save(browser, docs.resolve("page-light.png"));
            browser.view(1280, 860, true);
            Screenshots.save(browser, docs.resolve("page-dark.png"));
            browser.view(360, 1100, false);
            Screenshots.save(browser, docs.resolve("page-narrow.png"));
        }
    }
}

package tinct.app.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How soon a report is there in a browser.
 *
 * <pre>{@code
 * LoadReport REPORT.html [ROUNDS]
 * }</pre>
 *
 * <p>Prints a row for each round: the size of the page, milliseconds from the address to the finished table (as told from
 * outside) and to the load event (as the page tells), memory of scripts, then, if there is a table, milliseconds from the click on
 * its first picture to that picture before and after and to the first image of the cloud; errors in the console, and addresses that
 * were asked for but the page.
 */
public final class LoadReport {
    private LoadReport() {}

    /** Arguments: the report, and how often it is loaded. Default 3. */
    public static void main(String[] args) throws Exception {
        Path report = Path.of(args[0]).toAbsolutePath();
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        System.out.println(
                "bytes,table ms,load event ms,script MB,picture ms,cloud ms,console errors,requests beside the page");
        for (int round = 0; round < rounds; round++) {
            try (Browser browser =
                    Browser.start(Browser.find().orElseThrow(), Files.createTempDirectory("tinct-load"))) {
                browser.view(1280, 900, false);
                browser.open("about:blank");
                browser.requests();
                System.out.println(
                        Files.size(report) + "," + load(browser, report.toUri().toString()));
            }
        }
    }

    private static String load(Browser browser, String address) {
        long start = System.nanoTime();
        browser.open(address);
        browser.await("document.body.dataset.ready");
        double table = milliseconds(start);
        double event = number(browser, "performance.timing.loadEventEnd - performance.timing.navigationStart");
        double memory = number(browser, "performance.memory.usedJSHeapSize / 1e6");
        double picture = Double.NaN;
        double cloud = Double.NaN;
        if (browser.holds("document.querySelector('.pictures tbody a')")) {
            start = System.nanoTime();
            browser.find(".pictures tbody a").click();
            browser.await("document.querySelector('.figure-viewer').tinctViewer.pictures.after");
            picture = milliseconds(start);
            browser.run(
                    "document.querySelector('.figure-cloud').scrollIntoView()"); // it is drawn where it is looked at
            browser.await("document.querySelector('.figure-cloud').tinctCloud.painter.renderer");
            cloud = milliseconds(start);
        }
        List<String> others = browser.requests().stream()
                .filter(request -> !request.startsWith(address) && !request.startsWith("blob:"))
                .toList();
        return String.format(
                Locale.ROOT,
                "%.0f,%.0f,%.1f,%.0f,%.0f,%d,%d",
                table,
                event,
                memory,
                picture,
                cloud,
                browser.errors().size(),
                others.size());
    }

    private static double milliseconds(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double number(Browser browser, String expression) {
        return ((Number) browser.run("return " + expression)).doubleValue();
    }
}

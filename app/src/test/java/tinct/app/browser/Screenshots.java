package tinct.app.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import tinct.Settings;
import tinct.Tinct;
import tinct.app.Cli;
import tinct.app.PageScreenshots;
import tinct.codec.PngWriter;
import tinct.image.Image;
import tinct.imageio.BufferedImages;

/** Makes the screenshots of the documentation, each compressed by Tinct itself. */
public final class Screenshots {
    private static final int COLORS = 256;

    private Screenshots() {}

    /** Arguments: the folder of Kodak photographs, and that of the documentation. */
    public static void main(String[] args) throws IOException {
        Path photographs = Path.of(args[0]).toRealPath(); // a browser takes no other
        Path docs = Path.of(args[1]);
        Path work = Files.createTempDirectory("screenshots");
        Path one = work.resolve("one.html");
        Path many = work.resolve("many.html");
        run("report", "-f", photographs.resolve("23.png"), "-k", "128", "-o", one);
        run("report", "-f", photographs, "-o", many);
        try (Browser browser = Browser.start(Browser.find().orElseThrow(), work)) {
            shoot(browser, one, 1280, 1500, false, docs.resolve("report-light.png"));
            shoot(browser, one, 1280, 1500, true, docs.resolve("report-dark.png"));
            shoot(browser, one, 360, 1500, false, docs.resolve("report-narrow.png"));
            shoot(browser, many, 1280, 800, false, docs.resolve("report-table.png"));
            PageScreenshots.take(browser, photographs, docs);
        }
    }

    private static void run(Object... arguments) {
        Cli cli = Cli.run(arguments);
        if (cli.exitCode() != 0) {
            throw new IllegalStateException(cli.err());
        }
    }

    private static void shoot(Browser browser, Path page, int width, int height, boolean dark, Path file)
            throws IOException {
        browser.view(width, height, dark);
        browser.open(page.toUri().toString());
        browser.await("document.body.dataset.ready");
        if (browser.holds("document.querySelector('.figure-viewer')")) {
            browser.await("document.querySelector('.figure-viewer').tinctViewer.pictures.after");
            browser.await("document.querySelector('.figure-cloud').tinctCloud.painter.renderer");
            browser.await("document.querySelectorAll('.u-over').length === 2");
        }
        save(browser, file);
    }

    /** Saves what is seen, when it has settled. */
    public static void save(Browser browser, Path file) throws IOException {
        settle(browser);
        Image image = BufferedImages.toImage(ImageIO.read(new ByteArrayInputStream(browser.screenshot())));
        try (OutputStream out = Files.newOutputStream(file)) {
            PngWriter.write(
                    Tinct.compress(image, Settings.DEFAULT.withMaxColors(COLORS))
                            .image(),
                    out);
        }
        System.out.println(file + " " + Files.size(file) + " bytes");
    }

    /** Waits for what is drawn in the next frames. */
    private static void settle(Browser browser) {
        browser.run(
                "window.settled = 0; const next = () => ++window.settled < 20 && requestAnimationFrame(next); next()");
        browser.await("window.settled >= 20");
    }
}

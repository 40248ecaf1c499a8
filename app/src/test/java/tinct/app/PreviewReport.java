package tinct.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import tinct.app.serve.Limits;
import tinct.imageio.Pictures;

/**
 * How soon the local page's server answers with a preview, and what many of them do to memory.
 *
 * <p>Arguments: pictures. Of each 10 previews are made to warm up, then 50 with numbers of colours all over the range, each
 * asked for over HTTP as the page does; its pixels are all sent. Memory is what is used after a collection.
 */
public final class PreviewReport {
    private static final int WARM = 10;
    private static final int PREVIEWS = 50;

    private PreviewReport() {}

    /** Prints a table. */
    public static void main(String[] args) throws IOException {
        System.out.printf(
                "Java %s, %d processors%n%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        System.out.println("| picture | Mpx | colours | median, ms | 90 %, ms | heap after 10, MB | after 60, MB |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (String argument : args) {
            row(Path.of(argument));
        }
    }

    private static void row(Path file) throws IOException {
        try (ServeClient client = new ServeClient(Limits.DEFAULT)) {
            String id = client.add(Files.readAllBytes(file), "p");
            for (int i = 0; i < WARM; i++) {
                preview(client, id, 256 - i);
            }
            double before = heap();
            double[] times = new double[PREVIEWS];
            for (int i = 0; i < PREVIEWS; i++) {
                long start = System.nanoTime();
                preview(client, id, 2 + i * 254 / (PREVIEWS - 1));
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            double after = heap();
            Arrays.sort(times);
            double pixels = Pictures.open(file, Long.MAX_VALUE).rows().pixelCount() / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | 2 to 256 | %.0f | %.0f | %.1f | %.1f |%n",
                    file.getFileName(),
                    pixels,
                    times[PREVIEWS / 2],
                    times[PREVIEWS * 9 / 10],
                    before,
                    after);
        }
    }

    private static void preview(ServeClient client, String id, int colors) {
        ServeClient.Answer answer = client.get("/api/pictures/" + id + "/preview?colors=" + colors);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.text());
        }
    }

    /** Megabytes in use after a collection. */
    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}

package tinct.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
 * asked for over HTTP as the page does; its pixels are all sent. The least of the times, and the processor time of a
 * preview on all its threads, are what others who work on the same processors disturb least. Memory is what is used after a
 * collection.
 */
public final class PreviewReport {
    private static final int WARM = 10;
    private static final int PREVIEWS = 50;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private PreviewReport() {}

    /** Prints a table. */
    public static void main(String[] args) throws IOException {
        System.out.printf(
                "Java %s, %d processors%n%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        System.out.println(
                "| picture | Mpx | colours | least, ms | median, ms | 90 %, ms | processor, ms | heap after 10, MB | after 60, MB |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
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
            long busy = SYSTEM.getProcessCpuTime();
            for (int i = 0; i < PREVIEWS; i++) {
                long start = System.nanoTime();
                preview(client, id, 2 + i * 254 / (PREVIEWS - 1));
                times[i] = (System.nanoTime() - start) / 1e6;
            }
            double processor = (SYSTEM.getProcessCpuTime() - busy) / 1e6 / PREVIEWS;
            double after = heap();
            Arrays.sort(times);
            double pixels = Pictures.open(file, Long.MAX_VALUE).rows().pixelCount() / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | 2 to 256 | %.0f | %.0f | %.0f | %.0f | %.1f | %.1f |%n",
                    file.getFileName(),
                    pixels,
                    times[0],
                    times[PREVIEWS / 2],
                    times[PREVIEWS * 9 / 10],
                    processor,
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

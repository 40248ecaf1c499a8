package tinct.app.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import tinct.app.compress.Inputs;
import tinct.app.compress.MemoryBudget;
import tinct.app.compress.Recipe;
import tinct.app.file.Format;

/**
 * Pictures and what became of them as one page.
 *
 * @param title of the page
 * @param command the command line that makes it
 * @param pictureCommand tells a command line that makes the result of a picture
 * @param recipe of the results
 * @param format of the results
 * @param maxPixels the largest picture that is accepted
 * @param capacity bytes of the disk that pictures are counted on
 * @param threads most threads to use; what is written does not depend on it, but for times
 */
public record Report(
        String title,
        String command,
        Function<Path, String> pictureCommand,
        Recipe recipe,
        Format format,
        long maxPixels,
        long capacity,
        int threads) {

    /** Told of each picture that is done. */
    public interface Listener {
        /**
         * A picture is done.
         *
         * @param error what went wrong, or null
         */
        void done(Path file, @org.jspecify.annotations.Nullable Throwable error);
    }

    /**
     * Writes the page; a picture that cannot be read is a row that says so. The stream stays open.
     *
     * @throws IOException if the stream fails
     */
    public void write(List<Inputs.Found> pictures, OutputStream out, Listener listener) throws IOException {
        ReportPage page = new ReportPage(out, title, command);
        page.begin();
        Chapter.Making making =
                new Chapter.Making(recipe, format, maxPixels, capacity, pictureCommand::apply, pictures.size());
        int atOnce = Math.max(1, Math.min(threads, pictures.size()));
        MemoryBudget memory = MemoryBudget.ofHeap();
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            Queue<Future<Chapter>> chapters = new ArrayDeque<>();
            int next = 0;
            for (Inputs.Found found : pictures) {
                // No more than are in work wait to be written: each holds two pictures.
                while (next < pictures.size() && chapters.size() < 2 * atOnce) {
                    Inputs.Found ahead = pictures.get(next++);
                    chapters.add(workers.submit(() -> making.make(ahead, Math.max(1, threads / atOnce), memory)));
                }
                Chapter chapter = get(chapters.remove());
                page.add(chapter, found.file());
                listener.done(found.file(), chapter.error().orElse(null));
            }
        } finally {
            workers.shutdownNow();
        }
        page.end();
    }

    private static Chapter get(Future<Chapter> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause()); // an error of the machine: all others are in the chapter
        }
    }
}

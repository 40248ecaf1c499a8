package tinct.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tinct.Progress;
import tinct.app.compress.Inputs;
import tinct.app.compress.MemoryBudget;
import tinct.app.compress.Recipe;
import tinct.app.file.Format;
import tinct.app.file.Problem;
import tinct.app.file.Source;
import tinct.app.report.Shown.Thumbnail;
import tinct.app.study.Study;
import tinct.app.study.StudyMaker;
import tinct.image.Image;

/**
 * One picture of a report, or why there is none.
 *
 * @param name as it is told
 * @param error what happened, if it could not be done
 */
record Chapter(String name, Optional<Contents> contents, Optional<Throwable> error) {
    private static final int CLOUD_ALONE = 8000;
    private static final int CLOUD_AMONG_MANY = 3000;
    private static final int MANY = 4;

    /** How many times the memory of a compression the figures take. */
    private static final int WORK = 4;

    /** What there is of a picture that could be read. */
    record Contents(Study study, Shown before, Shown after, Thumbnail thumbnail) {}

    /**
     * How chapters are made.
     *
     * @param recipe of the results
     * @param format of the results
     * @param capacity bytes of the disk
     * @param command of a picture: tells a command line that makes the same result
     * @param pictures how many the report has: among many each has a smaller cloud
     */
    record Making(Recipe recipe, Format format, long maxPixels, long capacity, Command command, int pictures) {
        Chapter make(Inputs.Found found, int threads, MemoryBudget memory) {
            String name = name(found);
            try {
                if (found.problem().isPresent()) {
                    throw new IOException(found.problem().get());
                }
                return new Chapter(name, Optional.of(contents(found.file(), name, threads, memory)), Optional.empty());
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                return new Chapter(name, Optional.empty(), Optional.of(e));
            }
        }

        private Contents contents(Path file, String name, int threads, MemoryBudget memory) throws IOException {
            Source opened = Source.open(file, maxPixels);
            try (MemoryBudget.Share share = memory.take(opened.rows().pixelCount() * WORK)) {
                assert share != null;
                return contents(opened, name, threads);
            }
        }

        private Contents contents(Source opened, String name, int threads) throws IOException {
            Path file = opened.file();
            Image image = Image.copyOf(opened.rows());
            Source source = new Source(file, opened.format(), opened.kind(), opened.notes(), opened.bytes(), image);
            Recipe.Made made = recipe.make(file, image, format, threads, Progress.NONE);
            byte[] result = recipe.file(made, format);
            boolean many = pictures > MANY;
            int cloud = many ? CLOUD_AMONG_MANY : CLOUD_ALONE;
            Study study = new StudyMaker(source, made, format, result, cloud).all(name, command.of(file), capacity);
            return new Contents(
                    study,
                    Shown.of(source, many),
                    Shown.of(made.result().image(), result, format, recipe),
                    Shown.thumbnail(image));
        }

        private static String name(Inputs.Found found) {
            String place = found.place().toString();
            return (place.isEmpty() ? found.file().toString() : place).replace('\\', '/');
        }
    }

    /** Tells a command line for a picture. */
    interface Command {
        String of(Path file);
    }

    /** What went wrong with a file, in words. */
    Optional<String> problem(Path file) {
        return error.map(e -> Problem.describe(e, file));
    }
}

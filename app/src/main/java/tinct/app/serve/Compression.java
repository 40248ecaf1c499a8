package tinct.app.serve;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tinct.Result;
import tinct.app.compress.Goal;
import tinct.app.compress.Reach;
import tinct.app.compress.Recipe;
import tinct.app.file.Format;
import tinct.app.file.Source;
import tinct.app.study.Study;
import tinct.app.study.StudyMaker;
import tinct.app.text.Json;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.imageio.Pictures;

/** Makes the file that the command line would make: the same options, the same bytes. */
final class Compression extends Job implements Product {
    private static final int CLOUD = 6000;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final Wish wish;
    private final List<Wish.Option> asked;
    private final Shelf shelf;
    private final Path file;
    private volatile @Nullable Ended ended;
    private volatile SoftReference<Recipe.Made> made = new SoftReference<>(null);

    /**
     * What came of it.
     *
     * @param kept why the source is the better file; empty if it is not
     */
    private record Ended(long bytes, Optional<String> kept) {}

    Compression(
            String id,
            Upload upload,
            Wish wish,
            List<Wish.Option> asked,
            Shelf shelf,
            Path file,
            Consumer<Job> listener) {
        super(id, upload, listener);
        this.wish = wish;
        this.asked = asked;
        this.shelf = shelf;
        this.file = file;
    }

    @Override
    String kind() {
        return "compress";
    }

    @Override
    synchronized Json json() {
        return super.json()
                .putTexts("options", asked.stream().map(Wish.Option::argument).toList());
    }

    /** The line that makes the same. */
    String command() {
        return wish.command(upload().name());
    }

    @Override
    Json work() throws IOException {
        Upload.Pixels pixels = shelf.pixels(upload());
        Recipe.Made result = make(pixels.source());
        stage("file");
        byte[] bytes = wish.recipe().file(result, wish.format());
        Files.write(file, bytes);
        Optional<String> kept = kept(pixels.source(), result, bytes.length);
        ended = new Ended(bytes.length, kept);
        upload().learn(Preview.proportion(result.result().image(), bytes.length));
        stage("likeness");
        StudyMaker maker = new StudyMaker(pixels.source(), result, wish.format(), bytes, CLOUD);
        return json(maker, result, bytes, kept);
    }

    private Recipe.Made make(Source source) throws IOException {
        Recipe.Made result = wish.recipe()
                .make(
                        upload().file(),
                        source.rows(),
                        wish.format(),
                        THREADS,
                        begun -> stage(begun.name().toLowerCase(Locale.ROOT)));
        made = new SoftReference<>(result);
        return result;
    }

    /** As on the command line: a result that is not smaller is not written, nor one that misses its goal. */
    private Optional<String> kept(Source source, Recipe.Made result, long bytes) throws IOException {
        Optional<Reach> missed = result.reach().filter(reach -> !reach.enough());
        Goal.Below below = wish.recipe().goal().map(Goal::below).orElse(Goal.Below.WRITE);
        if (missed.isPresent() && below == Goal.Below.FAIL) {
            throw new IOException(missed.get().missed());
        }
        if (missed.isPresent() && below == Goal.Below.KEEP) {
            return missed.map(Reach::missed);
        }
        boolean named = Options.value(wish.options(), "--format").isPresent();
        boolean conversion = named && !wish.format().title().equals(source.format());
        return wish.always() || conversion || bytes < source.bytes() ? Optional.empty() : Optional.of("not smaller");
    }

    private Json json(StudyMaker maker, Recipe.Made result, byte[] bytes, Optional<String> kept) throws IOException {
        Result found = result.result();
        Json times = new Json();
        found.nanos().forEach((stage, nanos) -> times.put(stage.name().toLowerCase(Locale.ROOT), nanos / 1e6));
        Json json = new Json()
                .put("name", FileNames.result(upload().name(), wish.format()))
                .put("format", wish.format().toString())
                .put("bytesBefore", maker.source().bytes())
                .put("bytesAfter", bytes.length)
                .put("colorsBefore", found.distinctBefore())
                .put("colorsAfter", found.distinctAfter())
                .put("command", command())
                .put("iterations", found.quantization().iterations())
                .put("inertia", found.quantization().inertia())
                .put("milliseconds", times)
                .put("likeness", Study.json(maker.likeness()));
        kept.ifPresent(reason -> json.put("kept", reason));
        result.reach().ifPresent(reach -> json.put("reached", reach.found()).put("colorsChosen", reach.colors()));
        return json;
    }

    /**
     * All figures.
     *
     * @throws IOException if the source is broken
     */
    Study study(long capacity) throws IOException {
        Source source = shelf.pixels(upload()).source();
        Recipe.Made result = made.get();
        if (result == null) {
            result = make(source);
        }
        byte[] bytes = Files.readAllBytes(file);
        return new StudyMaker(source, result, wish.format(), bytes, CLOUD).all(upload().name(), command(), capacity);
    }

    /** The result's pixels as they are in its file. */
    IndexedImage indexed() throws IOException {
        Recipe.Made result = made.get();
        if (result == null) {
            result = make(shelf.pixels(upload()).source());
        }
        return result.result().image();
    }

    /** The pixels of the file, if its format changes them. */
    Optional<Image> changed() throws IOException {
        return wish.format() == Format.JPEG
                ? Optional.of(Image.copyOf(Pictures.open(file, Long.MAX_VALUE).rows()))
                : Optional.empty();
    }

    /** The file for who takes the result away: the source if that is the better one. */
    @Override
    public Path product() {
        return whole().kept.isPresent() ? upload().file() : file;
    }

    /** What that file is called. */
    @Override
    public String productName() {
        return whole().kept.isPresent() ? upload().name() : FileNames.result(upload().name(), wish.format());
    }

    Optional<String> kept() {
        return whole().kept;
    }

    private Ended whole() {
        Ended known = ended;
        if (known == null || state() != State.DONE) {
            throw new Refusal(409, "the job is not done: " + (error().isEmpty() ? "wait for it" : error()));
        }
        return known;
    }

    @Override
    public void delete() {
        Workspace.delete(file);
    }
}

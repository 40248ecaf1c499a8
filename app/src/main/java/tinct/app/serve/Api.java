package tinct.app.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import tinct.app.file.Format;
import tinct.app.file.PaletteFiles;
import tinct.app.file.Problem;
import tinct.app.text.Json;
import tinct.image.Palette;
import tinct.image.PixelRows;

/** What can be asked for: docs/serve.md. */
final class Api {
    private static final String TAB = "[A-Za-z0-9_-]{1,40}";
    private static final int PREVIEWS = 8;
    /** Requests that wait for their result, so that others still find a place. */
    private static final int WAITING_REQUESTS = 4;

    /** Between two looks whether a client still waits, milliseconds. */
    private static final long LOOK = 500;

    private static final long PALETTE_BYTES = 4_000_000;

    private final Limits limits;
    private final Workspace workspace;
    private final Shelf shelf;
    private final Jobs jobs;
    private final Events events;
    private final Wish.Reader reader;
    private final Semaphore previews = new Semaphore(1, true);

    Api(Limits limits, Workspace workspace, Shelf shelf, Jobs jobs, Events events, Wish.Reader reader) {
        this.limits = limits;
        this.workspace = workspace;
        this.shelf = shelf;
        this.jobs = jobs;
        this.events = events;
        this.reader = reader;
    }

    /**
     * Answers a request that was let in.
     *
     * @throws IOException if the client goes away
     */
    void handle(Request request) throws IOException {
        List<String> path = request.path();
        String method = request.method();
        switch (path.get(0)) {
            case "" -> resource(request, path.size() == 1 ? Optional.of(Resources.page()) : Optional.empty());
            case "web", "serve" -> resource(request, Resources.find(String.join("/", path)));
            case "api" -> api(request, method + " " + path.get(path.size() > 1 ? 1 : 0), path);
            default -> throw Refusal.absent("page");
        }
    }

    private static void resource(Request request, Optional<Resources.Resource> found) throws IOException {
        Resources.Resource resource = found.orElseThrow(() -> Refusal.absent("page"));
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            throw new Refusal(405, "this can only be read");
        }
        request.answer(200, resource.type(), resource.bytes());
    }

    private void api(Request request, String call, List<String> path) throws IOException {
        String id = path.size() > 2 ? path.get(2) : "";
        String what = path.size() > 3 ? path.get(3) : "";
        if (path.size() > 4) {
            throw Refusal.absent("address");
        }
        switch (call) {
            case "GET limits" -> request.answer(limits());
            case "GET command" -> command(request);
            case "GET events" -> events.stream(request, tab(request), snapshot(tab(request)));
            case "POST compress" -> compress(request);
            case "POST palettes" -> addPalette(request);
            case "GET pictures" -> pictures(request, id, what);
            case "POST pictures" -> addPicture(request);
            case "DELETE pictures" -> {
                shelf.remove(id);
                request.answer(new Json().put("removed", id));
            }
            case "POST jobs" -> startJob(request, id, what);
            case "GET jobs" -> job(request, id, what);
            case "DELETE jobs" -> {
                jobs.cancel(jobs.get(id));
                request.answer(jobs.get(id).json());
            }
            case "POST reports" -> startReport(request);
            case "GET zip" -> zip(request);
            default -> throw Refusal.absent("address");
        }
    }

    private Json limits() {
        return new Json()
                .put("uploadBytes", limits.uploadBytes())
                .put("maxPixels", limits.maxPixels())
                .put("pictures", limits.pictures())
                .putTexts(
                        "formats",
                        Arrays.stream(Format.values()).map(Format::toString).toList())
                .put("start", json(new Wish.Preset("", reader.start())))
                .put("presets", reader.presets().stream().map(Api::json).toList());
    }

    private static Json json(Wish.Preset preset) {
        List<String> options = Options.taken(preset.options()).stream()
                .map(Wish.Option::argument)
                .toList();
        return new Json().put("name", preset.name()).putTexts("options", options);
    }

    /** The options of a request, those of a preset among them. */
    private List<Wish.Option> asked(Request request) {
        return reader.complete(Options.of(request.query()));
    }

    private static String tab(Request request) {
        String tab = request.parameter("tab");
        if (tab.isEmpty()) {
            return "api";
        }
        if (!tab.matches(TAB)) {
            throw Refusal.wrong("tab is up to 40 letters and digits");
        }
        return tab;
    }

    private List<Json> snapshot(String tab) {
        List<Json> all = new ArrayList<>();
        for (Upload upload : shelf.of(tab)) {
            jobs.of(upload).forEach(job -> all.add(job.json()));
        }
        return all;
    }

    /** What is asked for; only palettes that were sent can be named. */
    private Wish wish(List<Wish.Option> asked) {
        Optional<String> named = Options.value(asked, "--palette");
        Optional<Shelf.NamedFile> palette = named.flatMap(shelf::palette);
        if (named.isPresent() && palette.isEmpty()) {
            throw Refusal.wrong("palette names one that was sent to /api/palettes; this server opens no other files");
        }
        Wish wish = reader.read(asked, palette.map(Shelf.NamedFile::file));
        return palette.isEmpty()
                ? wish
                : wish.with(
                        Options.with(wish.options(), "--palette", palette.get().name()));
    }

    /** The line for a wish, with the name that the palette's file had. */
    private void command(Request request) throws IOException {
        String name = FileNames.safe(request.parameter("name"));
        Wish wish = wish(asked(request));
        request.answer(new Json().put("command", wish.command(name)).putTexts("arguments", wish.arguments(name)));
    }

    private void addPicture(Request request) throws IOException {
        request.answer(201, upload(request).json());
    }

    private Upload upload(Request request) throws IOException {
        try {
            return shelf.add(request, tab(request));
        } catch (IOException e) {
            throw new Refusal(422, Problem.describe(e, workspace.folder()));
        }
    }

    private void addPalette(Request request) throws IOException {
        String name = FileNames.safe(request.parameter("name"));
        int dot = name.lastIndexOf('.');
        Path file = workspace.file(dot < 0 ? "" : name.substring(dot).replaceAll("[^.A-Za-z0-9]", ""));
        try {
            request.save(file, PALETTE_BYTES);
            Palette palette = PaletteFiles.palette(file, limits.maxPixels());
            List<String> colors =
                    Arrays.stream(palette.toArray()).mapToObj(Palette::hex).toList();
            request.answer(
                    201,
                    new Json()
                            .put("id", shelf.addPalette(new Shelf.NamedFile(file, name)))
                            .put("name", name)
                            .putTexts("colors", colors));
        } catch (IOException | IllegalArgumentException e) {
            Workspace.delete(file);
            throw new Refusal(422, Problem.describe(e, file));
        }
    }

    private void pictures(Request request, String id, String what) throws IOException {
        if (id.isEmpty()) {
            request.answer(new Json()
                    .put(
                            "pictures",
                            shelf.of(tab(request)).stream().map(Upload::json).toList()));
            return;
        }
        Upload upload = shelf.get(id);
        switch (what) {
            case "" -> request.answer(upload.json());
            case "pixels" -> pixels(request, shelf.pixels(upload).rows());
            case "preview" -> preview(request, upload);
            default -> throw Refusal.absent("address");
        }
    }

    /** Width, height, then red, green, blue, alpha of each pixel, not premultiplied. */
    private static void pixels(Request request, PixelRows rows) throws IOException {
        int width = rows.width();
        int[] row = new int[width];
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(8, 4 * width));
        try (OutputStream out = request.stream("application/octet-stream", 8 + 4L * width * rows.height());
                PixelRows.RowReader reader = rows.open()) {
            bytes.putInt(width).putInt(rows.height());
            out.write(bytes.array(), 0, 8);
            for (int y = 0; y < rows.height(); y++) {
                reader.readRow(row);
                bytes.clear();
                for (int argb : row) {
                    bytes.putInt(argb << 8 | argb >>> 24);
                }
                out.write(bytes.array(), 0, 4 * width);
            }
        }
    }

    private void preview(Request request, Upload upload) throws IOException {
        List<Wish.Option> asked = asked(request);
        Wish whole = wish(asked);
        Wish quick = wish(Options.quick(asked));
        if (previews.getQueueLength() >= PREVIEWS) {
            throw Refusal.busy("other previews are being made", 1);
        }
        byte[] bytes;
        previews.acquireUninterruptibly();
        try {
            bytes = Preview.of(upload, shelf.pixels(upload), quick, whole, asked);
        } finally {
            previews.release();
        }
        request.answer(200, "application/octet-stream", bytes);
    }

    private void startJob(Request request, String id, String what) throws IOException {
        Job job;
        if (what.equals("study")) {
            job = new StudyJob(shelf.newId(), jobs.compression(id), this::changed);
        } else if (what.isEmpty() && id.isEmpty()) {
            job = compression(shelf.get(request.parameter("picture")), asked(request));
        } else {
            throw Refusal.absent("address");
        }
        jobs.start(job, limits.waiting());
        request.answer(202, job.json());
    }

    private void startReport(Request request) throws IOException {
        List<Upload> uploads = Arrays.stream(request.parameter("pictures").split(",", -1))
                .map(shelf::get)
                .toList();
        Wish wish = wish(asked(request));
        Job job = new ReportJob(shelf.newId(), uploads, wish, workspace, limits.maxPixels(), this::changed);
        jobs.start(job, limits.waiting());
        request.answer(202, job.json());
    }

    private Compression compression(Upload upload, List<Wish.Option> asked) {
        Wish wish = wish(asked);
        Path file = workspace.file("." + wish.format().extension());
        return new Compression(shelf.newId(), upload, wish, asked, shelf, file, this::changed);
    }

    private void changed(Job job) {
        events.tell(job.upload().tab(), job.json());
    }

    private void job(Request request, String id, String what) throws IOException {
        switch (what) {
            case "" -> request.answer(jobs.get(id).json());
            case "file" -> {
                Product product = jobs.product(id);
                request.send("application/octet-stream", product.productName(), product.product());
            }
            case "pixels" -> {
                Compression job = jobs.compression(id);
                job.kept(); // which refuses a job that is not done
                Optional<? extends PixelRows> changed = job.changed();
                pixels(request, changed.isPresent() ? changed.get() : job.indexed());
            }
            default -> throw Refusal.absent("address");
        }
    }

    /** The picture in, the file out. For who does not wait for it the work is given up. */
    private void compress(Request request) throws IOException {
        List<Wish.Option> asked = asked(request);
        wish(asked); // What is wrong is said before a large picture is sent.
        Upload upload = upload(request);
        try {
            Compression job = compression(upload, asked);
            jobs.start(job, WAITING_REQUESTS);
            Presence client = request.presence();
            while (!job.await(LOOK)) {
                if (client.left()) {
                    throw new IOException("the client went away"); // its picture and its job go below
                }
            }
            if (job.state() != Job.State.DONE) {
                throw new Refusal(422, job.error());
            }
            job.kept().ifPresent(reason -> request.answerHeaders().set("Tinct-Kept", reason));
            request.send("application/octet-stream", job.productName(), job.product());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy("the server is stopping", 1);
        } finally {
            shelf.remove(upload.id());
        }
    }

    private void zip(Request request) throws IOException {
        List<Compression> results = new ArrayList<>();
        for (String id : request.parameter("jobs").split(",", -1)) {
            Compression job = jobs.compression(id);
            if (!Files.exists(job.product())) {
                throw Refusal.absent("result");
            }
            results.add(job);
        }
        request.answerHeaders().set("Content-Disposition", FileNames.attachment("tinct.zip"));
        try (OutputStream out = request.stream("application/zip")) {
            Zip.write(results, out);
        }
    }
}

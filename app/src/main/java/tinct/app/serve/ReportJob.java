package tinct.app.serve;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tinct.app.compress.Inputs;
import tinct.app.report.Report;
import tinct.app.text.Json;
import tinct.app.text.Units;

/** Makes the report that {@code tinct report} makes. */
final class ReportJob extends Job implements Product {
    private static final long CAPACITY = 1_000_000_000;

    private final List<Upload> uploads;
    private final Wish wish;
    private final Workspace workspace;
    private final long maxPixels;
    private final Path file;

    /**
     * A report that waits.
     *
     * @param uploads at least one
     */
    ReportJob(String id, List<Upload> uploads, Wish wish, Workspace workspace, long maxPixels, Consumer<Job> listener) {
        super(id, uploads.get(0), listener);
        this.uploads = List.copyOf(uploads);
        this.wish = wish;
        this.workspace = workspace;
        this.maxPixels = maxPixels;
        this.file = workspace.file(".html");
    }

    @Override
    String kind() {
        return "report";
    }

    @Override
    Json work() throws IOException {
        stage("figures");
        Path folder = Files.createDirectory(workspace.file(""));
        List<Inputs.Found> found = new ArrayList<>();
        Set<String> taken = FileNames.none();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Upload upload : uploads) {
                Path named = folder.resolve(FileNames.unique(upload.name(), taken));
                link(named, upload.file());
                found.add(new Inputs.Found(named, folder, Optional.empty()));
            }
            report().write(found, out, this::done);
        } finally {
            found.forEach(one -> Workspace.delete(one.file()));
            Workspace.delete(folder);
        }
        return new Json().put("name", productName()).put("bytes", Files.size(file));
    }

    private void done(Path picture, @Nullable Throwable error) {
        stage("figures");
    }

    /** The same file by the name that its sender gave it. */
    private static void link(Path named, Path source) throws IOException {
        try {
            Files.createLink(named, source);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(source, named);
        }
    }

    private Report report() {
        List<String> names = uploads.stream().map(Upload::name).toList();
        String title = names.size() == 1 ? names.get(0) : Units.count(names.size()) + " pictures";
        return new Report(
                title,
                wish.report(names),
                picture -> wish.command(String.valueOf(picture.getFileName())),
                wish.recipe(),
                wish.format(),
                maxPixels,
                CAPACITY,
                Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Path product() {
        if (state() != State.DONE) {
            throw new Refusal(409, "the job is not done");
        }
        return file;
    }

    @Override
    public String productName() {
        return "report.html";
    }

    @Override
    public void delete() {
        Workspace.delete(file);
    }
}

package tinct.app.compress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tinct.app.compress.Inputs.Found;
import tinct.app.file.Format;

/** Which files are to be compressed, and where the results go. */
public final class Plan {
    private final Optional<Path> output;
    private final boolean folder;
    private final Optional<Format> format;
    private final String suffix;

    /**
     * Settles where results go.
     *
     * @param output a file or a folder; empty for beside the sources
     * @param folder whether the output is a folder even if nothing else says so
     * @param inputs what is to be compressed: files, folders, patterns
     * @param format the format asked for by name
     * @param suffix put after the name of a result; unless it was given, none is put where results have a folder
     * @throws IllegalArgumentException if these contradict each other
     */
    public Plan(
            Optional<String> output,
            boolean folder,
            List<String> inputs,
            Optional<Format> format,
            Optional<String> suffix) {
        this.output = output.map(Path::of);
        this.folder = output.isPresent() && (folder || isFolder(output.get(), inputs));
        Optional<Format> ofName = this.folder ? Optional.empty() : this.output.flatMap(Format::ofName);
        if (output.isPresent() && !this.folder) {
            checkFile(output.get(), format, ofName);
        }
        this.format = format.or(() -> ofName);
        this.suffix = suffix.orElse(output.isPresent() ? "" : "-tinct");
    }

    /**
     * For results that all go below a folder.
     *
     * @param format the format asked for by name
     */
    public static Plan below(Path folder, Optional<Format> format) {
        return new Plan(Optional.of(folder.toString()), true, List.of(), format, Optional.empty());
    }

    private static boolean isFolder(String output, List<String> inputs) {
        Path path = Path.of(output);
        boolean several = inputs.size() > 1 || inputs.stream().anyMatch(Inputs::isSeveral);
        boolean folder = Files.isDirectory(path);
        if (several && !folder && (Files.exists(path) || Format.ofName(path).isPresent())) {
            throw new IllegalArgumentException("-o must name a folder for several pictures, was " + output);
        }
        return several || output.endsWith("/") || output.endsWith("\\") || folder;
    }

    private static void checkFile(String output, Optional<Format> format, Optional<Format> ofName) {
        if (format.isEmpty() && ofName.isEmpty()) {
            throw new IllegalArgumentException(
                    "-o " + output + " does not tell a format: name it .png, .gif, .webp, .jpg "
                            + "or .tinct, or give --format; a folder ends in /");
        }
        if (format.isPresent() && ofName.isPresent() && !format.equals(ofName)) {
            throw new IllegalArgumentException("-o " + output + " contradicts --format " + format.get());
        }
    }

    /**
     * A job for each picture that the inputs mean.
     *
     * @param deep whether folders in folders are looked into
     * @throws IllegalArgumentException if an input is not a pattern, though it looks like one
     */
    public List<Job> jobs(List<String> inputs, boolean deep) {
        Optional<Path> results = folder ? output : Optional.empty();
        return withoutClashes(new Inputs(deep, results, this::isResult)
                .find(inputs).stream().map(this::job).toList());
    }

    /**
     * The job of one picture.
     *
     * @param place where it is below the folder that was named, and its result below that of the results
     */
    public Job job(Path source, Path place) {
        return job(source, place, Path.of(""));
    }

    /** Whether a file found in a folder is what an earlier run wrote beside its source. */
    private boolean isResult(Path file) {
        return output.isEmpty() && !suffix.isEmpty() && Format.stem(file).endsWith(suffix);
    }

    private Job job(Found found) {
        Job job = job(found.file(), found.place(), found.root());
        return found.problem().map(job::refused).orElse(job);
    }

    /** The tree below the root is kept below the folder of the results. */
    private Job job(Path source, Path place, Path root) {
        Format target = format.orElseGet(() -> Format.usual(source));
        boolean named = format.isPresent();
        String shown = Tree.slashes(place.toString().isEmpty() ? source : place);
        String name = Format.stem(source) + suffix + "." + target.extension();
        if (output.isEmpty()) {
            Path beside = source.resolveSibling(name);
            return new Job(source, shown, beside, target, named, Optional.empty(), root, false, Optional.empty());
        }
        Path out = output.get();
        if (!folder) {
            Path parent = out.toAbsolutePath().getParent();
            Path above = parent == null ? out : parent;
            return new Job(source, shown, out, target, named, output, above, false, Optional.empty());
        }
        Path copy = out.resolve(place);
        return new Job(
                source,
                shown,
                copy.resolveSibling(name),
                target,
                named,
                Optional.of(copy),
                out,
                false,
                Optional.empty());
    }

    private static List<Job> withoutClashes(List<Job> jobs) {
        Map<Path, Path> sources = new HashMap<>();
        return jobs.stream()
                .map(job -> {
                    Path other = sources.putIfAbsent(job.target().normalize(), job.source());
                    boolean clash = other != null && job.refusal().isEmpty();
                    return clash
                            ? job.refused("its result would have the name of that of " + other
                                    + "; compress it by itself with another -o")
                            : job;
                })
                .toList();
    }
}

package tinct.app.compress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tinct.app.file.Format;
import tinct.app.file.Problem;
import tinct.app.file.Source;

/** Which files are to be compressed, and where the results go. */
public final class Plan {
    private final Optional<Path> output;
    private final boolean folder;
    private final Optional<Format> format;
    private final String suffix;

    /**
     * Settles where results go.
     *
     * @param output what {@code -o} says; empty for beside the sources
     * @param inputs what is to be compressed
     * @param format the format asked for by name
     * @param suffix put after the name of a result; unless it was given, none is put where results have a folder
     * @throws IllegalArgumentException if these contradict each other
     */
    public Plan(Optional<String> output, List<Path> inputs, Optional<Format> format, Optional<String> suffix) {
        this.output = output.map(Path::of);
        this.folder = output.isPresent() && isFolder(output.get(), inputs);
        Optional<Format> ofName = folder ? Optional.empty() : this.output.flatMap(Format::ofName);
        if (output.isPresent() && !folder) {
            checkFile(output.get(), format, ofName);
        }
        this.format = format.or(() -> ofName);
        this.suffix = suffix.orElse(output.isPresent() ? "" : "-tinct");
    }

    private static boolean isFolder(String output, List<Path> inputs) {
        Path path = Path.of(output);
        boolean several = inputs.size() > 1 || inputs.stream().anyMatch(Files::isDirectory);
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

    /** A job for each input, and for each picture in an input that is a folder, sorted by name. */
    public List<Job> jobs(List<Path> inputs) {
        List<Job> jobs = new ArrayList<>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                addFolder(input, jobs);
            } else {
                jobs.add(job(input));
            }
        }
        return withoutClashes(jobs);
    }

    private void addFolder(Path input, List<Job> jobs) {
        try (Stream<Path> files = Files.list(input)) {
            List<Path> pictures = files.sorted()
                    .filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .filter(Source::isPicture)
                    .filter(file -> !isResult(file))
                    .toList();
            pictures.forEach(file -> jobs.add(job(file)));
            if (pictures.isEmpty()) {
                jobs.add(job(input).refused("no pictures in this folder"));
            }
        } catch (IOException e) {
            jobs.add(job(input).refused(Problem.describe(e, input)));
        }
    }

    /** Whether a file found in a folder is what an earlier run wrote beside its source. */
    private boolean isResult(Path file) {
        return output.isEmpty() && !suffix.isEmpty() && Format.stem(file).endsWith(suffix);
    }

    private Job job(Path source) {
        Format target = format.orElse(Format.PNG);
        boolean named = format.isPresent();
        String name = Format.stem(source) + suffix + "." + target.extension();
        if (output.isEmpty()) {
            return new Job(source, source.resolveSibling(name), target, named, Optional.empty(), Optional.empty());
        }
        if (!folder) {
            return new Job(source, output.get(), target, named, output, Optional.empty());
        }
        Path copy = output.get().resolve(String.valueOf(source.getFileName()));
        return new Job(source, output.get().resolve(name), target, named, Optional.of(copy), Optional.empty());
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

package tinct.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tinct.app.Cli;

/** Folders with links to files, to folders, to themselves and to nothing: sources and what links lead to stay as they were. */
final class Links implements Trial {
    @Override
    public String name() {
        return "symbolic links";
    }

    @Override
    public Optional<String> impossible() {
        try {
            Path folder = Files.createTempDirectory("tinct-soak");
            Path link = folder.resolve("link");
            Files.createSymbolicLink(link, folder);
            Files.delete(link);
            Files.delete(folder);
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of("links cannot be made: " + e.getMessage());
        }
    }

    @Override
    public Optional<String> run(long seed, Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Path in = Files.createDirectory(folder.resolve("in"));
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path out = folder.resolve("out");
        RandomPictures.folder(random, in, 4);
        RandomPictures.folder(random, outside, 3);
        List<Path> goals = new ArrayList<>(List.of(
                in,
                folder,
                outside,
                outside.resolve("picture-1.png"),
                in.resolve("picture-0.png"),
                folder.resolve("none")));
        if (random.nextBoolean()) {
            Files.createDirectory(out);
            Files.createSymbolicLink(out.resolve("picture-1.png"), outside.resolve("picture-0.png"));
        }
        for (int i = 0; i < 4; i++) {
            Path goal = goals.get(random.nextInt(goals.size()));
            Files.createSymbolicLink(in.resolve("link-" + i + (random.nextBoolean() ? ".png" : "")), goal);
        }
        Map<String, byte[]> sources = Runs.results(in);
        Map<String, byte[]> others = Runs.results(outside);
        List<Object> line = Runs.line(in, out);
        if (random.nextBoolean()) {
            line.add("-f");
        }
        Cli cli = Cli.run(line.toArray());
        return Runs.told(cli.exitCode(), cli.err())
                .or(() -> changed(in, sources))
                .or(() -> changed(outside, others))
                .map(wrong -> wrong + "; " + cli);
    }

    private static Optional<String> changed(Path folder, Map<String, byte[]> before) {
        try {
            return Runs.same(Runs.results(folder), before).map(what -> folder.getFileName() + ": " + what);
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }
}

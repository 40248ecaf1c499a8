package tinct.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tinct.app.Cli;

/** Results onto a disk that gets full: those that are there are whole, the others are told of; with room it goes on. */
final class FullDisk implements Trial {
    @Override
    public String name() {
        return "full disk";
    }

    @Override
    public Optional<String> impossible() {
        return Mount.impossible();
    }

    @Override
    public Optional<String> run(long seed, Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Path in = Files.createDirectory(folder.resolve("in"));
        Path whole = folder.resolve("whole");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        RandomPictures.folder(random, in, 10);
        Cli undisturbed = Cli.run(Runs.line(in, whole).toArray());
        if (undisturbed.exitCode() != 0) {
            return Optional.of(undisturbed.toString());
        }
        Map<String, byte[]> expected = Runs.results(whole);
        Path out = disk.resolve("out");
        try (Mount mount = Mount.of(disk, 4 * (2 + random.nextInt(14)))) {
            Object[] line = Runs.line(in, out, "--quiet").toArray();
            Cli cli = Cli.run(line);
            Optional<String> wrong = Runs.told(cli.exitCode(), cli.err());

            Map<String, byte[]> results = Runs.results(out);
            wrong = wrong.isPresent() ? wrong : Runs.partOf(results, expected);
            wrong = wrong.isPresent() ? wrong : Runs.leftover(out);
            if (cli.exitCode() == 0 && wrong.isEmpty()) {
                wrong = Runs.same(results, expected);
            }
            return wrong.map(what -> what + " on " + mount.kilobytes() + " kB; " + cli);
        }
    }
}

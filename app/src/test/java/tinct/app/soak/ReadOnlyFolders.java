package tinct.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import tinct.app.Cli;

/** Pictures in a folder that cannot be written to: told of, or put elsewhere. */
final class ReadOnlyFolders implements Trial {
    @Override
    public String name() {
        return "read-only folders";
    }

    @Override
    public Optional<String> impossible() {
        return Mount.impossible();
    }

    @Override
    public Optional<String> run(long seed, Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Path disk = Files.createDirectory(folder.resolve("disk"));
        try (Mount mount = Mount.of(disk, 2000)) {
            Path in = Files.createDirectory(disk.resolve("in"));
            RandomPictures.folder(random, in, 4);
            mount.makeReadOnly();
            Cli beside = Cli.run("compress", "-r", in, "--no-config", "--force-larger", "--quiet", "--effort", "1");
            Cli into = Cli.run(Runs.line(in, disk.resolve("new")).toArray());
            Cli elsewhere = Cli.run(Runs.line(in, folder.resolve("out")).toArray());
            if (beside.exitCode() != 1 || into.exitCode() != 1 || elsewhere.exitCode() != 0) {
                return Optional.of(beside + " " + into + " " + elsewhere);
            }
            return Runs.told(1, beside.err()).or(() -> Runs.told(1, into.err()));
        }
    }
}

package tinct.app.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import tinct.app.Cli;

/** Two runs at once on one folder: the results are those of one, and none is half. */
final class TwoRuns implements Trial {
    @Override
    public String name() {
        return "two runs at once";
    }

    @Override
    public Optional<String> run(long seed, Path folder) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Path in = Files.createDirectory(folder.resolve("in"));
        Path whole = folder.resolve("whole");
        Path out = folder.resolve("out");
        RandomPictures.folder(random, in, 8);
        Cli undisturbed = Cli.run(Runs.line(in, whole).toArray());
        Object[] own = random.nextBoolean() ? new Object[] {"--resume", "--quiet"} : new Object[] {"-f", "--quiet"};
        Object[] line = Runs.line(in, out, own).toArray();
        int wait = random.nextInt(60);
        CompletableFuture<Cli> other = CompletableFuture.supplyAsync(() -> Cli.run(line));
        Thread.sleep(wait);
        List<Cli> both = List.of(Cli.run(line), other.get());
        if (undisturbed.exitCode() != 0) {
            return Optional.of(undisturbed.toString());
        }
        for (Cli cli : both) {
            Optional<String> wrong = Runs.told(cli.exitCode(), cli.err());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        Optional<String> left = Runs.leftover(out);
        return left.isPresent()
                ? left
                : Runs.same(Runs.results(out), Runs.results(whole)).map(wrong -> wrong + "; " + both);
    }
}

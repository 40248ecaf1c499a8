package tinct.app.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import tinct.app.Cli;

/** Runs in a process of their own that are ended at some moment, by SIGINT, SIGTERM or SIGKILL, and gone on with. */
final class Interrupts implements Trial {
    @Override
    public String name() {
        return "interrupts";
    }

    @Override
    public Optional<String> run(long seed, Path folder) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Path in = Files.createDirectory(folder.resolve("in"));
        Path whole = folder.resolve("whole");
        Path out = folder.resolve("out");
        RandomPictures.folder(random, in, 60);
        Cli.run(Runs.line(in, whole).toArray());
        Map<String, byte[]> expected = Runs.results(whole);
        Object[] line = Runs.line(in, out, "--resume", "--quiet").toArray();
        Process process = new ProcessBuilder(Runs.process(List.of(), List.of(line)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long patience = System.nanoTime() + 5_000_000_000L;
        while (process.isAlive() && !hasResult(out) && System.nanoTime() < patience) {
            Thread.sleep(2);
        }
        Thread.sleep(random.nextInt(400));
        String signal = List.of("-INT", "-TERM", "-KILL").get(random.nextInt(3));
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.of("does not end at " + signal);
        }
        int code = process.exitValue();
        Optional<String> left = signal.equals("-KILL") ? Optional.empty() : Runs.leftover(out);
        if (!List.of(0, 130, 137, 143).contains(code) || left.isPresent()) {
            return Optional.of("exit code " + code + " at " + signal + ", " + left);
        }
        Optional<String> half = Runs.partOf(Runs.results(out), expected);
        if (half.isPresent()) {
            return half;
        }
        Cli resumed = Cli.run(line);
        Optional<String> after = Runs.leftover(out);
        return after.isPresent()
                ? after
                : Runs.same(Runs.results(out), expected).map(wrong -> wrong + "; " + signal + "; " + resumed);
    }

    /** Whether a run that is still at work, so that files come and go, has made a result. */
    private static boolean hasResult(Path folder) throws IOException {
        try {
            return !Runs.results(folder).isEmpty();
        } catch (NoSuchFileException gone) {
            return false;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return false;
            }
            throw e;
        }
    }
}

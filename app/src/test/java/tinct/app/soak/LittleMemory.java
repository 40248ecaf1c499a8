package tinct.app.soak;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import tinct.app.Cli;
import tinct.app.TestPictures;

/** A process with too little memory for some of its pictures: says so of those, and does the others. */
final class LittleMemory implements Trial {
    @Override
    public String name() {
        return "little memory";
    }

    @Override
    public Optional<String> run(long seed, Path folder) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Path in = Files.createDirectory(folder.resolve("in"));
        Path out = folder.resolve("out");
        for (int i = 0; i < 3; i++) {
            int most = 200 << 2 * random.nextInt(2);
            TestPictures.png(in.resolve(i + ".png"), RandomPictures.of(random, most));
            TestPictures.jpeg(in.resolve("j" + i + ".jpg"), RandomPictures.of(random, most), 0.8f);
        }
        Cli.run(Runs.line(in, folder.resolve("whole")).toArray());
        Map<String, byte[]> expected = Runs.results(folder.resolve("whole"));
        int megabytes = 10 + random.nextInt(40);
        List<Object> line = new ArrayList<>(Runs.line(in, out, "--quiet"));
        Path told = folder.resolve("told");
        Process process = new ProcessBuilder(Runs.process(List.of("-Xmx" + megabytes + "m"), line))
                .redirectError(told.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.of("does not end with " + megabytes + " MB");
        }
        String err = Files.readString(told, StandardCharsets.UTF_8);
        int code = process.exitValue();
        Optional<String> wrong = Runs.told(code, err);
        wrong = wrong.isPresent() ? wrong : Runs.leftover(out);
        wrong = wrong.isPresent()
                ? wrong
                : code == 0 ? Runs.same(Runs.results(out), expected) : Runs.partOf(Runs.results(out), expected);
        return wrong.map(what -> what + "; " + megabytes + " MB");
    }
}

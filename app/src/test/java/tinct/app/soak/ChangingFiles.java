package tinct.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import tinct.app.Cli;
import tinct.app.TestPictures;
import tinct.image.Image;
import tinct.image.PixelRows;
import tinct.imageio.Pictures;

/** Files that are cut short, replaced or removed while they are read: between two passes, or at any moment of a run. */
final class ChangingFiles implements Trial {
    private static final long LIMIT = 1_000_000; // pixels

    @Override
    public String name() {
        return "changing files";
    }

    @Override
    public Optional<String> run(long seed, Path folder) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Image image = RandomPictures.of(random, 150);
        Path in = folder.resolve("in." + List.of("png", "gif", "webp").get(random.nextInt(3)));
        Path png = TestPictures.png(folder.resolve("first.png"), image);
        Cli made = Cli.run("compress", png, "-o", in, "--no-config", "--force-larger", "--effort", "1");
        if (made.exitCode() != 0) {
            return Optional.of(made.toString());
        }
        return random.nextInt(3) == 0 ? betweenPasses(random, in) : meanwhile(random, in, folder.resolve("out.png"));
    }

    private static Optional<String> betweenPasses(SplittableRandom random, Path in) throws IOException {
        PixelRows rows = Pictures.open(in, LIMIT).rows();
        Image before = Image.copyOf(rows);
        change(random, in);
        try {
            Image after = Image.copyOf(rows);
            return after.width() == before.width() && after.height() == before.height()
                    ? Optional.empty()
                    : Optional.of("a picture of another size");
        } catch (IOException told) {
            String message = String.valueOf(told.getMessage());
            return message.contains("\n") ? Optional.of("not told in a line: " + message) : Optional.empty();
        }
    }

    private static Optional<String> meanwhile(SplittableRandom random, Path in, Path out) throws Exception {
        long nanos = random.nextLong(1 << random.nextInt(10, 26));
        SplittableRandom own = random.split();
        Thread changer = new Thread(() -> {
            LockSupport.parkNanos(nanos);
            try {
                change(own, in);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        changer.start();
        Cli cli = Cli.run("compress", in, "-o", out, "--no-config", "--force-larger", "--effort", "1", "-t", "2");
        changer.join();
        if (cli.exitCode() == 2 && cli.err().contains("in.")) {
            return Optional.empty(); // gone before the run began
        }
        return Runs.answered(cli, out)
                .or(() -> cli.exitCode() != 0 && Files.exists(out)
                        ? Optional.of("a failure left a result")
                        : Optional.empty());
    }

    private static void change(SplittableRandom random, Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            case 1 -> Files.delete(file);
            case 2 -> {
                Path other = file.resolveSibling("other.png");
                TestPictures.png(other, RandomPictures.of(random, 100));
                Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            case 3 -> {
                for (int i = 0; i < 20; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                Files.write(file, bytes);
            }
            default -> Files.write(file, new byte[0]);
        }
    }
}

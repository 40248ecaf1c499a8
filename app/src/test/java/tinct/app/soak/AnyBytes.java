package tinct.app.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Bytes at random, and files with some of theirs changed, to readers and writers of core alone: many a second. */
final class AnyBytes implements Trial {
    private static final int EACH = 50;

    private final Seeds seeds;

    AnyBytes() throws IOException {
        seeds = new Seeds();
    }

    @Override
    public String name() {
        return "any bytes";
    }

    @Override
    public Optional<String> run(long seed, Path folder) {
        SplittableRandom random = new SplittableRandom(seed);
        ByteTarget target = ByteTarget.all().get(random.nextInt(ByteTarget.values().length));
        for (int i = 0; i < EACH; i++) {
            byte[] bytes = bytes(random, target);
            try {
                target.accept(bytes);
            } catch (RuntimeException | Error wrong) {
                return Optional.of(target + ", number " + i + ": " + wrong);
            }
        }
        return Optional.empty();
    }

    private byte[] bytes(SplittableRandom random, ByteTarget target) {
        List<byte[]> files = seeds.of(target);
        if (files.isEmpty() || random.nextInt(20) == 0) {
            byte[] bytes = new byte[random.nextInt(random.nextBoolean() ? 40 : 3000)];
            random.nextBytes(bytes);
            int levels = 1 + random.nextInt(256);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = i > 1 && random.nextInt(3) > 0 ? bytes[i - 1] : (byte) ((bytes[i] & 0xFF) % levels);
            }
            return bytes;
        }
        byte[] file = files.get(random.nextInt(files.size()));
        byte[] bytes = Arrays.copyOf(file, random.nextInt(8) == 0 ? random.nextInt(file.length) : file.length);
        for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}

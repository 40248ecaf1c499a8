package tinct.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Damages files and judges what the command line makes of them. */
public final class Mutations {
    private static final String[][] OPTIONS = {
        {"-o", "out.png", "--effort", "1", "--strip", "none"},
        {"-o", "out.gif", "--lossy", "0", "-k", "16"},
        {"-o", "out.webp", "--effort", "1", "--keep", "icc,exif,xmp"},
        {"-o", "out.png", "-k", "4", "--dither", "floyd-steinberg", "--transparent-first"},
    };

    private final List<Map.Entry<String, byte[]>> specimens;
    private final Path folder;

    /** Mutations of these files, by name; tried in a folder of their own. */
    public Mutations(Map<String, byte[]> specimens, Path folder) {
        this.specimens = List.copyOf(specimens.entrySet());
        this.folder = folder;
    }

    /** Tries the mutation of this number; what is wrong with the answer, if anything is. */
    public Optional<String> attempt(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Map.Entry<String, byte[]> specimen = specimens.get(random.nextInt(specimens.size()));
        byte[] file = specimen.getValue().clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            file = mutated(file, random);
        }
        if (specimen.getKey().startsWith("png") && random.nextInt(3) > 0) {
            file = withChecksums(file);
        }
        Optional<String> wrong = judge(file, OPTIONS[random.nextInt(OPTIONS.length)]);
        return wrong.map(text -> "seed " + seed + ", " + specimen.getKey() + ": " + text);
    }

    private byte[] mutated(byte[] file, SplittableRandom random) {
        if (file.length < 2) {
            return file;
        }
        int reach = random.nextBoolean() ? Math.min(file.length, 120) : file.length; // headers are the more delicate
        int at = random.nextInt(reach);
        int length = Math.min(file.length - at, 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
        switch (random.nextInt(8)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[at] = (byte) random.nextInt();
            case 2 -> Arrays.fill(file, at, at + length, (byte) (random.nextBoolean() ? 0xFF : 0));
            case 3 -> number(file, at, random);
            case 4 -> {
                return Arrays.copyOf(file, at); // cut short
            }
            case 5 -> {
                return join(file, at, new byte[0], at + length); // a part is missing
            }
            case 6 -> {
                return join(file, at, Arrays.copyOfRange(file, at, at + length), at); // a part is there twice
            }
            default -> {
                byte[] other = specimens.get(random.nextInt(specimens.size())).getValue();
                int from = random.nextInt(other.length);
                return join(file, at, Arrays.copyOfRange(other, from, Math.min(other.length, from + length)), at);
            }
        }
        return file;
    }

    /** Sizes, counts and offsets that are too large, negative or zero. */
    private static void number(byte[] file, int at, SplittableRandom random) {
        int[] numbers = {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0, 0xFFFF, 0xFFFF0000, 0x00FFFFFF, 65536, 1};
        byte[] bytes = ByteBuffer.allocate(4)
                .putInt(numbers[random.nextInt(numbers.length)])
                .array();
        System.arraycopy(bytes, 0, file, at, Math.min(4, file.length - at));
    }

    private static byte[] join(byte[] file, int to, byte[] middle, int from) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(file, 0, to);
        joined.writeBytes(middle);
        joined.write(file, from, file.length - from);
        return joined.toByteArray();
    }

    /** With the right checksum on every chunk, so that damage gets further; the array itself. */
    public static byte[] withChecksums(byte[] png) {
        ByteBuffer data = ByteBuffer.wrap(png);
        for (long at = 8; at + 12 <= png.length; ) {
            long length = Integer.toUnsignedLong(data.getInt((int) at));
            if (at + 12 + length <= png.length) {
                CRC32 crc = new CRC32();
                crc.update(png, (int) at + 4, (int) length + 4);
                data.putInt((int) (at + 8 + length), (int) crc.getValue());
            }
            at += 12 + length;
        }
        return png;
    }

    /** What is wrong with the answer to a file: a whole result, or one line and nothing written, is right. */
    public Optional<String> judge(byte[] file, String... options) throws IOException {
        Path in = Files.write(folder.resolve("in"), file);
        Path out = folder.resolve(options[1]);
        String[] line = Stream.concat(
                        Stream.of("compress", in.toString(), "-o", out.toString(), "--no-config", "-t", "1"),
                        Stream.concat(
                                Stream.of("--max-pixels", "1000000", "--force-larger"),
                                Arrays.stream(options).skip(2)))
                .toArray(String[]::new);
        Cli cli = Cli.run((Object[]) line);
        try {
            return Optional.ofNullable(cli.exitCode() == 0 ? unread(out) : untold(cli, out))
                    .or(this::leftover)
                    .map(what -> what + "; " + cli);
        } finally {
            Files.deleteIfExists(out);
            Files.delete(in);
        }
    }

    private static @Nullable String unread(Path out) {
        try {
            return TestPictures.read(out).pixels().length > 0 ? null : "empty";
        } catch (IOException | RuntimeException e) {
            return "the result cannot be read: " + e;
        }
    }

    private static @Nullable String untold(Cli cli, Path out) {
        if (cli.exitCode() != 1) {
            return "exit code " + cli.exitCode();
        }
        if (Files.exists(out)) {
            return "a failure left a result";
        }
        boolean clear = cli.errLines().size() == 1
                && cli.err().startsWith("tinct: ")
                && !cli.err().contains("unexpected ")
                && !cli.err().contains("memory")
                && cli.err().length() < 600;
        return clear ? null : "not told in a clear line";
    }

    private Optional<String> leftover() {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> others = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals("in") && !name.startsWith("out."))
                    .toList();
            return others.isEmpty() ? Optional.empty() : Optional.of("left over: " + others);
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }
}

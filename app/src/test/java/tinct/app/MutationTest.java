package tinct.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tinct.image.Image;
import tinct.image.Palette;

/** PNG files of every kind, broken files, and files of every format that are damaged at random. */
@Tag("slow")
final class MutationTest {
    /** Seeds of files that were not answered well before. */
    private static final long[] ONCE_WRONG = {4185};

    @TempDir
    private Path folder;

    @Test
    void everyKindOfPngIsReadAsTheJdkReadsIt() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Map<String, byte[]> files = Specimens.pngs();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(in.resolve(file.getKey() + ".png"), file.getValue());
        }
        Path out = folder.resolve("out");
        Cli cli = Cli.run("compress", in, "--dir", out, "--lossy", "0", "--force-larger", "--quiet");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(files.keySet()).hasSize(156);
        for (String name : files.keySet()) {
            boolean scaledFirst = name.matches("type0-depth[124]-.*-trns"); // the JDK compares tRNS with other samples
            if (!scaledFirst) {
                assertThat(TestPictures.read(out.resolve(name + ".png")))
                        .as(name)
                        .isEqualTo(visible(TestPictures.read(in.resolve(name + ".png"))));
            }
        }
    }

    private static Image visible(Image image) {
        int[] argb = image.pixels().clone();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = Palette.visible(argb[i]);
        }
        return new Image(image.width(), image.height(), argb);
    }

    @Test
    void brokenPngFilesAreToldInALineEach() throws IOException {
        Mutations mutations = new Mutations(Map.of(), folder);
        byte[] png = Specimens.pngs().getOrDefault("type3-depth8-16x12", new byte[0]);
        for (Map.Entry<String, byte[]> file : broken(png).entrySet()) {
            assertThat(mutations.judge(file.getValue(), "-o", "out.png"))
                    .as(file.getKey())
                    .isEmpty();
            Path in = Files.write(folder.resolve("in"), file.getValue());
            assertThat(Cli.run("compress", in, "-o", folder.resolve("out.png")).exitCode())
                    .as(file.getKey())
                    .isEqualTo(1);
        }
    }

    private static Map<String, byte[]> broken(byte[] png) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("empty", new byte[0]);
        files.put("signature only", Arrays.copyOf(png, 8));
        files.put("header only", Arrays.copyOf(png, 33));
        files.put("no end", Arrays.copyOf(png, png.length - 12));
        files.put("colour type 1", changed(png, 25, 1));
        files.put("depth 3", changed(png, 24, 3));
        files.put("depth 16 with a palette", changed(png, 24, 16));
        files.put("interlacing 2", changed(png, 28, 2));
        files.put("width 0", changed(png, 19, 0));
        files.put("too wide", changed(png, 16, 0x7F));
        files.put("wrong checksum", changed(png, 30, png[30] + 1));
        files.put("two headers", Pngs.with(png, Arrays.copyOfRange(png, 8, 33)));
        files.put("tRNS before PLTE", Pngs.with(png, Pngs.chunk("tRNS", new byte[1])));
        files.put("two palettes", Pngs.with(png, Pngs.chunk("PLTE", new byte[3])));
        files.put("unknown critical chunk", Pngs.with(png, Pngs.chunk("ABCD", new byte[3])));
        files.put("damaged profile", Pngs.with(png, Pngs.chunk("iCCP", Pngs.latin("p\0\0nonsense"))));
        return files;
    }

    /** With another byte; in the header with its checksum, but for that itself. */
    private static byte[] changed(byte[] png, int at, int value) {
        byte[] file = png.clone();
        file[at] = (byte) value;
        byte[] header = Pngs.chunk("IHDR", Arrays.copyOfRange(file, 16, 29));
        System.arraycopy(header, 0, file, 8, at < 29 ? header.length : 0);
        return file;
    }

    @Test
    void specimensAreSound() throws IOException {
        Mutations mutations = new Mutations(Map.of(), folder);
        Map<String, byte[]> files = new HashMap<>(Specimens.all());
        files.putAll(Specimens.pnms());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path in = Files.write(folder.resolve("in"), file.getValue());
            Cli cli = Cli.run("compress", in, "-o", folder.resolve("out.png"), "--force-larger", "-f");
            assertThat(cli.exitCode()).as(file.getKey() + cli.err()).isZero();
            Files.delete(folder.resolve("out.png"));
            assertThat(mutations.judge(file.getValue(), "-o", "out.gif"))
                    .as(file.getKey())
                    .isEmpty();
        }
    }

    @Test
    @Timeout(300) // not a measure: what never ends must not keep a build from ending
    void damagedFilesAreAnErrorOrAPicture() throws IOException {
        Mutations mutations = new Mutations(Specimens.all(), folder);
        List<String> wrong = new ArrayList<>();
        for (long seed = 0; seed < 300; seed++) {
            mutations.attempt(seed).ifPresent(wrong::add);
        }
        for (long seed : ONCE_WRONG) {
            mutations.attempt(seed).ifPresent(wrong::add);
        }
        Mutations ofPnms = new Mutations(Specimens.pnms(), folder);
        for (long seed = 0; seed < 60; seed++) {
            ofPnms.attempt(seed).ifPresent(wrong::add);
        }
        assertThat(wrong).isEmpty();
    }
}

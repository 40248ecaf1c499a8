package tinct.app.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tinct.app.Specimens;

/** Sound bytes to begin with for each {@link ByteTarget}. {@code Seeds FOLDER} writes them, for a fuzzer. */
final class Seeds {
    private static final List<String> PALETTES = List.of(
            "GIMP Palette\nName: x\nColumns: 2\n#\n255 0 0 red\n  0 128 255\tsky\n",
            "JASC-PAL\r\n0100\r\n2\r\n255 0 0\r\n1 2 3\r\n",
            "#ff0000\n00ff00\n8000ff80\n",
            ":root { --a: #ff0000; --b: rgb(1, 2, 3); }\n",
            "[{\"hex\": \"#102030\", \"name\": \"x\"}, \"#fff\"]",
            "RIFF\u0018\0\0\0PAL data\u000C\0\0\0\0\u0003\u0002\0\u0001\u0002\u0003\0\u0004\u0005\u0006\0",
            "ASEF\0\u0001\0\0\0\0\0\u0001\0\u0001\0\0\0\u0016\0\u0001\0\0RGB \0\0\0\0\0\0\0\0\0\0\0\0\0\0");

    private final Map<String, List<byte[]>> files = new HashMap<>();

    Seeds() throws IOException {
        Path folder = Files.createTempDirectory("tinct-soak");
        Map<String, byte[]> all = new HashMap<>(Specimens.all());
        all.putAll(Specimens.pnms());
        all.putAll(Specimens.moving(folder));
        Files.delete(folder);
        new TreeMap<>(all).forEach((name, file) -> add(name.replaceAll("-.*", ""), file));
        add("tiff", Specimens.largeTiff());
        PALETTES.forEach(text -> add("palette", text.getBytes(ISO_8859_1)));
    }

    private void add(String kind, byte[] file) {
        files.computeIfAbsent(kind, name -> new ArrayList<>()).add(file);
    }

    /** Those of a target; none for those that take any bytes. */
    List<byte[]> of(ByteTarget target) {
        String kind = switch (target) {
            case PNG, APNG -> "png";
            case GIF -> "gif";
            case PACKED -> "tinct";
            case WEBP -> "webp";
            case PNM -> "pnm";
            case PALETTE -> "palette";
            default -> "";
        };
        if (target == ByteTarget.PICTURE) {
            return Stream.of("jpeg", "bmp", "tiff")
                    .flatMap(name -> files.getOrDefault(name, List.of()).stream())
                    .toList();
        }
        return files.getOrDefault(kind, List.of());
    }

    public static void main(String[] args) throws IOException {
        Seeds seeds = new Seeds();
        for (ByteTarget target : ByteTarget.values()) {
            String name = Pattern.compile(" ")
                    .splitAsStream(target.toString())
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .reduce("", String::concat);
            Path folder = Files.createDirectories(Path.of(args[0], name));
            List<byte[]> files = seeds.of(target);
            for (int i = 0; i < files.size(); i++) {
                Files.write(folder.resolve("seed-" + i), files.get(i));
            }
        }
    }
}

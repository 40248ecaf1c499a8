package tinct.app.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tinct.app.file.Format;

/** Names of files as they come from outside, made harmless. */
final class FileNames {
    private static final int LONGEST = 120;

    private FileNames() {}

    /** The last part of a path of any system, without what file systems or terminals stumble over; never empty. */
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder safe = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .map(c -> "<>:\"|?*".indexOf(c) >= 0 || Character.getType(c) == Character.SURROGATE ? '_' : c)
                .limit(LONGEST)
                .forEach(safe::appendCodePoint);
        String trimmed = safe.toString().strip().replaceFirst("^\\.+", "").strip();
        return trimmed.isEmpty() ? "picture" : trimmed;
    }

    /** What a result is called beside its source. */
    static String result(String source, Format format) {
        return Format.stem(Path.of(source)) + "-tinct." + format.extension();
    }

    /** A name that is not taken yet, capitals or not; it is taken afterwards. */
    static String unique(String name, Set<String> taken) {
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        String extension = dot <= 0 ? "" : name.substring(dot);
        String unique = name;
        for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = stem + "-" + i + extension;
        }
        return unique;
    }

    /** An empty set of names. */
    static Set<String> none() {
        return new HashSet<>();
    }

    /** The value of {@code Content-Disposition} that makes a browser save a file under a name. */
    static String attachment(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}

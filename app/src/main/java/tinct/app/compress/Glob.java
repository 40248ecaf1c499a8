package tinct.app.compress;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A pattern of file names: {@code *} and {@code ?} stand for letters of one name, {@code **} for any folders, {@code [a-z]}
 * for one of these letters, {@code {a,b}} for one of these words. Capitals do not matter.
 *
 * @param folder the part before the first name that has one of these
 * @param names what the path from there must be, with {@code /} between names
 * @param deep whether folders below are looked into
 */
record Glob(Path folder, Pattern names, boolean deep) {
    private static final Pattern MAGIC = Pattern.compile("[*?\\[{]");
    private static final String SPECIAL = "\\^$.|+()}]";

    /** Whether this is a pattern and no file is called so. */
    static boolean isOne(String text) {
        return MAGIC.matcher(text).find() && !exists(text);
    }

    private static boolean exists(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException e) {
            return false; // Windows has no such names.
        }
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if a bracket is not closed
     */
    static Glob of(String text) {
        String separator = FileSystems.getDefault().getSeparator();
        String pattern = separator.equals("/") ? text : text.replace(separator, "/");
        int slash = -1;
        var magic = MAGIC.matcher(pattern);
        if (magic.find()) {
            slash = pattern.lastIndexOf('/', magic.start());
        }
        Path folder = slash < 0 ? Path.of("") : Path.of(slash == 0 ? "/" : pattern.substring(0, slash));
        String rest = pattern.substring(slash + 1);
        Pattern names = Pattern.compile(regex(rest), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new Glob(folder, names, rest.contains("/") || rest.contains("**"));
    }

    /** Whether a file below the folder is meant. */
    boolean matches(Path file) {
        return names.matcher(Tree.slashes(folder.relativize(file))).matches();
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '[') {
                int end = glob.indexOf(']', i + 2);
                check(end > 0, "[", glob);
                regex.append(letters(glob.substring(i + 1, end)));
                i = end;
            } else if (c == '{') {
                braces++;
                regex.append("(?:");
            } else if (c == '}' && braces > 0) {
                braces--;
                regex.append(')');
            } else if (c == ',' && braces > 0) {
                regex.append('|');
            } else {
                regex.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        check(braces == 0, "{", glob);
        return regex.toString();
    }

    private static String letters(String set) {
        boolean not = set.startsWith("!") || set.startsWith("^");
        String letters = (not ? set.substring(1) : set).replaceAll("[\\\\\\[\\]^&]", "\\\\$0");
        return "[" + (not ? "^/" : "") + letters + "]";
    }

    private static void check(boolean closed, String bracket, String glob) {
        if (!closed) {
            throw new IllegalArgumentException("a " + bracket + " is not closed in the pattern " + glob);
        }
    }
}

package tinct.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** Flags of pngquant that scripts carry, put into ours where they mean the same. */
final class PngquantFlags {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern SPEED = Pattern.compile("(?:--speed=|-s)(\\d+)");

    private PngquantFlags() {}

    /**
     * The same arguments in our words.
     *
     * @param spec the command, whose own options go before: a flag that it has is left as it is
     */
    static List<String> translate(List<String> arguments, CommandSpec spec) {
        List<String> translated = new ArrayList<>();
        boolean options = true;
        boolean numbered = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            options &= !argument.equals("--");
            boolean last = i + 1 == arguments.size();
            if (options && argument.equals("--strip") && (last || !MetadataOptions.isStripped(arguments.get(i + 1)))) {
                translated.add("--strip=all"); // theirs has no value
            } else if (!options || isOurs(argument, spec)) {
                translated.add(argument);
                if (options && takesNext(argument, spec) && i + 1 < arguments.size()) {
                    translated.add(arguments.get(++i));
                }
            } else if (!numbered && NUMBER.matcher(argument).matches() && !isFile(argument)) {
                translated.add("--colors=" + argument);
                numbered = true;
            } else if (List.of("--speed", "-s", "--ext", "--map", "-Q").contains(argument)
                    && i + 1 < arguments.size()) {
                translated.addAll(flag(argument + (argument.length() == 2 ? "" : "=") + arguments.get(++i)));
            } else {
                translated.addAll(flag(argument));
            }
        }
        return translated;
    }

    private static boolean isOurs(String argument, CommandSpec spec) {
        return argument.length() > 1
                && argument.startsWith("-")
                && Arguments.option(argument, spec).isPresent();
    }

    private static boolean takesNext(String argument, CommandSpec spec) {
        return Arguments.option(argument, spec)
                .filter(option -> option.arity().max() > 0)
                .filter(option -> List.of(option.names()).contains(argument))
                .isPresent();
    }

    private static boolean isFile(String argument) {
        try {
            return Files.exists(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static List<String> flag(String flag) {
        return switch (flag) {
            case "--nofs", "--ordered" -> List.of("--dither=none");
            case "--floyd" -> List.of("--dither=floyd-steinberg");
            case "--skip-if-larger" -> List.of(); // as it is always
            default -> value(flag).map(List::of).orElse(List.of(flag));
        };
    }

    private static Optional<String> value(String flag) {
        Matcher speed = SPEED.matcher(flag);
        if (speed.matches()) {
            return Optional.of("--effort=" + effort(Integer.parseInt(speed.group(1))));
        }
        if (flag.startsWith("--floyd=")) {
            return Optional.of("--dither=floyd-steinberg:" + flag.substring("--floyd=".length()));
        }
        if (flag.startsWith("--ext=")) {
            return Optional.of("--suffix=" + flag.substring("--ext=".length()).replaceFirst("(?i)\\.png$", ""));
        }
        if (flag.startsWith("--map=")) {
            return Optional.of("--palette=" + flag.substring("--map=".length()));
        }
        return flag.startsWith("-Q") ? Optional.of("--quality=" + flag.substring(2)) : Optional.empty();
    }

    /** Speeds go from 1, the slowest, to 11; their default of 4 is our default of 5. */
    private static int effort(int speed) {
        return speed <= 4 ? Math.min(9, 9 - speed) : Math.max(1, 9 - speed);
    }
}

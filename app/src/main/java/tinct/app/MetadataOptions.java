package tinct.app;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tinct.app.compress.ColorDemands;
import tinct.app.compress.KeptMetadata;
import tinct.codec.Metadata;

/** Options that say what a result has beside its pixels, in the words of oxipng. */
@Command(optionListHeading = "%nMetadata and order of colours:%n")
final class MetadataOptions {
    /** What the look depends on. */
    private static final Set<String> DISPLAY = Set.of("cICP", Metadata.ICC, "sRGB", "pHYs");

    /** Types of which nothing can be kept beside another palette. */
    private static final Set<String> NEVER = Set.of("bKGD", "hIST", "sBIT", "sPLT", "tRNS", "acTL", "fcTL", "fdAT");

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // by picocli, if it reads the options
    private CommandSpec spec;

    @Option(
            names = "--strip",
            paramLabel = "WHAT",
            description =
                    "Leave metadata out: all, safe (all but cICP, iCCP, sRGB, pHYs), none, or a list of PNG's chunks "
                            + "such as tEXt,tIME. Default: all; colours are converted to sRGB then.")
    private Optional<String> strip = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "LIST",
            description =
                    "Leave all metadata out but these: PNG's chunks such as iCCP,tEXt; display stands for those that "
                            + "--strip safe keeps, icc, exif, text and xmp for what they say. With icc, colours and profile stay as "
                            + "they are.")
    private Optional<String> keep = Optional.empty();

    @Option(
            names = "--transparent-first",
            description = "Let entry 0 be the transparent one, whether pixels are transparent or not. One of the -k "
                    + "colours is left for it.")
    private boolean transparentFirst;

    /**
     * What is asked of colours, with what these options ask.
     *
     * @throws IllegalArgumentException if that cannot be
     */
    ColorDemands demands(ColorDemands colors) {
        if (transparentFirst && colors.device().isPresent()) {
            throw new IllegalArgumentException(
                    "--device-palette has the codes of all colours, so --transparent-first has none to give");
        }
        return colors.withTransparentFirst(transparentFirst);
    }

    /** Colours can be told from those of a map's picture only if they are in the same space. */
    void checkConverted(boolean weighted) {
        if (weighted && kept().keeps(Metadata.ICC)) {
            throw misuse("--importance looks at colours in sRGB, so they cannot stay in those of a profile (iCCP)");
        }
    }

    /** What these options say. */
    KeptMetadata kept() {
        if (strip.isPresent() && keep.isPresent()) {
            throw misuse("--strip and --keep exclude each other");
        }
        if (keep.isPresent()) {
            return new KeptMetadata(types("--keep", keep.get()), false);
        }
        return switch (strip.orElse("all")) {
            case "all" -> KeptMetadata.NONE;
            case "safe" -> new KeptMetadata(DISPLAY, false);
            case "none" -> new KeptMetadata(Set.of(), true);
            default -> new KeptMetadata(types("--strip", strip.orElseThrow()), true);
        };
    }

    private Set<String> types(String option, String list) {
        Set<String> types = new HashSet<>();
        for (String word : Arrays.stream(list.split(",", -1)).map(String::strip).toList()) {
            types.addAll(meant(option, word));
        }
        return types;
    }

    private Set<String> meant(String option, String word) {
        return switch (word) {
            case "display" -> DISPLAY;
            case "icc" -> Set.of(Metadata.ICC);
            case "exif" -> Set.of(Metadata.EXIF);
            case "text" -> Set.of("tEXt", "zTXt", "iTXt");
            case "xmp" -> Set.of("iTXt");
            default -> Set.of(checked(option, word));
        };
    }

    private String checked(String option, String word) {
        if (!isChunk(word)) {
            throw misuse(option + " expects " + (option.equals("--strip") ? "all, safe, none or " : "")
                    + "types of PNG's chunks such as tEXt,iCCP, was '" + word + "'");
        }
        if (option.equals("--keep") && NEVER.contains(word)) {
            throw misuse("--keep " + word + ": the chunk depends on what is changed, so it cannot be kept");
        }
        return word;
    }

    private static boolean isChunk(String word) {
        return word.matches("[a-z][A-Za-z]{3}"); // capitals begin what no file can do without
    }

    /** Whether a word can follow {@code --strip}; what cannot is a file of a line that was written for pngquant. */
    static boolean isStripped(String word) {
        return List.of("all", "safe", "none").contains(word)
                || Arrays.stream(word.split(",", -1)).allMatch(MetadataOptions::isWord);
    }

    private static boolean isWord(String word) {
        return isChunk(word) || Set.of("display", "icc", "exif", "text", "xmp").contains(word);
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

package tinct.imageio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Formats told apart by the first bytes of a file; names of files are not looked at. */
enum Signature {
    PNG("PNG"),
    JPEG("JPEG"),
    GIF("GIF"),
    BMP("BMP"),
    WEBP("WebP"),
    TIFF("TIFF"),
    PNM("PNM"),
    PACKED("tinct");

    /** All that are read, for messages. */
    static final String READ = "PNG, JPEG, GIF, BMP, WebP, TIFF, PGM, PPM, PAM, .tinct";

    /** No more first bytes than these are looked at. */
    static final int LENGTH = 32;

    /** Lengths of the header that follows "BM" and 12 more bytes: text may begin with "BM", but not go on so. */
    private static final List<Integer> BMP_HEADERS = List.of(12, 16, 40, 52, 56, 64, 108, 124);

    /** Binary PGM and PPM go on with a number or a comment, PAM with a line of its own. */
    private static final Pattern PNM_START = Pattern.compile("P[56]\\s+[0-9#]|P7\n");

    private final String title;

    Signature(String title) {
        this.title = title;
    }

    /** The name as people write it. */
    String title() {
        return title;
    }

    /** The format of a file that begins so. */
    static Optional<Signature> of(byte[] start) {
        String text = new String(start, ISO_8859_1);
        if (text.startsWith("\u0089PNG")) {
            return Optional.of(PNG);
        } else if (text.startsWith("\u0089TNCT")) {
            return Optional.of(PACKED);
        } else if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        } else if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Optional.of(GIF);
        } else if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        } else if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return Optional.of(TIFF);
        } else if (text.startsWith("II+\0") || text.startsWith("MM\0+")) {
            return Optional.of(TIFF); // BigTIFF
        } else if (text.startsWith("BM") && text.length() > 17 && BMP_HEADERS.contains(littleEndianInt(start, 14))) {
            return Optional.of(BMP);
        } else if (PNM_START.matcher(text).lookingAt()) {
            return Optional.of(PNM);
        }
        return Optional.empty();
    }

    /** The name of a well-known format that is not read, for a message that helps. */
    static Optional<String> known(byte[] start) {
        String text = new String(start, ISO_8859_1);
        if (text.startsWith("ftypavif", 4) || text.startsWith("ftypavis", 4)) {
            return Optional.of("an AVIF picture");
        } else if (text.startsWith("ftyphei", 4) || text.startsWith("ftypmif1", 4)) {
            return Optional.of("a HEIC picture");
        } else if (text.startsWith("\u00FF\n") || text.startsWith("JXL ", 4)) {
            return Optional.of("a JPEG XL picture");
        } else if (text.startsWith("jP  ", 4) || text.startsWith("\u00FFO\u00FFQ")) {
            return Optional.of("a JPEG 2000 picture");
        } else if (text.matches("(?s)P[1-4]\\s+[0-9#].*")) {
            return Optional.of("a PNM picture of text or of single bits");
        } else if (text.startsWith("8BPS")) {
            return Optional.of("a Photoshop document");
        } else if (text.startsWith("%PDF")) {
            return Optional.of("a PDF document");
        } else if (text.startsWith("<svg") || text.startsWith("<?xml")) {
            return Optional.of("an SVG or XML document");
        }
        return Optional.empty();
    }

    private static int littleEndianInt(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }
}

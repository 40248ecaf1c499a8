package tinct.codec;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A file is broken, or of a kind that is not read. The message says what and where, in one line. */
public final class CodecException extends IOException {
    private static final long serialVersionUID = 1;

    /** Controls, directions of writing, ends of lines. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private final String format;
    private final long offset;

    /**
     * A file of the named format is wrong.
     *
     * @param format such as {@code "PNG"}
     * @param offset byte at which it was noticed, or -1 if that means nothing
     * @param reason what is wrong, such as {@code "the checksum of chunk IDAT is wrong"}
     */
    public CodecException(String format, long offset, String reason) {
        super(inOneLine("broken " + format + ": " + reason + (offset < 0 ? "" : " (at byte " + offset + ")")));
        this.format = format;
        this.offset = offset;
    }

    private CodecException(String message, String format) {
        super(inOneLine(message));
        this.format = format;
        this.offset = -1;
    }

    /** What is quoted from a file may have anything in it. */
    private static String inOneLine(String message) {
        return UNPRINTABLE.matcher(message).replaceAll(" ");
    }

    /**
     * A file that may be sound but is not read or cannot be written.
     *
     * @param format such as {@code "PNG"}
     * @param reason such as {@code "is an animation (APNG); only still pictures are read"}
     */
    public static CodecException refused(String format, String reason) {
        return new CodecException("the " + format + " " + reason, format);
    }

    /**
     * A picture of more pixels than are to be read.
     *
     * @param format such as {@code "PNG"}
     */
    public static CodecException tooLarge(String format, int width, int height, long maxPixels) {
        return refused(
                format,
                String.format(
                        Locale.ROOT,
                        "of %d x %d has %,d pixels, more than the limit of %,d",
                        width,
                        height,
                        (long) width * height,
                        maxPixels));
    }

    /** The format, such as {@code "PNG"}. */
    public String format() {
        return format;
    }

    /** The byte at which the error was noticed, or -1. */
    public long offset() {
        return offset;
    }
}

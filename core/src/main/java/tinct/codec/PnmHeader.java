package tinct.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a binary PGM, PPM or PAM says before its samples. Source: the pages pgm, ppm and pam of Netpbm's documentation.
 *
 * @param magic the second character of the file: '5' PGM, '6' PPM, '7' PAM
 * @param width pixels in a row
 * @param height number of rows
 * @param channels 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha
 * @param most the sample that means full, 1..65535; samples of more than 255 take two bytes
 * @param length bytes of the header, after which the samples begin
 */
record PnmHeader(char magic, int width, int height, int channels, int most, long length) {
    private static final int MAX_MOST = 65535;
    private static final int LONGEST_WORD = 100;
    /** The longest row, in bytes, that an array can hold. */
    private static final long MAX_ROW = Integer.MAX_VALUE - 16;

    /** Reads a header; the stream then stands at the first sample. */
    static PnmHeader read(InputStream in) throws IOException {
        Words words = new Words(in);
        int p = words.next();
        char magic = (char) words.next();
        if (p != 'P' || magic < '5' || magic > '7') {
            throw new CodecException("PNM", 0, "it begins with none of P5, P6 and P7");
        }
        return magic == '7' ? readLines(words) : readNumbers(magic, words);
    }

    /** Three numbers, and one character of white space after the last. */
    private static PnmHeader readNumbers(char magic, Words words) throws IOException {
        int width = words.number("width", Integer.MAX_VALUE);
        int height = words.number("height", Integer.MAX_VALUE);
        int most = words.number("largest sample", MAX_MOST);
        return new PnmHeader(magic, width, height, magic == '5' ? 1 : 3, most, words.count);
    }

    /** A word and its value in each line, up to ENDHDR. */
    private static PnmHeader readLines(Words words) throws IOException {
        int width = 0;
        int height = 0;
        int depth = 0;
        int most = 0;
        String kind = "";
        for (String word = words.word(); !word.equals("ENDHDR"); word = words.word()) {
            switch (word) {
                case "WIDTH" -> width = words.number("width", Integer.MAX_VALUE);
                case "HEIGHT" -> height = words.number("height", Integer.MAX_VALUE);
                case "DEPTH" -> depth = words.number("depth", MAX_MOST);
                case "MAXVAL" -> most = words.number("largest sample", MAX_MOST);
                case "TUPLTYPE" -> kind = words.word();
                default -> throw words.error("the header has an unknown word, " + word);
            }
        }
        if (width == 0 || height == 0 || depth == 0 || most == 0) {
            throw words.error("the header does not tell width, height, depth and largest sample");
        }
        return new PnmHeader('7', width, height, channels(kind, depth, words), most, words.count);
    }

    private static int channels(String kind, int depth, Words words) throws CodecException {
        int channels = switch (kind) {
            case "BLACKANDWHITE", "GRAYSCALE" -> 1;
            case "BLACKANDWHITE_ALPHA", "GRAYSCALE_ALPHA" -> 2;
            case "RGB" -> 3;
            case "RGB_ALPHA" -> 4;
            case "" -> depth;
            default -> throw words.error("pixels of type " + kind + " are not read");
        };
        if (channels != depth || channels > 4) {
            throw words.error("pixels of " + depth + " channels " + (kind.isEmpty() ? "" : "and type " + kind + " ")
                    + "are not read");
        }
        return channels;
    }

    /** Name of the format, such as {@code "PPM"}. */
    String format() {
        return magic == '5' ? "PGM" : magic == '6' ? "PPM" : "PAM";
    }

    /** Such as {@code "8-bit RGB"}. */
    String kind() {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(most);
        return bits + "-bit " + (channels < 3 ? "grey" : "RGB") + (channels % 2 == 0 ? " + alpha" : "");
    }

    /** Whether samples take two bytes. */
    boolean wide() {
        return most > 255;
    }

    long rowBytes() {
        return (long) width * channels * (wide() ? 2 : 1);
    }

    /**
     * Refuses a picture that is too large or cut short, before memory is taken for it.
     *
     * @param fileLength bytes of the whole file
     */
    void checkSize(long maxPixels, long fileLength) throws CodecException {
        long pixels = (long) width * height; // both below 2^31
        if (pixels > maxPixels || rowBytes() > MAX_ROW) {
            throw CodecException.tooLarge(format(), width, height, maxPixels);
        }
        if ((fileLength - length) / rowBytes() < height) {
            throw new CodecException(format(), fileLength, "the file ends before the picture does");
        }
    }

    /** The words of a header, with comments, which go from a # to the end of a line, left out. */
    private static final class Words {
        private final InputStream in;
        private long count;

        Words(InputStream in) {
            this.in = in;
        }

        int next() throws IOException {
            int next = in.read();
            count++;
            if (next < 0) {
                throw error("the file ends in its header");
            }
            return next;
        }

        /** The next word; the one character after it has been read. */
        String word() throws IOException {
            int next = next();
            while (isSpace(next) || next == '#') {
                if (next == '#') {
                    skipLine();
                }
                next = next();
            }
            ByteArrayOutputStream word = new ByteArrayOutputStream();
            for (; !isSpace(next); next = next()) {
                word.write(next);
                if (word.size() > LONGEST_WORD) {
                    throw error("the header has a word of more than " + LONGEST_WORD + " characters");
                }
            }
            return word.toString(StandardCharsets.ISO_8859_1);
        }

        private void skipLine() throws IOException {
            int next = next();
            while (next != '\n') {
                next = next();
            }
        }

        int number(String what, int most) throws IOException {
            String word = word();
            Optional<Long> number = word.matches("[0-9]{1,10}") ? Optional.of(Long.parseLong(word)) : Optional.empty();
            if (number.isEmpty() || number.get() < 1 || number.get() > most) {
                throw error("the " + what + " must be in 1.." + most + ", is " + word);
            }
            return number.get().intValue();
        }

        private static boolean isSpace(int next) {
            return next == ' ' || next >= '\t' && next <= '\r';
        }

        CodecException error(String reason) {
            return new CodecException("PNM", count, reason);
        }
    }
}

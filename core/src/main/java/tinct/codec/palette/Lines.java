package tinct.codec.palette;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tinct.codec.CodecException;

/** The lines of a text file, whatever ends them, without a mark of their byte order. */
final class Lines {
    private final String format;
    private final List<String> lines;
    private int next;

    /** Reads UTF-8; bytes that are none become replacement characters. */
    Lines(String format, byte[] file) {
        this.format = format;
        String text = new String(file, StandardCharsets.UTF_8);
        lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    }

    boolean more() {
        return next < lines.size();
    }

    /** The next line without spaces around it. */
    String line() throws CodecException {
        if (!more()) {
            throw new CodecException(format, -1, "it ends after " + next + " lines");
        }
        return lines.get(next++).strip();
    }

    /** What is wrong with the line that was read last. */
    CodecException broken(String reason) {
        String line = lines.get(next - 1);
        String shown = line.length() > 40 ? line.substring(0, 40) + "..." : line;
        return new CodecException(format, -1, "line " + next + " " + reason + ", it is '" + shown + "'");
    }

    /** A whole number in 0..most, or -1 if it is none. */
    static int number(String text, int most) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        int value = Integer.parseInt(text);
        return value <= most ? value : -1;
    }

    /** The colour of channels in decimal: red, green, blue, and alpha if there are four. */
    int color(String... channels) throws CodecException {
        int color = 0;
        for (String channel : channels) {
            int value = number(channel, 255);
            if (value < 0) {
                throw broken("must begin with " + channels.length + " numbers of 0 to 255");
            }
            color = color << 8 | value;
        }
        return channels.length == 3 ? 0xFF000000 | color : color << 24 | color >>> 8;
    }
}

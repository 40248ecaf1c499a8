package tinct.app.figure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Text as outlines, from glyphs that come with Tinct: works where there are no fonts at all (ADR-0012).
 *
 * <p>A character that the typeface lacks is drawn as a hollow box.
 */
final class Typeface {
    static final Typeface REGULAR = new Typeface("Inter-Regular.outlines");
    static final Typeface SEMIBOLD = new Typeface("Inter-SemiBold.outlines");

    /** Height of a capital letter over the size. */
    static final double CAP_HEIGHT = 1490 / 2048.0;

    /** Depth of letters such as g and p under the baseline over the size. */
    static final double DESCENT = 420 / 2048.0;

    private static final double UNITS = 2048;
    private static final int MISSING = '□';

    private record Glyph(double advance, Path2D outline) {}

    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private final Map<Long, Double> kerning = new HashMap<>();

    private Typeface(String name) {
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            List<String> lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(in, name), UTF_8))
                    .lines()
                    .toList();
            for (String line : lines) {
                readLine(line.split(" ", 4));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads {@code glyph CODE ADVANCE PATH} or {@code kern LEFT RIGHT SHIFT RIGHT SHIFT…}; codes are hexadecimal. */
    private void readLine(String[] words) {
        if (words[0].equals("glyph")) {
            Glyph glyph = new Glyph(Integer.parseInt(words[2]), new OutlineReader(words[3]).read());
            glyphs.put(Integer.parseInt(words[1], 16), glyph);
        } else if (words[0].equals("kern")) {
            int left = Integer.parseInt(words[1], 16);
            String[] pairs = (words[2] + ' ' + words[3]).split(" ", -1);
            for (int i = 0; i < pairs.length; i += 2) {
                kerning.put(pair(left, Integer.parseInt(pairs[i], 16)), Double.valueOf(pairs[i + 1]));
            }
        }
    }

    /** The width of one line of text, in pixels. */
    double width(String text, double size) {
        double width = 0;
        int previous = 0;
        for (int character : text.codePoints().toArray()) {
            width += shift(previous, character) + glyph(character).advance;
            previous = character;
        }
        return width * size / UNITS;
    }

    /** The outline of one line of text whose baseline begins at (x, y). */
    Path2D outline(String text, double size, double x, double y) {
        Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = size / UNITS;
        double pen = 0;
        int previous = 0;
        for (int character : text.codePoints().toArray()) {
            pen += shift(previous, character);
            Glyph glyph = glyph(character);
            AffineTransform place = new AffineTransform(scale, 0, 0, scale, x + pen * scale, y);
            line.append(glyph.outline.getPathIterator(place), false);
            pen += glyph.advance;
            previous = character;
        }
        return line;
    }

    /** Whether a character has a glyph of its own. */
    boolean has(int character) {
        return glyphs.containsKey(character);
    }

    private Glyph glyph(int character) {
        Glyph glyph = glyphs.get(character);
        return glyph != null ? glyph : Objects.requireNonNull(glyphs.get(MISSING));
    }

    private double shift(int left, int right) {
        return kerning.getOrDefault(pair(left, right), 0.0);
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }
}

package tinct.app.figure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.File;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeSet;

/**
 * Makes the outline files that {@link Typeface} reads out of a TrueType font: a development tool, run by hand with
 * {@code java GlyphExtractor.java Inter-Regular.ttf > Inter-Regular.outlines}; docs/adr/0012-figure-text.md.
 *
 * <p>Coordinates are font units, y upwards negative as Java2D has it. The characters are ASCII, Latin-1 and the few signs
 * that figures use; kerning is kept for pairs of ASCII characters.
 */
final class GlyphExtractor {
    private static final int UNITS = 2048;
    private static final int LEAST_KERNING = 12;
    private static final String SIGNS = "–—‘’“”…·×→←↑↓−≤≥≈≠±²³°µΔΣ√∞□‰€";
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private GlyphExtractor() {}

    public static void main(String[] args) throws Exception {
        Font font = Font.createFont(Font.TRUETYPE_FONT, new File(args[0]))
                .deriveFont(Map.of(TextAttribute.SIZE, UNITS, TextAttribute.KERNING, TextAttribute.KERNING_ON));
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        out.println("# Outlines of " + font.getFontName() + ", made by GlyphExtractor; licence: OFL.txt");
        out.println("units " + UNITS);
        TreeSet<Integer> characters = new TreeSet<>();
        for (int c = ' '; c < 0x100; c++) {
            if (c < 0x7F || c > 0xA0) {
                characters.add(c);
            }
        }
        SIGNS.codePoints().forEach(characters::add);
        for (int c : characters) {
            if (font.canDisplay(c) && c != 0xAD) {
                GlyphVector glyph = font.createGlyphVector(CONTEXT, Character.toString(c));
                String advance = number(glyph.getGlyphMetrics(0).getAdvanceX());
                out.println("glyph " + Integer.toHexString(c) + " " + advance + " " + path(glyph));
            }
        }
        for (int left = '!'; left < 0x7F; left++) {
            String pairs = kerning(font, left);
            if (!pairs.isEmpty()) {
                out.println("kern " + Integer.toHexString(left) + pairs);
            }
        }
    }

    private static String kerning(Font font, int left) {
        StringBuilder pairs = new StringBuilder();
        for (int right = '!'; right < 0x7F; right++) {
            char[] pair = {(char) left, (char) right};
            GlyphVector plain = font.createGlyphVector(CONTEXT, pair);
            GlyphVector kerned = font.layoutGlyphVector(CONTEXT, pair, 0, 2, Font.LAYOUT_LEFT_TO_RIGHT);
            boolean sameGlyphs = kerned.getNumGlyphs() == 2
                    && kerned.getGlyphCode(0) == plain.getGlyphCode(0)
                    && kerned.getGlyphCode(1) == plain.getGlyphCode(1);
            long shift = Math.round(kerned.getGlyphPosition(1).getX()
                    - plain.getGlyphPosition(1).getX());
            if (sameGlyphs && Math.abs(shift) >= LEAST_KERNING) {
                pairs.append(' ').append(Integer.toHexString(right)).append(' ').append(shift);
            }
        }
        return pairs.toString();
    }

    private static String path(GlyphVector glyph) {
        StringBuilder path = new StringBuilder();
        double[] c = new double[6];
        for (PathIterator i = glyph.getOutline().getPathIterator(new AffineTransform()); !i.isDone(); i.next()) {
            int type = i.currentSegment(c);
            path.append("MLQCZ".charAt(type));
            int numbers = new int[] {2, 2, 4, 6, 0}[type];
            for (int n = 0; n < numbers; n++) {
                path.append(n == 0 ? "" : " ").append(number(c[n]));
            }
        }
        return path.toString();
    }

    private static String number(double value) {
        return Long.toString(Math.round(value));
    }
}

package tinct.samples;

import java.util.Arrays;

/** A chart as programs draw it: flat colours, hard edges, thin lines, small letters. */
final class Diagram implements Drawing {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final int PAPER = 0xFFFBFAF6;
    private static final int PANEL = 0xFFFFFFFF;
    private static final int FRAME = 0xFFC9CED6;
    private static final int GRID = 0xFFE7E9EE;
    private static final int INK = 0xFF2B3442;
    private static final int FAINT = 0xFF7A8494;
    private static final int[] SERIES = {0xFFD1495B, 0xFF00798C, 0xFFEDAE49};
    private static final int[] STAGES = {0xFFDCEAF7, 0xFFD9F0E3, 0xFFFDEBC8, 0xFFF9DAD7, 0xFFE6DDF4};
    private static final String[] NAMES = {"DECODE", "COUNT", "PALETTE", "REMAP", "ENCODE"};
    private static final int[] SWATCHES = {
        0xFF264653, 0xFF287271, 0xFF2A9D8F, 0xFF8AB17D, 0xFFE9C46A, 0xFFF4A261, 0xFFE76F51, 0xFF9B2226
    };

    /** Letters A to Z, then 0 to 9: five rows of three pixels, an octal digit each. */
    private static final int[] GLYPHS = {
        025755, 065656, 034443, 065556, 074647, 074644, 034553, 055755, 072227, 011152, 055655, 044447,
        057755, 065555, 025552, 065644, 025563, 065655, 034216, 072222, 055557, 055552, 055775, 055255,
        055222, 071247, 075557, 026227, 071747, 071717, 055711, 074717, 074757, 071122, 075757, 075717
    };

    private final int[] argb = new int[WIDTH * HEIGHT];

    Diagram() {
        Arrays.fill(argb, PAPER);
        drawStages();
        drawChart();
        drawSwatches();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public int argb(int x, int y) {
        return argb[y * WIDTH + x];
    }

    private void drawStages() {
        for (int i = 0; i < STAGES.length; i++) {
            int left = 10 + i * 62;
            box(left, 10, 50, 22, STAGES[i], FAINT);
            text(left + 26 - NAMES[i].length() * 2, 18, 1, INK, NAMES[i]);
            if (i > 0) {
                fill(left - 11, 21, 8, 1, INK);
                for (int tip = 0; tip < 4; tip++) {
                    fill(left - 5 + tip, 18 + tip, 1, 7 - 2 * tip, INK);
                }
            }
        }
    }

    private void drawChart() {
        box(10, 44, 190, 146, PANEL, FRAME);
        text(18, 51, 2, INK, "ERROR");
        for (int line = 0; line < 6; line++) {
            fill(34, 70 + line * 20, 156, 1, GRID);
            text(21, 68 + line * 20, 1, FAINT, String.valueOf(50 - line * 10));
        }
        fill(34, 66, 1, 105, INK);
        fill(34, 170, 158, 1, INK);
        for (int i = 0; i < 8; i++) {
            fill(41 + i * 20, 171, 1, 3, INK);
            String label = String.valueOf(2 << i);
            text(42 + i * 20 - label.length() * 2, 177, 1, FAINT, label);
        }
        for (int series = 0; series < SERIES.length; series++) {
            drawSeries(series);
            fill(150, 50 + series * 7, 10, 4, SERIES[series]);
            text(164, 50 + series * 7, 1, INK, "RUN " + (series + 1));
        }
    }

    private void drawSeries(int series) {
        int lastY = 0;
        for (int i = 0; i < 8; i++) {
            int y = 168 - (90 - 13 * series) * 4 / (4 + i * (i + 2 + series) / 2);
            if (i > 0) {
                line(41 + (i - 1) * 20, lastY, 41 + i * 20, y, SERIES[series]);
            }
            lastY = y;
            fill(40 + i * 20, y - 1, 4, 4, SERIES[series]);
        }
    }

    private void drawSwatches() {
        box(210, 44, 100, 146, PANEL, FRAME);
        text(218, 51, 2, INK, "SHARES");
        for (int i = 0; i < SWATCHES.length; i++) {
            int y = 68 + i * 15;
            box(218, y, 12, 11, SWATCHES[i], INK);
            int share = 74 - i * i - 2 * i;
            fill(236, y + 2, share * 55 / 74, 7, SWATCHES[i]);
            text(296, y + 3, 1, FAINT, String.valueOf(share));
        }
    }

    private void box(int left, int top, int width, int height, int color, int border) {
        fill(left, top, width, height, border);
        fill(left + 1, top + 1, width - 2, height - 2, color);
    }

    private void fill(int left, int top, int width, int height, int color) {
        for (int y = top; y < top + height; y++) {
            Arrays.fill(argb, y * WIDTH + left, y * WIDTH + left + width, color);
        }
    }

    /** A line two pixels thick, to the right. */
    private void line(int fromX, int fromY, int toX, int toY, int color) {
        int steps = Math.max(toX - fromX, Math.abs(toY - fromY));
        for (int i = 0; i <= steps; i++) {
            fill(fromX + (toX - fromX) * i / steps, fromY + (toY - fromY) * i / steps, 2, 2, color);
        }
    }

    private void text(int left, int top, int size, int color, String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int glyph = letter == ' ' ? 0 : GLYPHS[letter >= 'A' ? letter - 'A' : 26 + letter - '0'];
            for (int bit = 0; bit < 15; bit++) {
                if ((glyph >> (14 - bit) & 1) != 0) {
                    fill(left + (i * 4 + bit % 3) * size, top + bit / 3 * size, size, size, color);
                }
            }
        }
    }
}

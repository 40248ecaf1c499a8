package tinct.app.figure;

import java.util.ArrayList;
import java.util.List;
import tinct.app.figure.Canvas.Anchor;
import tinct.image.PixelRows;
import tinct.metrics.Comparison;

/**
 * What stands over a picture: a title and facts about it.
 *
 * @param title a few words, such as {@code K-means, k = 16}
 * @param facts short, such as {@code 42.1 kB}; drawn with a middle dot between them, in more than one line if need be
 */
public record Caption(String title, List<String> facts) {
    public Caption {
        facts = List.copyOf(facts);
    }

    /** The caption of a source: size, distinct colours and bytes of the file. */
    public static Caption original(PixelRows picture, int distinctColors, long bytes) {
        String size = picture.width() + " × " + picture.height();
        return new Caption("Original", List.of(size, Numbers.colors(distinctColors), Numbers.bytes(bytes)));
    }

    /**
     * The caption of a result: distinct colours, bytes of the file, and how far it is from its source, as in {@link
     * Comparison}.
     */
    public static Caption result(String title, int distinctColors, long bytes, double mse) {
        List<String> facts = new ArrayList<>(List.of(Numbers.colors(distinctColors), Numbers.bytes(bytes)));
        if (mse == 0) {
            facts.add("exact");
        } else {
            facts.add("MSE " + Numbers.significant(mse));
            facts.add("PSNR " + Numbers.significant(Comparison.psnr(mse)) + " dB");
        }
        return new Caption(title, facts);
    }

    /** The same with one more fact, if that is not empty. */
    Caption and(String fact) {
        if (fact.isEmpty()) {
            return this;
        }
        List<String> more = new ArrayList<>(facts);
        more.add(fact);
        return new Caption(title, more);
    }

    /** Pixels from the top to the bottom of the last line at a width. */
    int height(int width) {
        double lines = lines(title, Style.TITLE, width).size() * Style.TITLE.leading()
                + factLines(width).size() * Style.FACTS.leading();
        return (int) Math.ceil(lines);
    }

    /** Draws the caption with its top left corner at (x, y). */
    void draw(Canvas canvas, int x, int y, int width) {
        double top = y;
        for (String line : lines(title, Style.TITLE, width)) {
            canvas.text(line, x, top + Style.TITLE.capHeight(), Style.TITLE, Anchor.START);
            top += Style.TITLE.leading();
        }
        for (String line : factLines(width)) {
            canvas.text(line, x, top + Style.FACTS.capHeight(), Style.FACTS, Anchor.START);
            top += Style.FACTS.leading();
        }
    }

    private List<String> factLines(int width) {
        return wrap(facts, "  ·  ", Style.FACTS, width);
    }

    private static List<String> lines(String text, Style style, int width) {
        return wrap(List.of(text.strip().split(" ", -1)), " ", style, width);
    }

    /** Fills lines with as many parts as fit; a part that is too wide alone is cut with an ellipsis. */
    private static List<String> wrap(List<String> parts, String separator, Style style, int width) {
        List<String> lines = new ArrayList<>();
        for (String part : parts) {
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            if (!lines.isEmpty() && style.width(last + separator + part) <= width) {
                lines.set(lines.size() - 1, last + separator + part);
            } else {
                lines.add(style.cut(part, width));
            }
        }
        return lines;
    }
}

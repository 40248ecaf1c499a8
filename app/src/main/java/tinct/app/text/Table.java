package tinct.app.text;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in aligned columns, two spaces apart: the first column to the left, the others to the right. */
public final class Table {
    private final List<List<String>> lines = new ArrayList<>();
    private final boolean right;

    /** An empty table whose columns are aligned to the right but for the first. */
    public Table() {
        this(true);
    }

    private Table(boolean right) {
        this.right = right;
    }

    /** An empty table whose columns are all aligned to the left. */
    public static Table ofText() {
        return new Table(false);
    }

    /** Adds a line; lines may have different numbers of cells. */
    public Table line(String... cells) {
        lines.add(List.of(cells));
        return this;
    }

    /** Number of lines. */
    public int size() {
        return lines.size();
    }

    /** The table, each line ending with a line break. */
    @Override
    public String toString() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            text.append(line(line, widths)).append('\n');
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[lines.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> line : lines) {
            for (int column = 0; column < line.size(); column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String space = " ".repeat(widths[column] - cell.length());
            text.append(column == 0 ? "" : "  ").append(right && column > 0 ? space + cell : cell + space);
        }
        return text.toString().stripTrailing();
    }
}

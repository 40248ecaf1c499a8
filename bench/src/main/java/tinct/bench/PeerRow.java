package tinct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One picture by one method, as {@link AccuracyReport} and the scripts in {@code bench/peers} print it.
 *
 * @param method name of the method
 * @param effort the method's dial; empty if it has none
 * @param image name of the picture
 * @param k number of colours
 * @param mse squared distance to the nearest entry, mean over pixels, before the palette is rounded where that is known
 * @param gap per cent over the best known mse
 * @param ms milliseconds from distinct colours to palette; NaN if only the whole was timed
 * @param total milliseconds from pixels to an index for each
 */
record PeerRow(String method, String effort, String image, int k, double mse, double gap, double ms, double total) {
    private static final String HEADER = "method,effort,image,k,mse,gap,mse8,iterations,ms,total";

    /**
     * The rows of some files. Lines that start with {@code #} are skipped. If any row has NaN as its gap, gaps of all are
     * over the lowest mse among these rows of the same picture and k.
     *
     * @throws IllegalArgumentException if a line is not such a row
     */
    static List<PeerRow> read(List<Path> files) throws IOException {
        List<PeerRow> rows = new ArrayList<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                if (!line.startsWith("#") && !line.equals(HEADER)) {
                    rows.add(parse(file, line));
                }
            }
        }
        return rows.stream().anyMatch(row -> Double.isNaN(row.gap)) ? overLowest(rows) : rows;
    }

    private static PeerRow parse(Path file, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != HEADER.split(",", -1).length) {
            throw new IllegalArgumentException(file + ": no row of " + HEADER + ": " + line);
        }
        return new PeerRow(
                cells[0],
                cells[1],
                cells[2],
                Integer.parseInt(cells[3]),
                Double.parseDouble(cells[4]),
                number(cells[5]),
                number(cells[8]),
                Double.parseDouble(cells[9]));
    }

    /** Python and Java spell NaN differently. */
    private static double number(String cell) {
        return cell.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(cell);
    }

    private static List<PeerRow> overLowest(List<PeerRow> rows) {
        Map<String, Double> lowest = new HashMap<>();
        for (PeerRow row : rows) {
            lowest.merge(row.image + "," + row.k, row.mse, Math::min);
        }
        return rows.stream()
                .map(row -> {
                    double least = lowest.getOrDefault(row.image + "," + row.k, row.mse);
                    double over = (row.mse / least - 1) * 100;
                    return new PeerRow(row.method, row.effort, row.image, row.k, row.mse, over, row.ms, row.total);
                })
                .toList();
    }
}

package tinct.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Error and time of Tinct's efforts beside other programs.
 *
 * <pre>{@code
 * PeerReport [svg=OUT.svg] CSV...
 * }</pre>
 *
 * <p>Reads rows of {@link PeerRow}, prints a Markdown table, and draws {@link PeerPlot} if asked to.
 */
final class PeerReport {
    private PeerReport() {}

    public static void main(String... args) throws IOException {
        List<Path> files = new ArrayList<>();
        String svg = "";
        for (String arg : args) {
            if (arg.startsWith("svg=")) {
                svg = arg.substring("svg=".length());
            } else {
                files.add(Path.of(arg));
            }
        }
        List<PeerSummary> summaries = PeerSummary.of(PeerRow.read(files));
        System.out.print(table(summaries));
        if (!svg.isEmpty()) {
            Files.writeString(Path.of(svg), new PeerPlot(summaries).svg());
        }
    }

    /**
     * A row a method, and for each k per cent over the best known, mean (worst), and milliseconds of the palette and of the
     * whole, medians. A number of pictures is given where it is not that of most.
     */
    static String table(List<PeerSummary> summaries) {
        List<Integer> colors =
                summaries.stream().map(PeerSummary::k).distinct().sorted().toList();
        int most = summaries.stream().mapToInt(PeerSummary::pictures).max().orElse(0);
        Map<String, Map<Integer, PeerSummary>> methods = new LinkedHashMap<>();
        for (PeerSummary summary : summaries) {
            methods.computeIfAbsent(summary.label(), label -> new LinkedHashMap<>())
                    .put(summary.k(), summary);
        }
        StringBuilder out = new StringBuilder("| |");
        colors.forEach(k -> out.append(" k = ").append(k).append(" | ms |"));
        out.append("\n| --- |").append(" ---: | ---: |".repeat(colors.size())).append('\n');
        methods.forEach((label, cells) -> {
            out.append("| ").append(label).append(" |");
            for (int k : colors) {
                PeerSummary cell = cells.get(k);
                out.append(cell == null ? " | |" : cells(cell, most));
            }
            out.append('\n');
        });
        return out.toString();
    }

    private static String cells(PeerSummary cell, int most) {
        String few = cell.pictures() < most ? String.format(Locale.ROOT, ", %d pictures", cell.pictures()) : "";
        return String.format(
                Locale.ROOT,
                " %.2f (%.2f)%s | %s / %.0f |",
                cell.mean(),
                cell.worst(),
                few,
                Double.isNaN(cell.ms()) ? "-" : String.format(Locale.ROOT, "%.0f", cell.ms()),
                cell.total());
    }
}

package tinct.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tinct.codec.PngReader;
import tinct.histogram.Histogram;
import tinct.palette.KMeansQuantizer;

/** Against the lowest inertia that is known for the Kodak photographs, if those are beside the checkout. */
@Tag("slow")
final class BestKnownTest {
    private static final Path SHARED = Path.of(System.getProperty("tinct.root", "."), "..", "shared");
    private static final List<String> PICTURES = List.of("03", "05", "13", "15", "20", "23");

    @Test
    void defaultsEndNearTheBestKnown() throws IOException {
        Path table = SHARED.resolve("reference/best-known.csv");
        if (!Files.exists(table)) {
            System.out.println("BestKnownTest: nothing is compared, as there is no " + table);
            return;
        }
        Map<String, Double> excess = new TreeMap<>();
        Map<String, Histogram> histograms = new TreeMap<>();
        for (String line : Files.readAllLines(table)) {
            String[] columns = line.split(",", -1);
            if (!PICTURES.contains(columns[0]) || columns[2].equals("4")) {
                continue;
            }
            Histogram histogram = histograms.get(columns[0]);
            if (histogram == null) {
                histogram = histogram(columns[0]);
                histograms.put(columns[0], histogram);
            }
            assertThat(histogram.size()).isEqualTo(Integer.parseInt(columns[1]));
            double inertia = KMeansQuantizer.DEFAULT
                    .quantize(histogram, Integer.parseInt(columns[2]), 2)
                    .inertia();
            excess.put(
                    columns[0] + " k " + columns[2], inertia / histogram.total() / Double.parseDouble(columns[3]) - 1);
        }
        assertThat(excess).hasSize(3 * PICTURES.size());
        List<Double> values = new ArrayList<>(excess.values());
        assertThat(values.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .as("mean of %s", excess)
                .isBetween(-0.01, 0.025);
        assertThat(values).as("each of %s", excess).allMatch(value -> value < 0.05);
    }

    private static Histogram histogram(String picture) throws IOException {
        Path file = SHARED.resolve("images/kodak/" + picture + ".png");
        return Histogram.of(PngReader.open(file, 1 << 20), 2);
    }
}

package tinct.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;
import tinct.app.RecipeOptions;
import tinct.app.compress.Together;

/** Counts the colours of pictures, by what their palettes are known by. Those that cannot be read are passed over. */
record Counting(Broadcast<Orders> orders, Tallies tallies)
        implements PairFlatMapFunction<Iterator<Found>, String, ColorCounts> {
    @Override
    public Iterator<Tuple2<String, ColorCounts>> call(Iterator<Found> pictures) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        while (pictures.hasNext()) {
            Found picture = pictures.next();
            count(picture)
                    .ifPresent(counts -> sums.computeIfAbsent(orders.value().key(picture), key -> new Sum())
                            .add(counts));
            tallies.counted().add(1L);
        }
        return sums.entrySet().stream()
                .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue().total()))
                .iterator();
    }

    private Optional<ColorCounts> count(Found picture) {
        if (picture.refusal() != null) {
            return Optional.empty();
        }
        RecipeOptions options = orders.value().options();
        try (Spool spool = Spool.of(picture, orders.value().configuration())) {
            return Optional.of(ColorCounts.of(Together.colors(
                    spool.source(), options.weighting(), options.limit().held(), 1)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // It is told when it is compressed.
        }
    }

    /** Adds like sizes to like, so that each colour is looked at a few times, not once for each picture. */
    private static final class Sum {
        private final List<ColorCounts> parts = new ArrayList<>();

        void add(ColorCounts counts) {
            ColorCounts sum = counts;
            while (!parts.isEmpty() && parts.get(parts.size() - 1).size() <= 2L * sum.size()) {
                sum = parts.remove(parts.size() - 1).plus(sum);
            }
            parts.add(sum);
        }

        ColorCounts total() {
            ColorCounts sum = ColorCounts.NONE;
            for (int i = parts.size() - 1; i >= 0; i--) {
                sum = parts.get(i).plus(sum);
            }
            return sum;
        }
    }
}

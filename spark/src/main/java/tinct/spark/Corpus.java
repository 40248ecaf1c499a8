package tinct.spark;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import tinct.app.PaletteMode;
import tinct.app.file.Leftovers;
import tinct.histogram.Histogram;

/** One run over a corpus: colours are counted if palettes are shared, then pictures are compressed and told of. */
final class Corpus {
    private final SparkSession spark;
    private final JavaSparkContext context;
    private final Manifest manifest;
    private final int wave;
    private final Tallies tallies;
    private final Times times = new Times();
    private Optional<Histogram> known = Optional.empty();

    /** Seconds of the parts of a run, and how many colours there are together, if one palette is found for them. */
    static final class Times {
        private double counting;
        private double merging;
        private double clustering;
        private double making;
        private int colors;
        private int bytes;

        double counting() {
            return counting;
        }

        double merging() {
            return merging;
        }

        double clustering() {
            return clustering;
        }

        double making() {
            return making;
        }

        int colors() {
            return colors;
        }

        /** What these colours and their counts take when they are sent. */
        int bytes() {
            return bytes;
        }
    }

    /**
     * A run.
     *
     * @param wave how many pictures are done before their rows are kept
     */
    Corpus(SparkSession spark, Manifest manifest, int wave) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.manifest = manifest;
        this.wave = wave;
        this.tallies = Tallies.of(spark.sparkContext());
    }

    Times times() {
        return times;
    }

    /**
     * Compresses pictures.
     *
     * @param resumed whether those are left alone that an earlier run has done in the same way
     * @return how many were to be done
     * @throws IOException if the folder of the results cannot be read or written
     */
    int run(List<Found> pictures, Orders orders, boolean resumed) throws IOException {
        Orders complete = orders.withPalettes(palettes(pictures, orders));
        List<Found> left = resumed ? left(pictures, complete) : pictures;
        long start = System.nanoTime();
        Broadcast<Orders> sent = context.broadcast(complete);
        for (int from = 0; from < left.size(); from += wave) {
            List<Found> some = left.subList(from, Math.min(left.size(), from + wave));
            manifest.append(rdd(some, "compressing").map(new Making(sent, tallies)));
        }
        manifest.finish();
        sent.destroy();
        clean(left, orders.output(), orders.configuration());
        times.making = since(start);
        return left.size();
    }

    private JavaRDD<Found> rdd(List<Found> pictures, String what) {
        List<List<Found>> slices = Slices.of(pictures, context.defaultParallelism()).stream()
                .map(slice -> List.copyOf(slice))
                .toList();
        spark.sparkContext().setJobDescription(what + " " + pictures.size() + " pictures");
        return context.parallelize(slices, Math.max(1, slices.size())).flatMap(List::iterator);
    }

    /** The palettes that pictures share, by their keys. */
    private Map<String, int[]> palettes(List<Found> pictures, Orders orders) {
        if (orders.mode() == PaletteMode.OWN || pictures.isEmpty()) {
            return Map.of();
        }
        Broadcast<Orders> sent = context.broadcast(orders);
        JavaPairRDD<String, ColorCounts> counts = rdd(pictures, "counting the colours of")
                .mapPartitionsToPair(new Counting(sent, tallies))
                .persist(StorageLevel.MEMORY_AND_DISK());
        long start = System.nanoTime();
        long parts = counts.count(); // decoding is the pictures' share of the time, what follows that of the palette
        times.counting = since(start);
        Map<String, int[]> palettes =
                parts == 0 ? Map.of() : orders.mode() == PaletteMode.ONE ? one(counts, orders) : each(counts, sent);
        counts.unpersist();
        sent.destroy();
        return palettes;
    }

    /** The colours of all pictures that can be read. */
    Histogram colors(List<Found> pictures, Orders orders) {
        if (known.isPresent()) {
            return known.get();
        }
        Broadcast<Orders> sent = context.broadcast(orders.together());
        ColorCounts sum = pictures.isEmpty()
                ? ColorCounts.NONE
                : rdd(pictures, "counting the colours of")
                        .mapPartitionsToPair(new Counting(sent, tallies))
                        .values()
                        .treeAggregate(ColorCounts.NONE, ColorCounts::plus, ColorCounts::plus);
        sent.destroy();
        return sum.histogram();
    }

    private Map<String, int[]> one(JavaPairRDD<String, ColorCounts> counts, Orders orders) {
        long start = System.nanoTime();
        ColorCounts sum = counts.values().treeReduce(ColorCounts::plus);
        times.colors = sum.size();
        times.bytes = sum.bytes();
        Histogram all = sum.histogram();
        known = Optional.of(all);
        times.merging = since(start);
        start = System.nanoTime();
        Map<String, int[]> palette = Map.of("", orders.options().palette(all).toArray());
        times.clustering = since(start);
        return palette;
    }

    /** Where there are many palettes, they are found where the counts are. */
    private Map<String, int[]> each(JavaPairRDD<String, ColorCounts> counts, Broadcast<Orders> sent) {
        long start = System.nanoTime();
        Map<String, int[]> palettes = new HashMap<>(counts.reduceByKey(ColorCounts::plus)
                .mapValues(
                        sum -> sent.value().options().palette(sum.histogram()).toArray())
                .collectAsMap());
        times.merging = since(start);
        return palettes;
    }

    /** What no earlier run has done as it would be done now, or of which the result is no longer there. */
    private List<Found> left(List<Found> pictures, Orders orders) throws IOException {
        Map<Manifest.Key, Manifest.Done> done = manifest.done();
        Map<String, Long> sizes = Listing.sizes(orders.output(), orders.configuration());
        return pictures.stream()
                .filter(picture -> {
                    Manifest.Done known = done.get(Manifest.Key.of(picture));
                    return known == null
                            || !known.options().equals(orders.fingerprint(picture))
                            || known.bytesBefore() != picture.bytes()
                            || known.modified() != picture.modified()
                            || sizes.getOrDefault(known.result(), -1L) != known.bytesAfter();
                })
                .toList();
    }

    /** Removes what machines that were lost left unfinished. */
    private static void clean(List<Found> pictures, Path output, Configuration configuration) throws IOException {
        Set<String> folders = new LinkedHashSet<>();
        pictures.forEach(picture -> folders.add(picture.folder()));
        FileSystem files = output.getFileSystem(configuration);
        for (String folder : folders) {
            Path path = folder.isEmpty() ? output : new Path(output, folder);
            var local = Places.local(path.toString());
            if (local.isPresent()) {
                Leftovers.remove(local.get());
            } else if (files.exists(path)) {
                for (FileStatus status : files.globStatus(new Path(path, ".tinct-*.tmp"))) {
                    files.delete(status.getPath(), false);
                }
            }
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}

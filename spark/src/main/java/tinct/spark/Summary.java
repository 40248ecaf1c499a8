package tinct.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tinct.app.text.Console;
import tinct.app.text.Json;
import tinct.app.text.Units;

/**
 * What is told at the end.
 *
 * @param skipped pictures that an earlier run had done; they are among those written and kept
 * @param before bytes of the sources that did not fail
 * @param problems of some that failed: name, then what is wrong
 */
record Summary(
        long written, long kept, long failed, long skipped, long before, long after, List<String> problems, Path file) {
    private static final int SHOWN = 10;

    static Summary of(Manifest manifest, int skipped, Path file) throws IOException {
        long[] counts = new long[3];
        long before = 0;
        long after = 0;
        List<String> problems = new ArrayList<>();
        if (manifest.rows().isPresent()) {
            Dataset<Row> rows = manifest.rows().get();
            List<String> words = List.of("written", "kept", "failed");
            List<Row> sums = rows.groupBy("status")
                    .agg(count(lit(1)), sum("bytes_before"), coalesce(sum("bytes_after"), lit(0L)))
                    .collectAsList();
            for (Row row : sums) {
                int status = words.indexOf(row.getString(0));
                counts[status] = row.getLong(1);
                before += status == 2 ? 0 : row.getLong(2);
                after += row.getLong(3);
            }
            rows.where(col("error").isNotNull())
                    .orderBy("place")
                    .select("place", "error")
                    .takeAsList(SHOWN)
                    .forEach(row -> problems.add(row.getString(0) + ": " + row.getString(1)));
        }
        return new Summary(counts[0], counts[1], counts[2], skipped, before, after, problems, file);
    }

    void tell(Console console, Corpus.Times times, double seconds, boolean json) {
        if (json) {
            console.out().println(json(times, seconds));
            return;
        }
        for (String problem : problems) {
            console.err().println("tinct: " + problem);
        }
        if (failed > problems.size()) {
            console.err().println("tinct: " + Units.count(failed - problems.size()) + " more; the manifest has them");
        }
        String change = before > 0 ? " (" + Units.change(before, after) + ")" : "";
        console.out()
                .println(Units.count(written + kept + failed) + " pictures: " + Units.count(written) + " written, "
                        + Units.count(kept) + " kept, " + Units.count(failed) + " failed"
                        + (skipped > 0 ? ", " + Units.count(skipped) + " of them by an earlier run" : ""));
        console.out()
                .println(Units.bytes(before) + " -> " + Units.bytes(after) + change + " in " + Units.seconds(seconds));
        if (times.counting() > 0) {
            console.out()
                    .println("palette: colours counted in " + Units.seconds(times.counting()) + ", merged in "
                            + Units.seconds(times.merging()) + ", clustered in " + Units.seconds(times.clustering()));
        }
        console.out().println("manifest: " + file);
    }

    private Json json(Corpus.Times times, double seconds) {
        return new Json()
                .put("written", written)
                .put("kept", kept)
                .put("failed", failed)
                .put("skipped", skipped)
                .put("bytesBefore", before)
                .put("bytesAfter", after)
                .put("seconds", seconds)
                .put("counting", times.counting())
                .put("merging", times.merging())
                .put("clustering", times.clustering())
                .put("making", times.making())
                .put("colors", times.colors())
                .put("colorBytes", times.bytes())
                .put("manifest", file.toString());
    }
}

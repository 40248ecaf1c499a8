package tinct.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import tinct.app.compress.Outcome.Status;
import tinct.app.compress.Work;

/**
 * What was done, a row for each picture, as Parquet below the folder of the results.
 *
 * <p>While the job runs, rows of pictures that are done come to a journal, so many pictures at a time, each time as a whole.
 * At the end manifest and journal become the new manifest. Whatever a killed job leaves of the three is read by the next.
 */
final class Manifest {
    /** The name of the manifest in the folder of the results. */
    static final String NAME = "manifest.parquet";

    private static final String JOURNAL = "manifest-journal.parquet";
    private static final String NEXT = "manifest-next.parquet";
    private static final int ROWS_IN_A_FILE = 1_000_000;

    static final StructType SCHEMA = new StructType()
            .add("path", DataTypes.StringType, false)
            .add("place", DataTypes.StringType, false)
            .add("status", DataTypes.StringType, false)
            .add("result", DataTypes.StringType, true)
            .add("format", DataTypes.StringType, true)
            .add("bytes_before", DataTypes.LongType, false)
            .add("bytes_after", DataTypes.LongType, true)
            .add("width", DataTypes.IntegerType, true)
            .add("height", DataTypes.IntegerType, true)
            .add("colors_before", DataTypes.IntegerType, true)
            .add("k", DataTypes.IntegerType, true)
            .add("mse", DataTypes.DoubleType, true)
            .add("ssimulacra2", DataTypes.DoubleType, true)
            .add("seconds", DataTypes.DoubleType, false)
            .add("error", DataTypes.StringType, true)
            .add("modified", DataTypes.LongType, false)
            .add("options", DataTypes.StringType, false)
            .add("finished", DataTypes.LongType, false);

    private final SparkSession spark;
    private final Path output;
    private final FileSystem files;

    /**
     * That of a folder of results.
     *
     * @throws IOException if its file system cannot be reached
     */
    Manifest(SparkSession spark, Path output, Configuration configuration) throws IOException {
        this.spark = spark;
        this.output = output;
        this.files = output.getFileSystem(configuration);
        // A job that was killed while it gave the new manifest its name.
        if (!isWhole(at(NEXT)) || files.exists(at(NAME)) || !files.rename(at(NEXT), at(NAME))) {
            files.delete(at(NEXT), true);
        }
    }

    /**
     * How a picture ended.
     *
     * @param result what lies in the folder of the results, by its place there: the result, or a copy of the source
     * @param resultBytes its size
     */
    record Entry(
            Status status,
            @Nullable String result,
            long resultBytes,
            Optional<Work> work,
            @Nullable Double ssimulacra2,
            @Nullable String error) {
        static Entry failed(String error) {
            return new Entry(Status.FAILED, null, 0, Optional.empty(), null, error);
        }
    }

    static Row row(Found picture, Entry entry, String options, double seconds) {
        @Nullable Work work = entry.work.orElse(null);
        boolean failed = entry.status == Status.FAILED;
        return RowFactory.create(
                picture.address(),
                picture.place(),
                entry.status.name().toLowerCase(java.util.Locale.ROOT),
                entry.result,
                work == null ? null : work.sourceFormat(),
                picture.bytes(),
                failed ? null : (Long) entry.resultBytes,
                work == null ? null : (Integer) work.width(),
                work == null ? null : (Integer) work.height(),
                work == null ? null : (Integer) work.colorsBefore(),
                work == null ? null : (Integer) work.colorsAfter(),
                entry.status == Status.KEPT
                        ? (Double) 0.0
                        : work == null ? null : work.mse().orElse(null),
                entry.ssimulacra2,
                seconds,
                entry.error,
                picture.modified(),
                options,
                System.currentTimeMillis());
    }

    private Path at(String name) {
        return new Path(output, name);
    }

    /** Adds rows as a whole or, if the job dies, not at all. */
    void append(JavaRDD<Row> rows) {
        spark.createDataFrame(rows, SCHEMA)
                .write()
                .mode(SaveMode.Append)
                .parquet(at(JOURNAL).toString());
    }

    /** All rows, the newest of each picture. */
    Optional<Dataset<Row>> rows() throws IOException {
        List<String> parts = new ArrayList<>();
        for (String name : List.of(NAME, JOURNAL)) {
            if (hasRows(at(name))) {
                parts.add(at(name).toString());
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Dataset<Row> all = spark.read().schema(SCHEMA).parquet(parts.toArray(String[]::new));
        return Optional.of(all.withColumn(
                        "age",
                        row_number()
                                .over(Window.partitionBy(col("path"), col("place"))
                                        .orderBy(col("finished").desc())))
                .where(col("age").equalTo(1))
                .drop("age"));
    }

    private boolean isWhole(Path path) throws IOException {
        return files.exists(new Path(path, "_SUCCESS"));
    }

    private boolean hasRows(Path path) throws IOException {
        try {
            for (var status : files.listStatus(path)) {
                if (status.getPath().getName().endsWith(".parquet")) {
                    return true;
                }
            }
            return false;
        } catch (FileNotFoundException e) {
            return false;
        }
    }

    /** What is known of the result of a picture: its options, and the source that it was made of. */
    record Done(String options, long bytesBefore, long modified, String result, long bytesAfter) {}

    /** What a picture is known by: one that is named twice may have two places. */
    record Key(String path, String place) {
        static Key of(Found picture) {
            return new Key(picture.address(), picture.place());
        }
    }

    /** What has been done, and did not fail. */
    Map<Key, Done> done() throws IOException {
        Map<Key, Done> done = new HashMap<>();
        Optional<Dataset<Row>> rows = rows();
        if (rows.isEmpty()) {
            return done;
        }
        Dataset<Row> known = rows.get()
                .where(col("error").isNull())
                .select("path", "options", "bytes_before", "modified", "result", "bytes_after", "place");
        for (Row row : known.collectAsList()) {
            done.put(
                    new Key(row.getString(0), row.getString(6)),
                    new Done(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getLong(5)));
        }
        return done;
    }

    /** Makes the new manifest of the old one and the journal. */
    void finish() throws IOException {
        Optional<Dataset<Row>> rows = rows();
        if (rows.isEmpty()) {
            return;
        }
        Dataset<Row> all = rows.get().cache();
        int parts = (int) Math.max(1, (all.count() + ROWS_IN_A_FILE - 1) / ROWS_IN_A_FILE);
        files.delete(at(NEXT), true);
        all.coalesce(parts).sortWithinPartitions("place").write().parquet(at(NEXT).toString());
        all.unpersist();
        files.delete(at(NAME), true);
        if (!files.rename(at(NEXT), at(NAME))) {
            throw new IOException(at(NAME) + " could not be given its name");
        }
        files.delete(at(JOURNAL), true);
    }

    /** Forgets what earlier jobs did. */
    void forget() throws IOException {
        for (String name : List.of(NAME, JOURNAL)) {
            files.delete(at(name), true);
        }
    }
}

package tinct.spark;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import tinct.app.compress.Outcome.Status;

/** Counters that Spark's page shows while the job runs. What is done twice, after a failure, counts twice: the manifest does not. */
record Tallies(
        LongAccumulator counted,
        LongAccumulator written,
        LongAccumulator kept,
        LongAccumulator failed,
        LongAccumulator bytesBefore,
        LongAccumulator bytesAfter)
        implements Serializable {
    static Tallies of(SparkContext context) {
        return new Tallies(
                context.longAccumulator("pictures whose colours are counted"),
                context.longAccumulator("pictures written"),
                context.longAccumulator("pictures kept"),
                context.longAccumulator("pictures failed"),
                context.longAccumulator("bytes before"),
                context.longAccumulator("bytes after"));
    }

    void add(Status status, long before, long after) {
        (status == Status.WRITTEN ? written : status == Status.KEPT ? kept : failed).add(1L);
        bytesBefore.add(before);
        bytesAfter.add(after);
    }
}

package tinct.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tinct.Settings;
import tinct.Tinct;
import tinct.image.Image;
import tinct.metrics.Comparison;
import tinct.metrics.Ssimulacra2;

/** Comparing a picture with its result of 64 colours. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MetricBenchmark {
    /** PNG file; {@code -p image=FILE} names another. */
    @Param("samples/still-life.png")
    String image = "";

    /** Most threads. */
    @Param({"1", "2"})
    int threads;

    private Image original = new Image(1, 1, new int[1]);
    private Image result = original;
    private Optional<Ssimulacra2> prepared = Optional.empty();

    /** Reads the picture and makes the result. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        original = Corpus.load(Path.of(image));
        result = Image.copyOf(
                Tinct.compress(original, Settings.DEFAULT.withMaxColors(64)).image());
        prepared = Optional.of(Ssimulacra2.of(original, threads));
    }

    @Benchmark
    public Ssimulacra2 prepareSsimulacra2() throws IOException {
        return Ssimulacra2.of(original, threads);
    }

    @Benchmark
    public double ssimulacra2OfPrepared() throws IOException {
        return prepared.orElseThrow().score(result, threads);
    }

    @Benchmark
    public double ssimulacra2() throws IOException {
        return Ssimulacra2.of(original, threads).score(result, threads);
    }

    @Benchmark
    public Comparison comparison() throws IOException {
        return Comparison.of(original, result, threads);
    }

    @Benchmark
    public double mse() throws IOException {
        return Comparison.mse(original, result);
    }
}

package tinct.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
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
import tinct.Result;
import tinct.Settings;
import tinct.Tinct;
import tinct.codec.PngWriter;
import tinct.histogram.Histogram;
import tinct.image.Image;
import tinct.image.IndexedImage;
import tinct.palette.Quantization;
import tinct.remap.FloydSteinberg;
import tinct.remap.Remapper;

/** Each stage of the pipeline on one picture, and the whole. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 3)
public class StageBenchmark {
    /** PNG file; {@code -p image=FILE} names another. */
    @Param("samples/still-life.png")
    String image = "";

    /** Number of colours. */
    @Param({"16", "256"})
    int k;

    /** Most threads. */
    @Param("2")
    int threads;

    private Image picture = new Image(1, 1, new int[1]);
    private Settings settings = Settings.DEFAULT;
    private Histogram histogram = Histogram.of(new int[1], 1);
    private Quantization quantization = settings.quantizer().quantize(histogram, 1, 1);
    private IndexedImage indexed = new IndexedImage(1, 1, quantization.palette(), new byte[1]);

    /** Reads the picture and makes the input of each stage. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        picture = Corpus.load(Path.of(image));
        settings = Settings.DEFAULT.withMaxColors(k).withThreads(threads);
        histogram = histogram();
        quantization = palette();
        indexed = remap();
    }

    @Benchmark
    public Histogram histogram() {
        return Histogram.of(picture.pixels(), threads);
    }

    @Benchmark
    public Quantization palette() {
        return settings.quantizer().quantize(histogram, k, threads);
    }

    @Benchmark
    public IndexedImage remap() throws IOException {
        return new Remapper(quantization.palette(), settings.quantizer().space(), settings.ditherer())
                .remap(picture, threads);
    }

    @Benchmark
    public IndexedImage dither() throws IOException {
        return new Remapper(quantization.palette(), settings.quantizer().space(), new FloydSteinberg(1))
                .remap(picture, threads);
    }

    @Benchmark
    public byte[] encode() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(indexed, out);
        return out.toByteArray();
    }

    @Benchmark
    public Result whole() {
        return Tinct.compress(picture, settings);
    }
}

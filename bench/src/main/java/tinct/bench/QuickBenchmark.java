package tinct.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;
import tinct.Settings;
import tinct.Tinct;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.palette.KMeansQuantizer;

/** From pixels to indices at the efforts that are made for previews: {@link Tinct#index} of some pictures, one after the other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
public class QuickBenchmark {
    /** Files, separated by colons; {@code -p images=FILE:FILE} names others. */
    @Param("samples/still-life.png")
    String images = "";

    /** Number of colours. */
    @Param({"16", "64"})
    int k;

    @Param("1")
    int effort;

    @Param({"SRGB", "OKLAB"})
    ColorSpace space = ColorSpace.SRGB;

    /** Most threads. */
    @Param("2")
    int threads;

    private final List<Image> pictures = new ArrayList<>();
    private Settings settings = Settings.DEFAULT;

    /** Reads the pictures. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        for (String image : images.split(":", -1)) {
            pictures.add(Corpus.load(Path.of(image)));
        }
        KMeansQuantizer quantizer = KMeansQuantizer.DEFAULT.withSpace(space).withEffort(effort);
        settings = new Settings(k, quantizer, Settings.DEFAULT.ditherer(), threads);
    }

    /** All pictures: divide by their number. */
    @Benchmark
    public void index(Blackhole hole) {
        for (Image picture : pictures) {
            hole.consume(Tinct.index(picture, settings));
        }
    }
}

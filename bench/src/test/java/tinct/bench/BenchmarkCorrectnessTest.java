package tinct.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.Result;
import tinct.image.IndexedImage;

/** What the benchmarks compute is right, so that what they time means something. */
@Tag("slow")
final class BenchmarkCorrectnessTest {
    private static final Path SAMPLES = Path.of(System.getProperty("tinct.root"), "samples");

    @ParameterizedTest
    @ValueSource(ints = {16, 256})
    void stagesGiveWhatTheWholeGives(int k) throws IOException {
        StageBenchmark benchmark = new StageBenchmark();
        benchmark.image = SAMPLES.resolve("still-life.png").toString();
        benchmark.k = k;
        benchmark.threads = 2;
        benchmark.prepare();
        Result whole = benchmark.whole();
        assertThat(benchmark.histogram()).isEqualTo(whole.histogram());
        assertThat(benchmark.palette()).isEqualTo(whole.quantization());
        assertThat(benchmark.remap()).isEqualTo(whole.image());
        List<IndexedImage> dithered = List.of(
                benchmark.ditherAuto(),
                benchmark.ditherFloydSteinberg(),
                benchmark.ditherAtkinson(),
                benchmark.ditherBayer(),
                benchmark.ditherBlueNoise(),
                whole.image());
        assertThat(dithered).doesNotHaveDuplicates();
        assertThat(dithered).allMatch(result -> result.palette().equals(whole.palette()));
        assertThat(whole.distinctAfter()).isEqualTo(k);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(benchmark.encode()));
        int width = read.getWidth();
        assertThat(read.getRGB(0, 0, width, read.getHeight(), null, 0, width))
                .isEqualTo(whole.image().toImage().pixels());
    }

    @Test
    void allWaysToSsimulacra2GiveTheSame() throws IOException {
        MetricBenchmark benchmark = new MetricBenchmark();
        benchmark.image = SAMPLES.resolve("still-life.png").toString();
        benchmark.threads = 2;
        benchmark.prepare();
        double score = benchmark.ssimulacra2();
        assertThat(score).isBetween(30.0, 90.0);
        assertThat(benchmark.ssimulacra2OfPrepared()).isEqualTo(score);
        assertThat(benchmark.prepareSsimulacra2()).isNotNull();
        assertThat(benchmark.comparison().ssimulacra2()).isEqualTo(score);
        assertThat(benchmark.comparison().mse()).isEqualTo(benchmark.mse()).isPositive();
    }
}

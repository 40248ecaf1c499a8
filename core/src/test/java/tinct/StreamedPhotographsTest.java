package tinct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tinct.codec.Metadata;
import tinct.codec.PngReader;
import tinct.codec.PngWriter;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.palette.KMeansQuantizer;
import tinct.remap.NoDither;
import tinct.remap.RateAware;
import tinct.samples.Samples;

/** Files that are read, mapped and written row by row, beside what the same settings give in memory. */
@Tag("slow")
final class StreamedPhotographsTest {
    private static final Settings QUICK = Settings.DEFAULT
            .withQuantizer(KMeansQuantizer.DEFAULT.withEffort(1))
            .withDitherer(new NoDither())
            .withFileEffort(1);
    /** As {@code tinct compress} has them. */
    private static final Settings DEFAULT = Settings.DEFAULT
            .withQuantizer(KMeansQuantizer.DEFAULT.withSpace(ColorSpace.OKLAB))
            .withDitherer(new RateAware(20, RateAware.AUTOMATIC));

    @ParameterizedTest
    @ValueSource(strings = {"landscape", "badge", "diagram", "grey", "tiny"})
    void ownPicturesGetTheSameBytes(String name) throws IOException {
        check(Samples.file(name), QUICK);
        check(Samples.file(name), DEFAULT);
    }

    @Test
    void photographsGetTheSameBytes() throws IOException {
        Optional<Path> shared = Samples.shared();
        if (shared.isPresent()) {
            for (int i : new int[] {3, 9, 17, 19, 23}) {
                check(kodak(shared.get(), i), QUICK);
            }
            check(kodak(shared.get(), 5), DEFAULT);
        }
    }

    private static Path kodak(Path shared, int number) {
        return shared.resolve("kodak").resolve((number < 10 ? "0" : "") + number + ".png");
    }

    private static void check(Path file, Settings settings) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Image image = Image.copyOf(PngReader.open(file, 1 << 20));
        PngWriter.write(Tinct.compress(image, settings).image(), whole, settings.fileEffort());
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        Streamed rows = Tinct.stream(PngReader.open(file, 1 << 20), settings, Progress.NONE);
        PngWriter.write(rows.rows(), streamed, settings.fileEffort(), Metadata.NONE, settings.threads());
        assertThat(streamed.toByteArray()).as("%s", file).isEqualTo(whole.toByteArray());
    }
}

package tinct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tinct.codec.Metadata;
import tinct.codec.PngReader;
import tinct.codec.PngWriter;
import tinct.image.Image;
import tinct.image.PixelRows;
import tinct.reference.Pictures;
import tinct.remap.Atkinson;
import tinct.remap.AutoDither;
import tinct.remap.Bayer;
import tinct.remap.BlueNoise;
import tinct.remap.Coder;
import tinct.remap.Ditherer;
import tinct.remap.FloydSteinberg;
import tinct.remap.NoDither;
import tinct.remap.RateAware;

final class StreamTest {
    static Stream<Ditherer> ditherers() {
        return Stream.of(
                new NoDither(),
                new AutoDither(1),
                new FloydSteinberg(1),
                new Atkinson(1),
                new Bayer(1),
                new BlueNoise(1),
                new RateAware(20, 2),
                new RateAware(20, 2, Coder.LZW));
    }

    @ParameterizedTest
    @MethodSource("ditherers")
    void aStreamedFileHasTheBytesOfOneMadeInMemory(Ditherer ditherer) throws IOException {
        for (Image image : new Image[] {Pictures.photo(1, 61, 40), Pictures.veiled(2, 33, 50)}) {
            Settings settings =
                    Settings.DEFAULT.withMaxColors(24).withDitherer(ditherer).withThreads(2);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            PngWriter.write(Tinct.compress(image, settings).image(), whole, 3);
            assertThat(streamed(Pictures.rows(image), settings)).isEqualTo(whole.toByteArray());
            assertThat(streamed(Pictures.rows(image), settings.withThreads(1))).isEqualTo(whole.toByteArray());
        }
    }

    @Test
    void aBrokenSourceIsToldInBothPasses() throws IOException {
        Image image = Pictures.photo(5, 40, 3000);
        PixelRows breaks = new PixelRows() {
            @Override
            public int width() {
                return 40;
            }

            @Override
            public int height() {
                return 3000;
            }

            @Override
            public RowReader open() {
                RowReader reader = image.open();
                return new RowReader() {
                    private int next;

                    @Override
                    public void readRow(int[] argb) throws IOException {
                        if (next++ == 2000) {
                            throw new IOException("the disk is gone");
                        }
                        reader.readRow(argb);
                    }
                };
            }
        };
        assertThatThrownBy(() -> Tinct.stream(breaks, Settings.DEFAULT.withThreads(2), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void aReaderThatIsClosedBeforeItsEndLeavesNoThread() throws IOException, InterruptedException {
        PixelRows ahead = new RowsAhead(Pictures.rows(Pictures.photo(6, 1000, 6000)));
        int[] row = new int[1000];
        for (int i = 0; i < 3; i++) {
            try (PixelRows.RowReader reader = ahead.open()) {
                reader.readRow(row);
            }
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("tinct-rows");
    }

    private static byte[] streamed(PixelRows rows, Settings settings) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PngWriter.write(Tinct.stream(rows, settings, Progress.NONE).rows(), file, 3, Metadata.NONE, settings.threads());
        PngReader read = PngReader.of(file.toByteArray(), 1 << 24);
        assertThat(read.width()).isEqualTo(rows.width());
        return file.toByteArray();
    }
}

package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import tinct.internal.DeflateSymbols;

/** The JDK's inflater is the judge. */
final class ParallelDeflateTest {
    @Test
    void severalPartsComeBackAndAreTheSameForAnyNumberOfThreadsAndPortions() throws IOException, DataFormatException {
        byte[] data = textured(5 * ParallelDeflate.LEAST_PART + 12345);
        byte[] one = compress(data, 1, 1, data.length);
        assertThat(compress(data, 1, 2, 99_991)).isEqualTo(one);
        assertThat(compress(data, 1, 7, 1 << 20)).isEqualTo(one);
        assertThat(inflate(one, data.length)).isEqualTo(data);
    }

    @Test
    void onePartGivesTheBytesOfDeflate() throws IOException {
        for (int size : new int[] {0, 1, 70_000, ParallelDeflate.LEAST_PART * 3 / 2 - 1}) {
            byte[] data = textured(size);
            assertThat(compress(data, 1, 2, 4096)).isEqualTo(Deflate.compress(data, 1));
        }
    }

    @Test
    void partsKnowTheWindowBeforeThem() throws IOException, DataFormatException {
        int part = ParallelDeflate.LEAST_PART;
        byte[] data = RandomBytes.uniform(new SplittableRandom(4), 2 * part, 256);
        System.arraycopy(data, part - DeflateSymbols.WINDOW, data, part, DeflateSymbols.WINDOW);
        byte[] file = compress(data, 6, 2, data.length);
        assertThat(file).hasSizeLessThan(data.length - DeflateSymbols.WINDOW + 2000);
        assertThat(inflate(file, data.length)).isEqualTo(data);
    }

    @Test
    void partsCostNextToNothing() throws IOException {
        byte[] data = textured(4 * ParallelDeflate.LEAST_PART);
        assertThat(compress(data, 1, 2, data.length).length).isLessThan(Deflate.compress(data, 1).length * 1003 / 1000);
    }

    private static byte[] compress(byte[] data, int effort, int threads, int portion) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParallelDeflate deflate = new ParallelDeflate(out, effort, threads, data.length);
        for (int from = 0; from < data.length; from += portion) {
            deflate.write(data, from, Math.min(portion, data.length - from));
        }
        deflate.finish();
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] file, int size) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(file);
        byte[] data = new byte[size + 1];
        int length = 0;
        while (!inflater.finished()) {
            int more = inflater.inflate(data, length, data.length - length);
            assertThat(more > 0 || inflater.finished()).as("ends").isTrue();
            length += more;
        }
        inflater.end();
        return Arrays.copyOf(data, length);
    }

    /** A random walk with repeats, as of a picture's indices. */
    private static byte[] textured(int size) {
        SplittableRandom random = new SplittableRandom(size);
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            boolean repeats = i > 700 && (i >> 6) % 3 != 0;
            data[i] = repeats ? data[i - 700] : (byte) (i == 0 ? 0 : data[i - 1] + random.nextInt(5) - 2);
        }
        return data;
    }
}

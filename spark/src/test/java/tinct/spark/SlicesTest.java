package tinct.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How pictures are divided among tasks. */
final class SlicesTest {
    private static List<Found> pictures(long... megabytes) {
        List<Found> pictures = new ArrayList<>();
        for (long size : megabytes) {
            String name = pictures.size() + ".png";
            pictures.add(new Found("file:/" + name, name, size << 20, 0, null));
        }
        return pictures;
    }

    @Test
    void everyPictureIsInOneSlice() {
        List<Found> all = pictures(new long[1000]);
        List<Found> divided = Slices.of(all, 2).stream().flatMap(List::stream).toList();
        assertThat(divided).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void fewPicturesKeepAllCoresBusy() {
        assertThat(Slices.of(pictures(new long[16]), 4)).hasSize(16);
    }

    @Test
    void aLargePictureIsAloneAndComesFirst() {
        List<List<Found>> slices = Slices.of(pictures(1, 1, 900, 1, 1), 1);
        assertThat(slices.get(0)).extracting(Found::place).containsExactly("2.png");
    }

    @Test
    void nothingGivesNoSlices() {
        assertThat(Slices.of(List.of(), 4)).isEmpty();
    }
}

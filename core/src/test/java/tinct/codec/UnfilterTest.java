package tinct.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnfilterTest {
    @Test
    void theNearestOfAllTriplesIsThatOfTheSpecification() {
        for (int a = 0; a < 256; a++) {
            for (int b = 0; b < 256; b++) {
                for (int c = 0; c < 256; c++) {
                    if (Unfilter.nearest(a, b, c) != specified(a, b, c)) { // 2^24 assertions would take a while
                        assertThat(Unfilter.nearest(a, b, c))
                                .as("%d %d %d", a, b, c)
                                .isEqualTo(specified(a, b, c));
                    }
                }
            }
        }
    }

    private static int specified(int a, int b, int c) {
        int p = a + b - c;
        int pa = Math.abs(p - a);
        int pb = Math.abs(p - b);
        int pc = Math.abs(p - c);
        if (pa <= pb && pa <= pc) {
            return a;
        }
        return pb <= pc ? b : c;
    }
}

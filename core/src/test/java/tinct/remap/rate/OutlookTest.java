package tinct.remap.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tinct.image.Palette;

final class OutlookTest {
    private static final float PRICE = 0.01f;

    private final SplittableRandom random = new SplittableRandom(11);
    private final Entries entries =
            new Entries(new Palette(0xFF000000, 0xFF808080, 0xFFFFFFFF, 0xFF3060C0, 0xFF30C060, 0x80FF3020));

    /** Pixels near to random entries, some of them fixed. */
    private Row row(int width) {
        Row row = new Row(width, entries.dimensions);
        for (int x = 0; x < width; x++) {
            int plain = random.nextInt(entries.size);
            for (int axis = 0; axis < entries.dimensions; axis++) {
                row.target[axis][x] = entries.coordinates[axis][plain] + (float) (random.nextDouble() - 0.5) * 0.1f;
            }
            row.weight[x] = (float) (0.1 + random.nextDouble());
            row.plain[x] = (byte) plain;
            row.kind[x] = random.nextInt(9) == 0 ? Row.FIXED : Row.VEILED;
        }
        return row;
    }

    private double error(Row row, int x, int entry) {
        if (row.kind[x] == Row.FIXED) {
            return entry == (row.plain[x] & 0xFF) ? 0 : Entries.NEVER;
        }
        double sum = 0;
        for (int axis = 0; axis < entries.dimensions; axis++) {
            double difference = row.target[axis][x] - entries.coordinates[axis][entry];
            sum += difference * difference;
        }
        return sum * row.weight[x] + entries.fareOfVisible[entry];
    }

    /** What an entry at the pixel in column x costs the others, pixel by pixel from its definition. */
    private double cost(int x, int entry, Row row, byte[] above) {
        if (x + 1 == above.length) {
            return 0;
        }
        double[] next = IntStream.range(0, entries.size)
                .mapToDouble(k -> error(row, x + 1, k) + cost(x + 1, k, row, above))
                .toArray();
        long changes = IntStream.rangeClosed(x - 1, x + 3)
                .filter(i -> i > 0 && i < above.length && above[i] != above[i - 1])
                .count();
        double cheapest =
                IntStream.range(0, entries.size).mapToDouble(k -> next[k]).min().orElseThrow();
        double parted = Math.min(cheapest + PRICE * (16 - 2.4 * changes), next[above[x + 1]] + 4 * PRICE);
        double least = Math.min(cheapest + 0.1 * PRICE, parted);
        return 0.8 * (Math.min(next[entry] + 0.1 * PRICE, parted) - least);
    }

    @Test
    void costsAreThoseOfKeepingAnEntryOrPartingWithItPixelByPixel() {
        for (int width = 1; width <= 5; width++) {
            Row row = row(width);
            byte[] above = new byte[width];
            for (int x = 0; x < width; x++) {
                above[x] = (byte) random.nextInt(entries.size / 2);
            }
            Outlook outlook = new Outlook(entries, PRICE, width);
            outlook.look(0, row, above, 0);
            for (int x = 0; x < width; x++) {
                for (int entry = 0; entry < entries.size; entry++) {
                    assertThat((double) outlook.costs()[outlook.at(x) + entry])
                            .as("width %d, column %d, entry %d", width, x, entry)
                            .isCloseTo(cost(x, entry, row, above), within(1e-5));
                }
            }
        }
    }

    @Test
    void whereASpanEndsMakesNoDifference() {
        int width = Outlook.SPAN + 300;
        Row row = row(width);
        byte[] above = new byte[width];
        Outlook whole = new Outlook(entries, PRICE, width);
        whole.look(0, row, above, 0);
        Outlook later = new Outlook(entries, PRICE, width);
        int start = Outlook.SPAN - 100;
        later.look(start, row, above, 0);
        for (int x = start; x < Outlook.SPAN; x++) {
            for (int entry = 0; entry < entries.size; entry++) {
                assertThat(whole.costs()[whole.at(x) + entry])
                        .isCloseTo(later.costs()[later.at(x) + entry], within(PRICE / 100));
            }
        }
    }

    @Test
    void anEntryThatFollowingPixelsWantIsWorthBitsThatNoPixelWouldPayAlone() {
        int width = 40;
        Entries greys = new Entries(new Palette(0xFF808080, 0xFF888888));
        Row row = new Row(width, 3);
        for (int x = 0; x < width; x++) {
            row.target[0][x] = greys.coordinates[0][1];
            row.weight[x] = 10;
            row.plain[x] = 1;
        }
        Outlook outlook = new Outlook(greys, PRICE, width);
        outlook.look(0, row, new byte[width], -width);
        float alone = greys.error(row.target, 0, 10, Row.OPAQUE, 0);
        assertThat(alone).isBetween(0.5f * PRICE, PRICE);
        assertThat(outlook.costs()[0] - outlook.costs()[1]).isGreaterThan(2 * alone);
    }
}

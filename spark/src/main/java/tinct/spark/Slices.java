package tinct.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Divides pictures into what one task does: few enough that little is lost with a machine, many enough that a task is worth its start. */
final class Slices {
    private static final int MOST_PICTURES = 64;
    private static final long MOST_BYTES = 64L << 20;
    private static final int EACH_CORE = 4;

    private Slices() {}

    /**
     * The slices, those with most bytes first, so that no long one begins last.
     *
     * @param cores that work
     */
    static List<List<Found>> of(List<Found> pictures, int cores) {
        int most = Math.max(1, Math.min(MOST_PICTURES, pictures.size() / (cores * EACH_CORE)));
        List<List<Found>> slices = new ArrayList<>();
        List<Found> slice = new ArrayList<>();
        long bytes = 0;
        for (Found picture : pictures) {
            if (!slice.isEmpty() && (slice.size() == most || bytes + picture.bytes() > MOST_BYTES)) {
                slices.add(slice);
                slice = new ArrayList<>();
                bytes = 0;
            }
            slice.add(picture);
            bytes += picture.bytes();
        }
        if (!slice.isEmpty()) {
            slices.add(slice);
        }
        slices.sort(Comparator.comparingLong(Slices::bytes).reversed());
        return slices;
    }

    private static long bytes(List<Found> slice) {
        return slice.stream().mapToLong(Found::bytes).sum();
    }
}

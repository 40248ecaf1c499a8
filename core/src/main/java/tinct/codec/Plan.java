package tinct.codec;

/** How a stretch of data is to be written: its steps, and where blocks end. */
final class Plan {
    /** By position in the data; those of positions inside a copy mean nothing. */
    int[] steps = {};

    /** [blocks] where each block ends, rising; the last is the end of the stretch. */
    int[] blockEnds = {};

    /** Makes room for steps at positions below {@code size}. */
    void ensure(int size) {
        if (steps.length < size) {
            steps = new int[size];
        }
    }
}

package tinct.remap.rate;

/** Takes the steps of a path, in order. */
interface Steps {
    /** Forgets them. */
    Steps NONE = new Steps() {
        @Override
        public void literal(int value) {}

        @Override
        public void copy(int length, int distance) {}
    };

    /** One byte as it is. */
    void literal(int value);

    /** {@code length} 3..258 bytes again that were written {@code distance} bytes ago. */
    void copy(int length, int distance);
}

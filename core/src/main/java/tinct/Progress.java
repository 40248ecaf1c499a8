package tinct;

/** Told how far {@link Tinct#compress} is; called on the thread that called it. An exception thrown here ends the work. */
@FunctionalInterface
public interface Progress {
    /** Listens to nothing. */
    Progress NONE = new Progress() {
        /* No lambda: class archives hold none of an interface's fields, so each VM would make it anew. */
        @Override
        public void begins(Stage stage) {}
    };

    /** A stage begins. */
    void begins(Stage stage);

    /**
     * A stage of {@link Tinct#stream} goes on.
     *
     * @param share of its rows that are read, 0..1, rising
     */
    default void advances(Stage stage, double share) {}
}

package tinct.app.soak;

import java.nio.file.Path;
import java.util.Optional;

/** One kind of random trial. */
interface Trial {
    /** Such as {@code "random settings"}. */
    String name();

    /**
     * Does one, all of whose chance comes from the seed.
     *
     * @param folder empty, its own, cleared afterwards
     * @return what is wrong; empty if nothing is
     * @throws Exception which is wrong too
     */
    Optional<String> run(long seed, Path folder) throws Exception;

    /** Whether it cannot be done here, and why. */
    default Optional<String> impossible() {
        return Optional.empty();
    }
}

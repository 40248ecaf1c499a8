package tinct.app.serve;

import java.nio.file.Path;

/** A job that makes a file to be taken away. */
interface Product {
    /**
     * The file.
     *
     * @throws Refusal if it is not made yet
     */
    Path product();

    /**
     * What it is called there.
     *
     * @throws Refusal if it is not made yet
     */
    String productName();

    /** Removes what was made. */
    void delete();
}

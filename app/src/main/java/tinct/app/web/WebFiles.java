package tinct.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of pages, as they come with the program. */
public final class WebFiles {
    /** Licences of the libraries, each in a file of its own. */
    public static final List<String> LICENSES = List.of("lib/uplot.LICENSE", "lib/three.LICENSE");

    private WebFiles() {}

    /**
     * The text of a file.
     *
     * @param name such as {@code viewer.js} or {@code lib/three.js}
     * @throws IllegalArgumentException if there is none of that name
     */
    public static String text(String name) {
        try (InputStream in = WebFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no file " + name + " for pages");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The style of all pages. */
    public static String style() {
        return text("lib/uplot.css") + text("tinct.css");
    }
}

package tinct.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Files of the page: some of the program's own, and nothing else. */
final class Resources {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");
    private static final String PLAIN = "[a-z][a-z0-9-]*\\.(html|js|css|svg)";

    private Resources() {}

    /** A file and what it is. */
    record Resource(String type, byte[] bytes) {}

    /** The page itself. */
    static Resource page() throws IOException {
        return find("serve/page.html").orElseThrow(() -> new IOException("the page is missing in this build"));
    }

    /**
     * A file of the program.
     *
     * @param path such as {@code "web/viewer.js"}: one of two folders or the libraries', then a plain name
     */
    static Optional<Resource> find(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, Math.max(0, slash));
        String name = path.substring(slash + 1);
        boolean known = folder.equals("web") || folder.equals("web/lib") || folder.equals("serve");
        if (!known || !name.matches(PLAIN)) {
            return Optional.empty();
        }
        try (InputStream in = Resources.class.getResourceAsStream("/tinct/app/" + path)) {
            if (in == null) {
                return Optional.empty();
            }
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            return Optional.of(new Resource(type, in.readAllBytes()));
        }
    }
}

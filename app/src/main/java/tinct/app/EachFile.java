package tinct.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tinct.app.file.Problem;
import tinct.app.text.Console;

/** Does something with each of several files; one that fails does not stop the others. */
record EachFile(Console console, boolean debug) {
    /** What is done with one file. */
    interface Action {
        void accept(Path file) throws IOException;
    }

    /** Returns the exit code: 1 if a file failed, else 0. */
    int run(List<Path> files, Action action) {
        int code = 0;
        for (Path file : files) {
            try {
                action.accept(file);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                console.fail(file.toString(), Problem.describe(e, file));
                if (debug) {
                    e.printStackTrace(console.err());
                }
                code = 1;
            }
        }
        return code;
    }
}

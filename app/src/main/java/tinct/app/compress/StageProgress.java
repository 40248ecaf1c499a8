package tinct.app.compress;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import tinct.Progress;
import tinct.Stage;
import tinct.app.text.Units;

/** Says which stage a file is in and, of a large one, how long that will take. */
final class StageProgress implements Progress {
    private final Path name;
    private final Consumer<String> show;
    private long began = System.nanoTime();

    StageProgress(Path name, Consumer<String> show) {
        this.name = name;
        this.show = show;
    }

    @Override
    public void begins(Stage stage) {
        began = System.nanoTime();
        show.accept(text(stage));
    }

    @Override
    public void advances(Stage stage, double share) {
        if (share <= 0) {
            begins(stage); // The stage may have begun when nobody was told: it is read by whoever writes the result.
            return;
        }
        double left = (System.nanoTime() - began) / 1e9 * (1 - share) / share;
        show.accept(text(stage) + Units.format(" %.0f %%, %s left", 100 * share, Units.clock(left)));
    }

    private String text(Stage stage) {
        return name + ": " + stage.name().toLowerCase(Locale.ROOT);
    }
}

package tinct.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tinct.app.Mutations;
import tinct.app.Specimens;

/** Damaged files of every format, also animated ones, through the command line. */
final class Damage implements Trial {
    private final Map<String, byte[]> specimens = new LinkedHashMap<>();

    Damage() throws IOException {
        specimens.putAll(Specimens.all());
        specimens.putAll(Specimens.pnms());
        Path folder = Files.createTempDirectory("tinct-soak");
        specimens.putAll(Specimens.moving(folder));
        Files.delete(folder);
    }

    @Override
    public String name() {
        return "damaged files";
    }

    @Override
    public Optional<String> run(long seed, Path folder) throws IOException {
        return new Mutations(specimens, folder).attempt(seed);
    }
}

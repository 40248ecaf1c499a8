package tinct.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import tinct.app.PaletteMode;
import tinct.app.RecipeOptions;
import tinct.app.compress.Compressor;
import tinct.app.compress.MemoryBudget;
import tinct.app.compress.Plan;
import tinct.app.file.Fingerprint;
import tinct.image.Palette;

/**
 * What is to be done, as it is sent to each process once. There the options are read by the parser of the command line, so
 * that pictures are compressed by the code and the settings of {@code compress}.
 */
final class Orders implements Serializable {
    private static final long serialVersionUID = 1;

    private final ArrayList<String> words;
    private final String fingerprint;
    private final PaletteMode mode;
    private final boolean scored;
    private final String output;
    private final SerializableConfiguration configuration;
    private final HashMap<String, int[]> palettes;

    private transient @Nullable Hands hands;

    /** What a process makes of the orders. */
    private record Hands(RecipeOptions options, MemoryBudget memory, Map<String, Compressor> compressors) {}

    private Orders(
            List<String> words,
            String fingerprint,
            PaletteMode mode,
            boolean scored,
            String output,
            SerializableConfiguration configuration,
            Map<String, int[]> palettes) {
        this.words = new ArrayList<>(words);
        this.fingerprint = fingerprint;
        this.mode = mode;
        this.scored = scored;
        this.output = output;
        this.configuration = configuration;
        this.palettes = new HashMap<>(palettes);
    }

    /**
     * Orders without palettes.
     *
     * @param words as {@link RecipeOptions#words} gives them
     * @param fingerprint of the options
     * @param scored whether results are compared with their sources
     * @param output the folder of the results
     */
    static Orders of(
            List<String> words,
            String fingerprint,
            PaletteMode mode,
            boolean scored,
            Path output,
            Configuration configuration) {
        return new Orders(
                words,
                fingerprint,
                mode,
                scored,
                output.toString(),
                new SerializableConfiguration(configuration),
                Map.of());
    }

    /** The same with palettes that pictures share, by their keys. */
    Orders withPalettes(Map<String, int[]> found) {
        return new Orders(words, fingerprint, mode, scored, output, configuration, found);
    }

    /** The same with the colours of all pictures counted together. */
    Orders together() {
        return new Orders(words, fingerprint, PaletteMode.ONE, scored, output, configuration, palettes);
    }

    private synchronized Hands hands() {
        Hands own = hands;
        if (own == null) {
            own = new Hands(RecipeOptions.read(words), MemoryBudget.ofHeap(), new ConcurrentHashMap<>());
            hands = own;
        }
        return own;
    }

    RecipeOptions options() {
        return hands().options;
    }

    PaletteMode mode() {
        return mode;
    }

    /** What the palette of a picture is known by. */
    String key(Found picture) {
        return mode == PaletteMode.FOLDER ? picture.folder() : "";
    }

    boolean scored() {
        return scored;
    }

    Path output() {
        return new Path(output);
    }

    Configuration configuration() {
        return configuration.value();
    }

    /** What compresses a picture. */
    Compressor compressor(Found picture) {
        Hands own = hands();
        return own.compressors.computeIfAbsent(
                key(picture), key -> own.options.compressor(palette(key).map(Palette::new), own.memory));
    }

    private Optional<int[]> palette(String key) {
        return Optional.ofNullable(palettes.get(key));
    }

    /** The picture's result in a folder. */
    Plan plan(java.nio.file.Path folder) {
        return Plan.below(folder, options().format());
    }

    /** Fingerprint of all that the bytes of a picture's result depend on besides the source. */
    String fingerprint(Found picture) {
        return palette(key(picture))
                .map(entries -> Fingerprint.of(fingerprint + Arrays.toString(entries)))
                .orElse(fingerprint);
    }
}

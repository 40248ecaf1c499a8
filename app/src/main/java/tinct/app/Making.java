package tinct.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tinct.app.compress.Compressor;
import tinct.app.compress.Journals;
import tinct.app.compress.MemoryBudget;
import tinct.app.compress.Policy;
import tinct.app.compress.Recipe;
import tinct.histogram.Histogram;
import tinct.image.Palette;

/** The options that say how results are made, of a command that has all of them. */
record Making(
        QuantizerOptions quantizer,
        TargetOptions target,
        PaletteOptions palettes,
        FrameOptions frames,
        MetadataOptions metadata,
        PictureOptions pictures) {
    private static final int COLORS = 256;

    /**
     * How results of some files are made.
     *
     * @param files that share a palette, if so
     * @param tileColumns how many of them are beside each other in the picture that they are tiles of; 0 if they are none
     * @throws IllegalArgumentException or {@link picocli.CommandLine.ParameterException} if options contradict each other
     */
    Recipe recipe(List<Path> files, int tileColumns) {
        Recipe recipe = recipe(palettes.colors(files, tileColumns, quantizer, COLORS, pictures));
        Optional<Histogram> weights = palettes.weights(files, pictures);
        metadata.checkConverted(weights.isPresent());
        return weights.map(recipe::weighted).orElse(recipe);
    }

    /**
     * The same for files that are elsewhere.
     *
     * @param shared their palette, if they share one
     */
    Recipe recipe(Optional<Palette> shared) {
        return recipe(palettes.colors(shared, quantizer, COLORS, pictures));
    }

    private Recipe recipe(PaletteOptions.Colors colors) {
        target.checkSearch(palettes);
        PaletteOptions.Colors adapted = target.adapted(colors);
        return new Recipe(
                adapted.settings(), adapted.settingsForPng(), metadata.demands(adapted.demands()), target.goal());
    }

    /**
     * What compresses files by a recipe of these options.
     *
     * @param measured whether the account says how close results are to their sources
     * @param memory shared by all that compress in this process
     */
    Compressor compressor(
            Recipe recipe,
            Policy policy,
            AccountOptions accounts,
            boolean measured,
            Journals journals,
            MemoryBudget memory) {
        return new Compressor(
                recipe,
                metadata.kept(),
                frames.palette(),
                pictures.limit(),
                palettes.written() ? policy.always() : policy,
                accounts.comparePlain() ? Optional.of(quantizer.kMeans()) : Optional.empty(),
                accounts.explain(),
                measured,
                journals,
                memory);
    }
}

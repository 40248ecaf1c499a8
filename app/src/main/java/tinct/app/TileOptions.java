package tinct.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that says how pictures lie beside each other. */
@Command(optionListHeading = "%nTiles of one picture:%n")
final class TileOptions {
    @Option(
            names = "--tile-columns",
            paramLabel = "N",
            description =
                    "The pictures are tiles of one, N beside each other, row by row: bayer and blue-noise then go on "
                            + "across their edges. Tiles with sides that 64 divides need not say so.")
    private int columns;

    /** Tiles beside each other; 0 if the pictures are none. */
    int columns() {
        return columns;
    }
}

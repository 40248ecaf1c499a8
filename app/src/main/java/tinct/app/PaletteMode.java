package tinct.app;

import java.util.Locale;

/** Which pictures of a corpus share a palette. */
public enum PaletteMode {
    /** None: each has its own. */
    OWN,
    /** All. */
    ONE,
    /** Those of a folder. */
    FOLDER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

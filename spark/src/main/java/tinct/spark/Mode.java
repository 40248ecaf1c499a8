package tinct.spark;

import java.util.Locale;

/** Which pictures share a palette. */
enum Mode {
    /** None: each has its own. */
    OWN,
    /** All. */
    ONE,
    /** Those of a folder. */
    FOLDER;

    /** What the palette of a picture is known by. */
    String key(Found picture) {
        return this == FOLDER ? picture.folder() : "";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package tinct.app;

import java.util.List;
import java.util.Locale;

/** Options for a purpose; each may be given otherwise beside the preset. */
enum Preset {
    /** Pictures of a page: two thirds of the bytes, with little to be seen. */
    WEB("--space=oklab", "--lossy=20"),
    /** Small pictures of which there are many: quick, and smaller still. */
    THUMBNAIL("--colors=128", "--space=oklab", "--lossy=30", "--effort=3"),
    /** A display of few inks, which the eye mixes; its colours give way to others that are named, or counted. */
    E_INK("--device=spectra6", "--space=oklab", "--dither=atkinson"),
    /** Drawings for games: flat areas stay flat, no colour is spread into another. */
    SPRITE("--space=srgb", "--dither=none", "--lossy=0", "--effort=8"),
    /** As close to the source as 256 colours can be, whatever time it takes, with its dates. */
    ARCHIVE("--dither=none", "--lossy=0", "--effort=9", "--preserve");

    private final String options;

    Preset(String... options) {
        this.options = String.join(" ", options);
    }

    /** As they are written on the command line, long names with {@code =}. */
    List<String> options() {
        return List.of(options.split(" "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

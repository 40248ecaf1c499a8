package tinct.imageio;

import java.util.List;
import java.util.Optional;

/** Turns unpacked pixels of any colour space that is read into sRGB, in place. */
final class Srgb {
    private Srgb() {}

    /**
     * Converts pixels by their profile, if they have one that is not sRGB and fits; inks without one by multiplying
     * what each ink lets through.
     *
     * @param pixels as {@link Rasters#unpack} gives them
     * @param colors 1 grey, 3 RGB, 4 CMYK
     * @param notes receives what was done
     */
    static void convert(int[] pixels, int colors, Optional<byte[]> profile, List<String> notes) {
        Optional<IccProfiles> converter = profile.flatMap(bytes -> converter(bytes, colors, notes));
        if (converter.isPresent()) {
            converter.get().convert(pixels, 0, pixels.length);
        } else if (colors == 4) {
            notes.add("CMYK converted without a profile");
            multiplyInks(pixels);
        }
    }

    /** A converter if one is needed and possible; notes tell what will be done, or why nothing can be. */
    static Optional<IccProfiles> converter(byte[] profile, int colors, List<String> notes) {
        Optional<IccHeader> header = IccHeader.parse(profile);
        if (header.isPresent() && header.get().srgb() && colors < 4) {
            return Optional.empty();
        }
        Optional<IccProfiles> converter = header.isPresent() ? IccProfiles.of(profile) : Optional.empty();
        String name = header.map(known -> "ICC profile " + known.name()).orElse("ICC profile");
        if (converter.isEmpty()) {
            notes.add(name + " is broken and was ignored");
        } else if (converter.get().bands() != colors) {
            notes.add(name + " does not fit the pixels and was ignored");
            return Optional.empty();
        } else {
            notes.add(name + " converted to sRGB");
        }
        return converter;
    }

    private static void multiplyInks(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int inks = pixels[i];
            int white = 255 - (inks & 0xFF);
            pixels[i] = 0xFF000000
                    | through(inks >>> 24, white) << 16
                    | through(inks >> 16 & 0xFF, white) << 8
                    | through(inks >> 8 & 0xFF, white);
        }
    }

    private static int through(int ink, int white) {
        return ((255 - ink) * white + 127) / 255;
    }
}

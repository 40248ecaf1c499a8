package tinct.app.compress;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tinct.palette.ColorGuard;
import tinct.palette.DevicePalette;

/**
 * What is asked of colours beside the settings of a compression.
 *
 * @param places of tiles, by their files; others are no tiles
 * @param device whose codes are written in place of its colours
 * @param guard of colours that must not move far
 */
public record ColorDemands(Map<Path, Place> places, Optional<DevicePalette> device, Optional<ColorGuard> guard) {
    public ColorDemands {
        places = Map.copyOf(places);
    }

    Place place(Path file) {
        return places.getOrDefault(file, Place.ORIGIN);
    }
}

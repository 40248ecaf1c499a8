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
 * @param transparentFirst whether entry 0 is to be transparent
 */
public record ColorDemands(
        Map<Path, Place> places, Optional<DevicePalette> device, Optional<ColorGuard> guard, boolean transparentFirst) {
    public ColorDemands {
        places = Map.copyOf(places);
    }

    /** The same with entry 0 transparent or as it comes. */
    public ColorDemands withTransparentFirst(boolean value) {
        return new ColorDemands(places, device, guard, value);
    }

    /** Whether the places of entries mean something. */
    boolean ordered() {
        return transparentFirst || device.isPresent();
    }

    Place place(Path file) {
        return places.getOrDefault(file, Place.ORIGIN);
    }
}

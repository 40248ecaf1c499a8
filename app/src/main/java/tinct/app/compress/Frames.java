package tinct.app.compress;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tinct.AnimationResult;
import tinct.FramePalette;
import tinct.app.file.Format;
import tinct.image.Animation;
import tinct.imageio.MovingPicture;
import tinct.palette.MovedColor;

/**
 * What there is to say of an animation beside what is said of any picture.
 *
 * @param before frames of the source
 * @param after frames of the result; those that show the same are one
 * @param palettes of the result
 * @param seconds it takes to play it once
 * @param plays how often it is played; 0 for without end
 */
public record Frames(int before, int after, int palettes, double seconds, int plays) {
    /** Refuses what cannot be done with an animation; says what can. */
    static void check(MovingPicture moving, Format format, FramePalette palettes, boolean search, ColorDemands colors)
            throws IOException {
        String what = "this is an animation of " + moving.animation().frameCount() + " frames; ";
        if (format.indexed().filter(tinct.codec.Format::animated).isEmpty()) {
            throw new IOException(what + format.title() + " is written with one only: take --format gif or png");
        } else if (palettes == FramePalette.EACH && format == Format.PNG) {
            throw new IOException(what + "in PNG they share one palette: --frame-palette each is for gif");
        } else if (search) {
            throw new IOException(what + "-q and --max-bytes are for still pictures: take -k and --lossy");
        } else if (colors.device().isPresent()) {
            throw new IOException(what + "--device-palette is for still pictures");
        }
    }

    /** What was found out about an animation by compressing it. */
    static Work work(
            MovingPicture moving,
            AnimationResult result,
            long bytesBefore,
            long bytesAfter,
            List<MovedColor> moved,
            Optional<PlainRace> race,
            Optional<Explanation> explanation) {
        Animation animation = moving.animation();
        return new Work(
                moving.format(),
                animation.width(),
                animation.height(),
                result.histogram().size(),
                result.colors(),
                result.colors(),
                bytesBefore,
                bytesAfter,
                Optional.of(result.mse()),
                result.quantization(),
                result.nanos(),
                moved,
                Optional.empty(),
                race,
                explanation,
                Optional.of(new Frames(
                        animation.frameCount(),
                        result.frames(),
                        result.palettes(),
                        animation.seconds(),
                        animation.plays())));
    }
}

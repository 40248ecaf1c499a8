package tinct.imageio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tinct.codec.CodecException;
import tinct.codec.GifAnimation;
import tinct.codec.PngAnimation;
import tinct.codec.WebpAnimation;
import tinct.image.Animation;
import tinct.image.RecoloredAnimation;

/**
 * Opens animated files: GIF, PNG (APNG) and WebP.
 *
 * <p>Frames come out as 8-bit sRGB; ICC profiles are applied, samples of more bits are rounded. {@link MovingPicture#notes}
 * says so where it was done.
 */
public final class MovingPictures {
    private MovingPictures() {}

    /**
     * Opens a file if it is animated: a GIF of more than one frame, a PNG with a chunk acTL, a WebP that says so.
     * Its format is told by its first bytes. It is read again at each pass and so must stay as it is.
     *
     * @param maxPixels the most pixels that a frame may have, checked before memory is taken for it
     * @return empty if it is no animation; {@link Pictures#open} tells what it is
     * @throws CodecException if it is one and is broken, or larger than the limit, or a WebP where libwebp does not
     *     run; the message is one line
     * @throws IOException if the file cannot be read
     */
    public static Optional<MovingPicture> open(Path file, long maxPixels) throws IOException {
        Optional<Signature> signature = signature(file);
        if (signature.isEmpty()) {
            return Optional.empty();
        }
        return switch (signature.get()) {
            case GIF ->
                GifAnimation.isAnimated(file)
                        ? Optional.of(new MovingPicture(
                                GifAnimation.open(file, maxPixels), "GIF", "palette animation", List.of()))
                        : Optional.empty();
            case PNG ->
                PngAnimation.isAnimated(file) ? Optional.of(png(PngAnimation.open(file, maxPixels))) : Optional.empty();
            case WEBP -> WebpAnimation.isAnimated(file) ? Optional.of(webp(file, maxPixels)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether a file is a GIF of more than one frame. */
    public static boolean isMovingGif(Path file) throws IOException {
        return signature(file).filter(Signature.GIF::equals).isPresent() && GifAnimation.isAnimated(file);
    }

    private static Optional<Signature> signature(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Signature.of(in.readNBytes(Signature.LENGTH));
        }
    }

    private static MovingPicture png(PngAnimation png) {
        List<String> notes = new ArrayList<>();
        if (png.bitDepth() == 16) {
            notes.add("16-bit rounded to 8");
        }
        Optional<byte[]> profile = png.iccProfile();
        Animation animation = profile.isEmpty() || IccHeader.isSrgb(profile.get())
                ? png
                : converted(png, png.kind().contains("grey") ? 1 : 3, profile.get(), notes);
        return new MovingPicture(animation, "PNG", png.kind() + " animation", notes);
    }

    private static MovingPicture webp(Path file, long maxPixels) throws IOException {
        if (Libwebp.PROVIDER.isEmpty()) {
            throw CodecException.refused("WebP", "is an animation, and those are read only where libwebp runs");
        }
        List<String> notes = new ArrayList<>();
        WebpAnimation webp = WebpAnimation.open(file, maxPixels, WebpReader::readFrame);
        Optional<byte[]> profile = webp.iccProfile();
        Animation animation =
                profile.isEmpty() || IccHeader.isSrgb(profile.get()) ? webp : converted(webp, 3, profile.get(), notes);
        return new MovingPicture(animation, "WebP", "8-bit RGB, " + webp.coding() + " animation", notes);
    }

    /** Its frames from their ICC profile to sRGB as they are read; {@code source} itself if no conversion is possible. */
    private static Animation converted(Animation source, int colors, byte[] profile, List<String> notes) {
        return Srgb.converter(profile, colors, notes).isPresent()
                ? new RecoloredAnimation(source, () -> IccProfiles.of(profile).orElseThrow()::convert)
                : source;
    }
}

package tinct.imageio;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * Conversion of packed pixels from an ICC profile to sRGB by the JDK's colour management (Little CMS), perceptual
 * intent, in strips. One instance serves one thread at a time.
 */
final class IccProfiles {
    /** Pixels converted at once: enough to hide the cost of a call, little enough to stay in the cache. */
    private static final int STRIP = 4096;

    private static final int DEVICE_CLASS = 12;

    private final int bands;
    private final ColorConvertOp toSrgb;
    private final byte[] source;
    private final byte[] target = new byte[3 * STRIP];
    private final Raster sourceRaster;
    private final WritableRaster targetRaster;

    private IccProfiles(ICC_Profile profile) {
        bands = profile.getNumComponents();
        ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        toSrgb = new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
        source = new byte[bands * STRIP];
        sourceRaster = raster(source, bands);
        targetRaster = raster(target, 3);
    }

    /** A converter, or empty if the bytes are not a profile of grey, RGB or CMYK that the JDK can use. */
    static Optional<IccProfiles> of(byte[] profile) {
        try {
            byte[] display = profile.clone();
            // Not a mistake: a printer's profile that comes first makes ColorConvertOp choose the colorimetric
            // intent, whatever the profile asks for, and black ink then turns out grey.
            System.arraycopy(new byte[] {'m', 'n', 't', 'r'}, 0, display, DEVICE_CLASS, 4);
            IccProfiles converter = new IccProfiles(ICC_Profile.getInstance(display));
            if (converter.bands != 1 && converter.bands != 3 && converter.bands != 4) {
                return Optional.empty();
            }
            converter.convert(new int[1], 0, 1); // some broken profiles fail only when they are used
            return Optional.of(converter);
        } catch (RuntimeException broken) { // IllegalArgument, ProfileData, CMM, ArrayIndexOutOfBounds, ...
            return Optional.empty();
        }
    }

    private static WritableRaster raster(byte[] samples, int bands) {
        int[] offsets = new int[bands];
        for (int band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        return Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length), STRIP, 1, STRIP * bands, bands, offsets, null);
    }

    /** Samples a pixel: 1 grey, 3 RGB, 4 CMYK. */
    int bands() {
        return bands;
    }

    /**
     * Converts pixels [from, to) in place: {@code 0xAARRGGBB} with the alpha kept; grey pixels the same, with their
     * sample in the lowest byte; {@code 0xCCMMYYKK}, 255 being full ink, to opaque pixels.
     */
    void convert(int[] pixels, int from, int to) {
        for (int start = from; start < to; start += STRIP) {
            int count = Math.min(STRIP, to - start);
            load(pixels, start, count);
            toSrgb.filter(sourceRaster, targetRaster);
            store(pixels, start, count);
        }
    }

    private void load(int[] pixels, int start, int count) {
        for (int i = 0, at = 0; i < count; i++) {
            int pixel = pixels[start + i];
            for (int shift = 8 * (bands - 1); shift >= 0; shift -= 8) {
                source[at++] = (byte) (pixel >> shift);
            }
        }
    }

    private void store(int[] pixels, int start, int count) {
        for (int i = 0, at = 0; i < count; i++, at += 3) {
            int alpha = bands == 4 ? 0xFF000000 : pixels[start + i] & 0xFF000000;
            pixels[start + i] =
                    alpha | (target[at] & 0xFF) << 16 | (target[at + 1] & 0xFF) << 8 | (target[at + 2] & 0xFF);
        }
    }
}

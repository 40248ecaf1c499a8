package tinct.imageio;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tinct.image.Image;

/** Reads JPEG: baseline, progressive and lossless; grey, RGB, CMYK and YCCK; ICC profile and EXIF orientation applied. */
final class JpegReader {
    private JpegReader() {}

    static Picture read(byte[] data, long maxPixels, boolean keepProfile) throws IOException {
        JpegFile file = JpegFile.parse(data);
        Decoder.checkSize("JPEG", file.width(), file.height(), maxPixels);
        List<String> notes = new ArrayList<>();
        int[] pixels = file.components() == 4 ? readInks(file, maxPixels) : readColors(file, maxPixels, notes);
        if (!keepProfile || !IccHeader.fits(file.iccProfile(), file.components())) {
            Srgb.convert(pixels, file.components(), file.iccProfile(), notes);
        }
        Image image = new Image(file.width(), file.height(), pixels);
        Optional<byte[]> exif = file.exif();
        int orientation = exif.isEmpty() ? 1 : Orientation.ofExif(exif.get(), notes);
        return new Picture(Orientation.upright(image, orientation, notes), "JPEG", file.kind(), notes);
    }

    private static int[] readColors(JpegFile file, long maxPixels, List<String> notes) throws IOException {
        try (var in = new ByteArrayImageInputStream(file.picture());
                Decoder decoder = new Decoder("JPEG", Providers.JPEG, in)) {
            BufferedImage image = decoder.read(0, maxPixels);
            if (image.getColorModel().getComponentSize(0) > 8) {
                notes.add(image.getColorModel().getComponentSize(0) + "-bit rounded to 8");
            }
            return Rasters.unpack(image);
        }
    }

    /** Inks as 0xCCMMYYKK. ImageIO's own way to RGB depends on profiles that a machine may have, or is wrong. */
    private static int[] readInks(JpegFile file, long maxPixels) throws IOException {
        Raster raster;
        try (var in = new ByteArrayImageInputStream(file.picture());
                Decoder decoder = new Decoder("JPEG", Providers.JPEG, in)) {
            raster = decoder.readRaster(maxPixels);
        }
        int width = raster.getWidth();
        int[] pixels = new int[Math.multiplyExact(width, raster.getHeight())];
        int[] row = new int[4 * width];
        boolean ycck = file.adobeTransform() > 0;
        int flip = file.adobeTransform() >= 0 ? -1 : 0; // Adobe stores what an ink leaves, not what it covers
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < 4 * width; x += 4) {
                int inks = ycck
                        ? ~rgb(row[x], row[x + 1] - 128, row[x + 2] - 128) << 8
                        : row[x] << 24 | row[x + 1] << 16 | row[x + 2] << 8;
                pixels[at++] = ((inks & 0xFFFFFF00) | row[x + 3]) ^ flip;
            }
        }
        return pixels;
    }

    /** 0xRRGGBB of luma and centred chroma; source: JFIF 1.02. */
    private static int rgb(int y, int cb, int cr) {
        int r = (int) Math.round(y + 1.402 * cr);
        int g = (int) Math.round(y - 0.344136 * cb - 0.714136 * cr);
        int b = (int) Math.round(y + 1.772 * cb);
        return clamp(r) << 16 | clamp(g) << 8 | clamp(b);
    }

    private static int clamp(int level) {
        return Math.max(0, Math.min(255, level));
    }
}

package tinct.reference;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** What ImageIO reads, from its raster samples: its conversion of grey to RGB changes them. */
public final class ImageIoPng {
    private ImageIoPng() {}

    public static BufferedImage read(byte[] file) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
    }

    /** All pixels [height * width] as {@code 0xAARRGGBB}, 16-bit samples rounded to the nearest level. */
    public static int[] argb(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int[] argb = new int[width * image.getHeight()];
        int[] pixel = new int[raster.getNumBands()];
        for (int i = 0; i < argb.length; i++) {
            raster.getPixel(i % width, i / width, pixel);
            argb[i] = image.getColorModel() instanceof IndexColorModel model
                    ? model.getRGB(pixel[0])
                    : color(pixel, raster);
        }
        return argb;
    }

    private static int color(int[] pixel, Raster raster) {
        int[] v = new int[pixel.length];
        for (int c = 0; c < v.length; c++) {
            int top = (1 << raster.getSampleModel().getSampleSize(c)) - 1;
            v[c] = (int) Math.round(pixel[c] * 255.0 / top);
        }
        return switch (v.length) {
            case 1 -> 0xFF000000 | v[0] * 0x010101;
            case 2 -> v[1] << 24 | v[0] * 0x010101;
            case 3 -> 0xFF000000 | v[0] << 16 | v[1] << 8 | v[2];
            default -> v[3] << 24 | v[0] << 16 | v[1] << 8 | v[2];
        };
    }
}

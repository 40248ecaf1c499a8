package tinct.imageio;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.util.Arrays;

/**
 * Unpacks the samples of an image to packed pixels, rounded to 8 bits, whatever its colour space: grey and RGB become
 * {@code 0xAARRGGBB}, four inks {@code 0xCCMMYYKK}. {@code BufferedImage.getRGB} would shift the tones of grey images,
 * which it takes to be linear.
 */
final class Rasters {
    private Rasters() {}

    /** All pixels [width * height], row-major. */
    static int[] unpack(BufferedImage image) {
        int[] pixels = new int[Math.multiplyExact(image.getWidth(), image.getHeight())];
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        if (model instanceof IndexColorModel indexed) {
            unpackIndexed(raster, indexed, pixels);
        } else if (model instanceof ComponentColorModel && isPlain(model, raster, DataBuffer.TYPE_BYTE, 8)) {
            unpackBytes(raster, model, pixels);
        } else if (model instanceof ComponentColorModel && isPlain(model, raster, DataBuffer.TYPE_USHORT, 16)) {
            unpackShorts(raster, model, pixels);
        } else if (model instanceof ComponentColorModel) {
            unpackComponents(raster, model, pixels);
        } else if (image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_INT_ARGB) {
            unpackInts(raster, model.hasAlpha() ? 0 : 0xFF000000, pixels);
        } else {
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), pixels, 0, image.getWidth());
        }
        return pixels;
    }

    /** Whether {@link #unpack} gives the samples as the colour space of the image has them, and not as sRGB. */
    static boolean keepsColorSpace(BufferedImage image) {
        ColorModel model = image.getColorModel();
        return model instanceof ComponentColorModel
                || image.getType() == BufferedImage.TYPE_INT_RGB
                || image.getType() == BufferedImage.TYPE_INT_ARGB;
    }

    /** Such as {@code "8-bit RGB"}, {@code "16-bit grey + alpha"}, {@code "4-bit palette"}. */
    static String kind(BufferedImage image) {
        ColorModel model = image.getColorModel();
        String alpha = model.hasAlpha() ? " + alpha" : "";
        if (model instanceof IndexColorModel) {
            return model.getPixelSize() + "-bit palette" + alpha;
        }
        String colors = switch (model.getNumColorComponents()) {
            case 1 -> "grey";
            case 3 -> "RGB";
            case 4 -> "CMYK";
            default -> model.getNumColorComponents() + " colours";
        };
        return model.getComponentSize(0) + "-bit " + colors + alpha;
    }

    private static boolean isPlain(ColorModel model, Raster raster, int type, int bits) {
        return raster.getTransferType() == type
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel
                && !model.isAlphaPremultiplied()
                && Arrays.stream(model.getComponentSize()).allMatch(size -> size == bits);
    }

    private static void unpackIndexed(Raster raster, IndexColorModel model, int[] pixels) {
        int[] entries = new int[model.getMapSize()];
        model.getRGBs(entries);
        int width = raster.getWidth();
        int[] row = new int[width * raster.getNumBands()];
        int bands = raster.getNumBands();
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                pixels[at++] = entries[row[x * bands]];
            }
        }
    }

    private static void unpackInts(Raster raster, int alpha, int[] pixels) {
        var model = (SinglePixelPackedSampleModel) raster.getSampleModel();
        int[] data = ((DataBufferInt) raster.getDataBuffer()).getData();
        int width = raster.getWidth();
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            int from = start(raster, model.getScanlineStride(), 1) + y * model.getScanlineStride();
            for (int x = 0; x < width; x++) {
                pixels[at++] = data[from + x] | alpha;
            }
        }
    }

    private static void unpackBytes(Raster raster, ColorModel colors, int[] pixels) {
        var model = (PixelInterleavedSampleModel) raster.getSampleModel();
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        int step = model.getPixelStride();
        int first = start(raster, model.getScanlineStride(), step);
        int[] band = bands(model, colors);
        int alpha = band[0] < 0 ? 0xFF000000 : 0;
        int a = Math.max(0, band[0]);
        int r = band[1];
        int g = band[2];
        int b = band[3];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            int from = first + y * model.getScanlineStride();
            for (int x = 0; x < raster.getWidth(); x++, from += step) {
                pixels[at++] = alpha
                        | (data[from + a] & 0xFF) << 24
                        | (data[from + r] & 0xFF) << 16
                        | (data[from + g] & 0xFF) << 8
                        | (data[from + b] & 0xFF);
            }
        }
    }

    private static void unpackShorts(Raster raster, ColorModel colors, int[] pixels) {
        var model = (PixelInterleavedSampleModel) raster.getSampleModel();
        short[] data = ((DataBufferUShort) raster.getDataBuffer()).getData();
        int step = model.getPixelStride();
        int first = start(raster, model.getScanlineStride(), step);
        int[] band = bands(model, colors);
        int alpha = band[0] < 0 ? 0xFF000000 : 0;
        int a = Math.max(0, band[0]);
        int r = band[1];
        int g = band[2];
        int b = band[3];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            int from = first + y * model.getScanlineStride();
            for (int x = 0; x < raster.getWidth(); x++, from += step) {
                pixels[at++] = alpha
                        | round(data[from + a]) << 24
                        | round(data[from + r]) << 16
                        | round(data[from + g]) << 8
                        | round(data[from + b]);
            }
        }
    }

    /** 16 bits to the nearest of 8. */
    private static int round(short sample) {
        return ((sample & 0xFFFF) * 255 + 32767) / 65535;
    }

    /** Position in the data of the first sample of the raster, which may be a part of a larger one. */
    private static int start(Raster raster, int rowStep, int step) {
        return raster.getDataBuffer().getOffset()
                + (raster.getMinY() - raster.getSampleModelTranslateY()) * rowStep
                + (raster.getMinX() - raster.getSampleModelTranslateX()) * step;
    }

    /** Offsets within a pixel of what goes to its four bytes; the first is -1 if these are alpha and there is none. */
    private static int[] bands(PixelInterleavedSampleModel model, ColorModel colors) {
        int[] offsets = model.getBandOffsets();
        return switch (colors.getNumColorComponents()) {
            case 1 -> new int[] {colors.hasAlpha() ? offsets[1] : -1, offsets[0], offsets[0], offsets[0]};
            case 3 -> new int[] {colors.hasAlpha() ? offsets[3] : -1, offsets[0], offsets[1], offsets[2]};
            case 4 -> new int[] {offsets[0], offsets[1], offsets[2], offsets[3]};
            default -> throw notReadable(colors);
        };
    }

    /** The slow way for planar, premultiplied, signed, wide and floating-point samples. */
    private static void unpackComponents(Raster raster, ColorModel model, int[] pixels) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int colors = model.getNumColorComponents();
        double[] row = new double[width * bands];
        double max = largest(raster.getTransferType(), model.getComponentSize(0));
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int from = x * bands;
                double alpha = model.hasAlpha() ? row[from + colors] : max;
                double white = model.isAlphaPremultiplied() ? alpha : max;
                int packed = colors == 4 ? 0 : level(alpha, max);
                packed = packed << 8 | level(row[from], white);
                packed = packed << 8 | level(row[from + (colors == 1 ? 0 : 1)], white);
                packed = packed << 8 | level(row[from + (colors == 1 ? 0 : 2)], white);
                pixels[at++] = colors == 4 ? packed << 8 | level(row[from + 3], white) : packed;
            }
        }
    }

    private static int level(double sample, double white) {
        double level = sample / white * 255;
        return level > 0 ? (int) Math.min(255, level + 0.5) : 0; // NaN too is 0
    }

    private static double largest(int transferType, int bits) {
        return switch (transferType) {
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> 1;
            case DataBuffer.TYPE_SHORT -> Short.MAX_VALUE;
            case DataBuffer.TYPE_INT -> bits >= 32 ? Integer.MAX_VALUE : (1L << bits) - 1;
            default -> (1L << bits) - 1;
        };
    }

    private static IllegalArgumentException notReadable(ColorModel model) {
        return new IllegalArgumentException("pixels of " + model.getNumColorComponents() + " colours are not read");
    }
}

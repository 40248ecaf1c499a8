package example;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import tinct.Result;
import tinct.Settings;
import tinct.Tinct;
import tinct.codec.Format;
import tinct.color.CssColor;
import tinct.image.Palette;
import tinct.imageio.BufferedImages;
import tinct.imageio.Png8WriteParam;
import tinct.imageio.QuantizeOp;
import tinct.kmeans.Clustering;
import tinct.kmeans.KMeans;
import tinct.kmeans.Points;
import tinct.remap.RateAware;

/** What can be done with Tinct's libraries, each in a few lines. Arguments: a picture that ImageIO reads, a folder for results. */
public final class Main {
    private Main() {}

    /** Runs all examples. */
    public static void main(String[] args) throws IOException {
        File file = new File(args[0]);
        File folder = new File(args[1]);
        BufferedImage picture = ImageIO.read(file);
        byte[] small = compress(picture, 64);
        System.out.printf("64 colours: %d of %d bytes%n", small.length, file.length());
        printPalette(picture, 5);
        cluster();
        writePng8(picture, folder);
        IndexColorModel colors = (IndexColorModel) quantize(picture, 16).getColorModel();
        System.out.printf("indexed image of %d colours%n", colors.getMapSize());
        if (small.length >= file.length() || colors.getMapSize() != 16) {
            throw new AssertionError("not as expected");
        }
    }

    /** The bytes of a PNG file in few colours, whose indices are chosen so that it gets small. */
    static byte[] compress(BufferedImage picture, int maxColors) throws IOException {
        Settings settings = Settings.DEFAULT.withMaxColors(maxColors).withDitherer(new RateAware(20));
        Result result = Tinct.compress(BufferedImages.toImage(picture), settings);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Format.PNG.write(result.image(), bytes);
        return bytes.toByteArray();
    }

    /** The colours of a picture, and the share of its pixels that each stands for. */
    static void printPalette(BufferedImage picture, int maxColors) {
        Result result = Tinct.compress(BufferedImages.toImage(picture), Settings.DEFAULT.withMaxColors(maxColors));
        double[] shares = result.shares();
        for (int i = 0; i < result.palette().size(); i++) {
            int color = result.palette().entry(i);
            System.out.printf("%s %5.1f %% %s%n", Palette.hex(color), 100 * shares[i], CssColor.nearestName(color));
        }
    }

    /** K-means alone: points of any meaning in three or four dimensions, each with a weight. */
    static void cluster() {
        Random random = new Random(1);
        float[][] axes = new float[3][900];
        double[] weights = new double[900];
        for (int i = 0; i < weights.length; i++) {
            for (float[] axis : axes) {
                axis[i] = (float) (10 * (i % 3) + random.nextGaussian()); // three clouds, around 0, 10 and 20
            }
            weights[i] = 1;
        }
        Clustering found = KMeans.of(3).cluster(new Points(axes, weights));
        for (int k = 0; k < found.k(); k++) {
            System.out.printf("cluster of %.0f points around %.2f%n", found.weights()[k], found.centroid(k)[0]);
        }
        if (found.weights()[0] != 300) {
            throw new AssertionError("three clouds of 300 points expected");
        }
    }

    /** ImageIO's own ways: in one line, and with settings. */
    static void writePng8(BufferedImage picture, File folder) throws IOException {
        if (!ImageIO.write(picture, "png8", new File(folder, "default.png"))) {
            throw new AssertionError("ImageIO has not found the plug-in");
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png8").next();
        Png8WriteParam param = (Png8WriteParam) writer.getDefaultWriteParam();
        param.setMaxColors(32);
        param.setLossy(40);
        File file = new File(folder, "settings.png");
        file.delete();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        System.out.printf("png8: %d bytes, 32 colours %d%n", new File(folder, "default.png").length(), file.length());
    }

    /** The same as an operation on images. */
    static BufferedImage quantize(BufferedImage picture, int maxColors) {
        return new QuantizeOp(Settings.DEFAULT.withMaxColors(maxColors)).filter(picture);
    }
}

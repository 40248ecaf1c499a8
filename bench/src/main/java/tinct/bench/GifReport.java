package tinct.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import tinct.Result;
import tinct.Settings;
import tinct.Stage;
import tinct.Tinct;
import tinct.codec.GifWriter;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.metrics.Ssimulacra2;
import tinct.palette.KMeansQuantizer;
import tinct.remap.Coder;
import tinct.remap.RateAware;

/**
 * Bytes and likeness of GIF files with rate-aware indices, over levels, and of what gifsicle makes of the plain file.
 *
 * <pre>{@code
 * GifReport [k=256] [levels=0,15,20,30,45,65] [effort=5] [coder=LZW] [threads=2] [lossy=0,20,40,60,80,120,160,200] FILE|FOLDER...
 * }</pre>
 *
 * <p>Prints CSV rows label,image,k,bytes,colours,mse,psnr,ssimulacra2,dssim,level,streaks,remap,write. Labels are tinct and
 * gifsicle, whose rows are those of {@code gifsicle -O3 --lossy=LEVEL}, run as a program; {@code lossy=} leaves them out,
 * and then it is not needed. What is measured is what javax.imageio reads from the files. DSSIM is not measured: nan.
 */
final class GifReport {
    private final Options options = new Options(
            "k=256",
            "levels=0,15,20,30,45,65",
            "effort=5",
            "coder=LZW",
            "threads=2",
            "lossy=0,20,40,60,80,120,160,200");

    private GifReport(String... args) {
        options.with(args);
    }

    public static void main(String... args) throws IOException, InterruptedException {
        new GifReport(args).print();
    }

    private void print() throws IOException, InterruptedException {
        for (Path file : Corpus.files(options.names())) {
            Image image = Corpus.load(file);
            Ssimulacra2 scale = Ssimulacra2.of(image, options.number("threads"));
            for (String level : options.list("levels")) {
                Result result = Tinct.compress(image, settings(Double.parseDouble(level)));
                long start = System.nanoTime();
                byte[] gif = write(result);
                double written = (System.nanoTime() - start) / 1e6;
                print("tinct", file, image, scale, gif, level, result.milliseconds(Stage.REMAP), written);
            }
            if (!options.text("lossy").isEmpty()) {
                byte[] plain = write(Tinct.compress(image, settings(0)));
                for (String lossy : options.list("lossy")) {
                    print("gifsicle", file, image, scale, gifsicle(plain, lossy), lossy, Double.NaN, Double.NaN);
                }
            }
        }
    }

    private Settings settings(double level) {
        return new Settings(
                options.number("k"),
                KMeansQuantizer.DEFAULT.withSpace(ColorSpace.OKLAB),
                new RateAware(level, options.number("effort"), Coder.valueOf(options.text("coder"))),
                options.number("threads"));
    }

    private static byte[] write(Result result) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        GifWriter.write(result.image(), file);
        return file.toByteArray();
    }

    private static byte[] gifsicle(byte[] plain, String lossy) throws IOException, InterruptedException {
        Path from = Files.createTempFile("plain", ".gif");
        Path to = Files.createTempFile("lossy", ".gif");
        try {
            Files.write(from, plain);
            String level = lossy.equals("0") ? "--no-warnings" : "--lossy=" + lossy;
            Process process = new ProcessBuilder("gifsicle", "-O3", level, from.toString(), "-o", to.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("gifsicle failed");
            }
            return Files.readAllBytes(to);
        } finally {
            Files.delete(from);
            Files.delete(to);
        }
    }

    private void print(
            String label,
            Path file,
            Image image,
            Ssimulacra2 scale,
            byte[] gif,
            String level,
            double remap,
            double written)
            throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(gif));
        int width = read.getWidth();
        Image shown = new Image(width, read.getHeight(), read.getRGB(0, 0, width, read.getHeight(), null, 0, width));
        int k = options.number("k");
        SizeRow row = new SizeRow(label, Corpus.name(file), k, gif.length, k, level);
        System.out.println(row.text(image, shown, scale, options.number("threads"), remap, written));
    }
}

package tinct.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tinct.Result;
import tinct.Settings;
import tinct.Stage;
import tinct.Tinct;
import tinct.codec.Format;
import tinct.color.ColorSpace;
import tinct.image.Image;
import tinct.metrics.Ssimulacra2;
import tinct.palette.KMeansQuantizer;
import tinct.remap.RateAware;

/**
 * Bytes and likeness of pictures with rate-aware indices, over levels.
 *
 * <pre>{@code
 * SizeReport [label=tinct] [k=256] [levels=0,10,20,30,45,65,90] [effort=5] [space=OKLAB] [threads=2] [save=FOLDER]
 *     [format=PNG] FILE|FOLDER...
 * }</pre>
 *
 * <p>Prints CSV rows label,image,k,bytes,colours,mse,psnr,ssimulacra2,dssim,level,streaks,palette,remap,write: bytes of the
 * file, the ratio of {@link Streaks}, milliseconds of three stages. DSSIM is not measured: nan. With {@code save} the
 * files are kept there, named after picture and level.
 */
final class SizeReport {
    private final Options options = new Options(
            "label=tinct",
            "k=256",
            "levels=0,10,20,30,45,65,90",
            "effort=5",
            "space=OKLAB",
            "threads=2",
            "save=",
            "format=PNG");

    private SizeReport(String... args) {
        options.with(args);
    }

    public static void main(String... args) throws IOException {
        new SizeReport(args).print();
    }

    private void print() throws IOException {
        for (Path file : Corpus.files(options.names())) {
            Image image = Corpus.load(file);
            Ssimulacra2 scale = Ssimulacra2.of(image, options.number("threads"));
            for (String level : options.list("levels")) {
                print(file, image, scale, level);
            }
        }
    }

    private void print(Path file, Image image, Ssimulacra2 scale, String level) throws IOException {
        Format format = options.format("format");
        Settings settings = new Settings(
                        options.number("k"),
                        KMeansQuantizer.DEFAULT
                                .withSpace(ColorSpace.valueOf(options.text("space")))
                                .withEffort(RateAware.paletteEffort(options.number("effort"))),
                        new RateAware(Double.parseDouble(level), options.number("effort")),
                        options.number("threads"))
                .forFormat(format);
        Result result = Tinct.compress(image, settings);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long start = System.nanoTime();
        format.write(result.image(), bytes);
        long written = System.nanoTime();
        if (!options.text("save").isEmpty()) {
            Files.write(
                    Path.of(options.text("save"), Corpus.name(file) + "@" + level + "." + format.extension()),
                    bytes.toByteArray());
        }
        Image shown = Image.copyOf(result.image());
        int k = options.number("k");
        SizeRow row =
                new SizeRow(options.text("label"), Corpus.name(file), k, bytes.size(), result.distinctAfter(), level);
        System.out.println(row.text(
                image,
                shown,
                scale,
                options.number("threads"),
                result.milliseconds(Stage.PALETTE),
                result.milliseconds(Stage.REMAP),
                (written - start) / 1e6));
    }
}

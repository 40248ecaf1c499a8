package tinct;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tinct.codec.Format;
import tinct.image.IndexedImage;
import tinct.palette.Quantization;

/** A picture in few colours, one of those that a search tries. It is scored and written when that is asked first. */
final class Trial {
    private final Likeness likeness;
    private final Settings settings;
    private final Format format;
    private final Quantization quantization;
    private final int level;
    private final IndexedImage image;
    private double score = Double.NaN;
    private byte @Nullable [] file;

    /** A trial; {@code level} in tenths. */
    Trial(
            Likeness likeness,
            Settings settings,
            Format format,
            Quantization quantization,
            int level,
            IndexedImage image) {
        this.likeness = likeness;
        this.settings = settings;
        this.format = format;
        this.quantization = quantization;
        this.level = level;
        this.image = image;
    }

    Quantization quantization() {
        return quantization;
    }

    int level() {
        return level;
    }

    IndexedImage image() {
        return image;
    }

    /** SSIMULACRA 2 of what the file shows. */
    double score() throws IOException {
        if (Double.isNaN(score)) {
            score = likeness.score(
                    new IndexedImage(image.width(), image.height(), format.shown(image.palette()), image.indices()));
        }
        return score;
    }

    /** Size of the file. */
    long bytes() throws IOException {
        return file().length;
    }

    byte[] file() throws IOException {
        byte[] bytes = file;
        if (bytes == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.write(image, settings.fileEffort(), settings.threads(), settings.keepOrder(), out);
            bytes = out.toByteArray();
            file = bytes;
        }
        return bytes;
    }
}

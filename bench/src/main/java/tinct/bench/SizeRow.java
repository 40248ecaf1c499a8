package tinct.bench;

import java.io.IOException;
import java.util.Locale;
import tinct.image.Image;
import tinct.metrics.Comparison;
import tinct.metrics.Ssimulacra2;

/** A row of bytes and likeness: label,image,k,bytes,colours,mse,psnr,ssimulacra2,dssim,level,streaks; DSSIM is not measured: nan. */
record SizeRow(String label, String name, int k, int bytes, int colors, String level) {
    /** The row of a result, beside its original, and with times in milliseconds at its end. */
    String text(Image image, Image shown, Ssimulacra2 scale, int threads, double... milliseconds) throws IOException {
        Streaks streaks = new Streaks();
        streaks.add(image, shown);
        double mse = Comparison.mse(image, shown);
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%d,%.3f,%.3f,%.3f,nan,%s,%.3f",
                label,
                name,
                k,
                bytes,
                colors,
                mse,
                10 * Math.log10(3 * 255 * 255 / mse),
                scale.score(shown, threads),
                level,
                streaks.ratio()));
        for (double time : milliseconds) {
            row.append(String.format(Locale.ROOT, ",%.0f", time));
        }
        return row.toString();
    }
}

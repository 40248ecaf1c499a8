package tinct.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tinct.app.file.Source;
import tinct.app.text.Console;
import tinct.app.text.Json;
import tinct.app.text.Table;
import tinct.app.text.Units;
import tinct.metrics.Comparison;

/** {@code tinct compare}: how far results are from their original. */
@Command(
        name = "compare",
        description = "Tell how far pictures are from their original.",
        customSynopsis = {"tinct compare [OPTIONS] ORIGINAL RESULT...", ""},
        parameterListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "MSE is the squared error summed over R, G and B, mean over pixels; PSNR = 10 log10(3 * 255^2 / MSE). "
                    + "SSIM is of luma. SSIM2 is SSIMULACRA 2: 100 is equal, 90 cannot be told apart side by side, 70 "
                    + "is high quality, 50 medium, 30 low; pictures below 8 x 8 pixels have none. dE is the mean "
                    + "distance in Oklab, where lightness goes from 0 to 1. The error is the largest of a channel. The "
                    + "ratio is the size of the result to that of the original. JSON has more digits."
        })
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "ORIGINAL", description = "The picture as it was.")
    private Path original = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "RESULT", description = "Pictures made from it.")
    private List<Path> results = new ArrayList<>();

    @Mixin
    private PictureOptions pictures = new PictureOptions();

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        pictures.threads(); // complains before work is done
        EachFile files = new EachFile(console, pictures.debug());
        List<Source> opened = new ArrayList<>();
        int code = files.run(List.of(original), file -> opened.add(open(file)));
        if (code != 0) {
            return code;
        }
        Table table = new Table().line("", "MSE", "PSNR", "SSIM", "SSIM2", "dE", "error", "size", "ratio");
        code = files.run(results, result -> compare(opened.get(0), open(result), table));
        if (!pictures.json() && table.size() > 1) {
            console.out().print(table);
        }
        return code;
    }

    private Source open(Path file) throws IOException {
        return Source.open(file, pictures.maxPixels()).decoded();
    }

    private void compare(Source before, Source after, Table table) throws IOException {
        Comparison c = Comparison.of(before.rows(), after.rows(), pictures.threads());
        if (pictures.json()) {
            console.out().println(json(before, after, c));
            return;
        }
        table.line(
                after.file().toString(),
                Units.format("%.2f", c.mse()),
                c.mse() == 0 ? "exact" : Units.format("%.2f dB", c.psnr()),
                Units.format("%.4f", c.ssim()),
                Double.isNaN(c.ssimulacra2()) ? "-" : Units.format("%.2f", c.ssimulacra2()),
                Units.format("%.4f", c.deltaE()),
                Integer.toString(c.maxError()),
                Units.bytes(after.bytes()),
                Units.format("%.1f %%", 100.0 * after.bytes() / before.bytes()));
    }

    private static Json json(Source before, Source after, Comparison c) {
        return new Json()
                .put("original", before.file().toString())
                .put("result", after.file().toString())
                .put("mse", c.mse())
                .put("psnr", c.psnr())
                .put("ssim", c.ssim())
                .put("ssimulacra2", c.ssimulacra2())
                .put("deltaE", c.deltaE())
                .put("maxError", c.maxError())
                .put("bytesOriginal", before.bytes())
                .put("bytesResult", after.bytes())
                .put("ratio", (double) after.bytes() / before.bytes());
    }
}

package tinct.spark;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tinct.app.CorpusOptions;
import tinct.app.PaletteMode;
import tinct.app.text.Console;

/** {@code tinct corpus}: compresses a corpus by Spark. */
@Command(name = "tinct corpus")
final class CorpusCommand extends CorpusOptions implements Callable<Integer> {
    private static final int WAVE = 10_000;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CorpusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try {
            PaletteMode shared = mode();
            List<String> words = words(spec.commandLine().getParseResult(), shared != PaletteMode.OWN);
            read(words).compressor(Optional.empty(), tinct.app.compress.MemoryBudget.ofHeap()); // complains at once
            try (Session session = Session.open(master(), sparkSettings(), threads(), page(), console.errTerminal())) {
                return run(session, words, shared);
            }
        } catch (IllegalArgumentException | ParameterException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int run(Session session, List<String> words, PaletteMode shared) throws IOException {
        long start = System.nanoTime();
        Configuration configuration = session.spark().sparkContext().hadoopConfiguration();
        Path named = new Path(output());
        Path folder = named.getFileSystem(configuration).makeQualified(named);
        checkFolder(folder, configuration);
        List<Found> pictures = Listing.of(inputs(), folder, format(), configuration);
        checkSources(pictures, folder);
        String options = fingerprint(spec.commandLine().getParseResult());
        Orders orders = Orders.of(words, options, shared, scored(), folder, configuration);
        Manifest manifest = new Manifest(session.spark(), folder, configuration);
        if (!resumed()) {
            manifest.forget();
        }
        Corpus corpus = new Corpus(session.spark(), manifest, WAVE);
        int done = corpus.run(pictures, orders, resumed());
        Summary summary = Summary.of(manifest, pictures.size() - done, new Path(folder, Manifest.NAME));
        summary.tell(console, corpus.times(), (System.nanoTime() - start) / 1e9, json());
        if (reported()) {
            CorpusReport report = CorpusReport.of(summary, corpus.colors(pictures, orders), manifest, orders);
            Path page = report.write(orders);
            if (!json()) {
                console.out().println("report: " + page);
            }
        }
        return strict() && summary.failed() > 0 ? 1 : 0;
    }

    private void checkFolder(Path folder, Configuration configuration) throws IOException {
        FileSystem files = folder.getFileSystem(configuration);
        if (!resumed() && !overwrite() && files.exists(folder) && files.listStatus(folder).length > 0) {
            throw new IllegalArgumentException(
                    output() + " is not empty; --resume goes on with what is there, -f writes over it");
        }
    }

    private static void checkSources(List<Found> pictures, Path folder) {
        for (Found picture : pictures) {
            if (picture.address().equals(folder + "/" + picture.place())) {
                throw new IllegalArgumentException(
                        "-o must be another folder than that of the pictures, was " + folder);
            }
        }
    }
}

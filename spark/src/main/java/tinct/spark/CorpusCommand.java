package tinct.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tinct.app.RecipeOptions;
import tinct.app.text.Console;

/** {@code tinct corpus}: compresses a corpus by Spark. */
@Command(
        name = "tinct corpus",
        description =
                "Make the pictures of a corpus small, on all cores of this machine or on a cluster of Apache Spark.",
        customSynopsis = {"tinct corpus [OPTIONS] FILE|DIR|PATTERN... -o DIR", ""},
        parameterListHeading = "%n",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  tinct corpus photos -o small                           a tree of folders, kept in small/",
            "  tinct corpus photos -o small --palette-mode folder     one palette for each folder",
            "  tinct corpus photos -o small --resume                  go on after a run that was killed",
            "  tinct corpus --master spark://host:7077 hdfs://name/photos -o hdfs://name/small",
            "",
            "Results have the bytes that 'tinct compress -r' gives them, with --shared-palette if they share one. A "
                    + "picture that is not read is a row of the manifest with an error, and the others are done all the "
                    + "same. The manifest, DIR/manifest.parquet, has a row for each picture.",
            "",
            "Exit code: 0 done, 1 with --strict if a picture failed, or if the job itself did, 2 the command line is "
                    + "wrong, 130 interrupted."
        })
final class CorpusCommand extends RecipeOptions implements Callable<Integer> {
    private static final int WAVE = 10_000;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description =
                    "Pictures, folders with all that is in them, or patterns, on any file system that Hadoop knows.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The folder of the results, which is made; the tree is kept. On a cluster all machines must "
                    + "see it, and the pictures, by the same name.")
    private String output = "";

    @Option(
            names = "--palette-mode",
            paramLabel = "MODE",
            description = "Which pictures share a palette: ${COMPLETION-CANDIDATES}. own is none, one is all, as "
                    + "--shared-palette says too, folder is those of a folder. Default: own.")
    private Optional<Mode> mode = Optional.empty();

    @Option(
            names = "--resume",
            description =
                    "Leave alone what the manifest says is done, if source, options and result are still the same.")
    private boolean resume;

    @Option(
            names = {"-f", "--force"},
            description = "Write over what is in the folder of the results.")
    private boolean overwrite;

    @Option(
            names = "--score",
            description = "Tell the SSIMULACRA 2 of each result in the manifest. Takes about as long as compressing.")
    private boolean scored;

    @Option(
            names = "--report",
            description = "Write a page of the corpus to DIR/report.html: its colours, how the error falls with their "
                    + "number, bytes, the pictures that lost most. Reads all pictures once more.")
    private boolean reported;

    @Option(names = "--strict", description = "End with 1 if a picture failed.")
    private boolean strict;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "A cluster, such as spark://host:7077. Default: that which the job was submitted to, else the "
                            + "cores of this machine.")
    private Optional<String> master = Optional.empty();

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A setting of Spark, such as spark.executor.memory=4g. May be given several times.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--ui",
            description = "Show Spark's page, with counters of pictures and bytes, at http://127.0.0.1:4040 while the "
                    + "job runs on this machine.")
    private boolean page;

    CorpusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Mode shared = sharing();
            List<String> words = words(spec.commandLine().getParseResult(), shared != Mode.OWN);
            read(words).compressor(Optional.empty(), tinct.app.compress.MemoryBudget.ofHeap()); // complains at once
            try (Session session = Session.open(master, settings, threads(), page, console.errTerminal())) {
                return run(session, words, shared);
            }
        } catch (IllegalArgumentException | ParameterException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Mode sharing() {
        if (mode.isPresent() && mode.get() == Mode.OWN && shared()) {
            throw new IllegalArgumentException("--palette-mode own and --shared-palette exclude each other");
        }
        return mode.orElse(shared() ? Mode.ONE : Mode.OWN);
    }

    private int run(Session session, List<String> words, Mode shared) throws IOException {
        long start = System.nanoTime();
        Configuration configuration = session.spark().sparkContext().hadoopConfiguration();
        Path named = new Path(output);
        Path folder = named.getFileSystem(configuration).makeQualified(named);
        checkFolder(folder, configuration);
        List<Found> pictures = Listing.of(inputs, folder, format(), configuration);
        checkSources(pictures, folder);
        String options = fingerprint(spec.commandLine().getParseResult());
        Orders orders = Orders.of(words, options, shared, scored, folder, configuration);
        Manifest manifest = new Manifest(session.spark(), folder, configuration);
        if (!resume) {
            manifest.forget();
        }
        Corpus corpus = new Corpus(session.spark(), manifest, WAVE);
        int done = corpus.run(pictures, orders, resume);
        Summary summary = Summary.of(manifest, pictures.size() - done, new Path(folder, Manifest.NAME));
        summary.tell(console, corpus.times(), (System.nanoTime() - start) / 1e9, json());
        if (reported) {
            CorpusReport report = CorpusReport.of(summary, corpus.colors(pictures, orders), manifest, orders);
            Path page = report.write(orders);
            if (!json()) {
                console.out().println("report: " + page);
            }
        }
        return strict && summary.failed() > 0 ? 1 : 0;
    }

    private void checkFolder(Path folder, Configuration configuration) throws IOException {
        FileSystem files = folder.getFileSystem(configuration);
        if (!resume && !overwrite && files.exists(folder) && files.listStatus(folder).length > 0) {
            throw new IllegalArgumentException(
                    output + " is not empty; --resume goes on with what is there, -f writes over it");
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

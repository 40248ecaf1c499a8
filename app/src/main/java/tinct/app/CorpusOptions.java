package tinct.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options of {@code tinct corpus}, which is run where Apache Spark is: they are here so that the help, the manual pages
 * and shells know them without it.
 */
@Command(
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
public abstract class CorpusOptions extends RecipeOptions {
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
    private Optional<PaletteMode> mode = Optional.empty();

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

    /** Pictures, folders and patterns. */
    protected final List<String> inputs() {
        return inputs;
    }

    /** The folder of the results. */
    protected final String output() {
        return output;
    }

    /**
     * Which pictures share a palette.
     *
     * @throws IllegalArgumentException if options contradict each other
     */
    protected final PaletteMode mode() {
        if (mode.isPresent() && mode.get() == PaletteMode.OWN && shared()) {
            throw new IllegalArgumentException("--palette-mode own and --shared-palette exclude each other");
        }
        return mode.orElse(shared() ? PaletteMode.ONE : PaletteMode.OWN);
    }

    /** Whether what an earlier run has done is left alone. */
    protected final boolean resumed() {
        return resume;
    }

    /** Whether what is in the folder of the results may be written over. */
    protected final boolean overwrite() {
        return overwrite;
    }

    /** Whether results are compared with their sources. */
    protected final boolean scored() {
        return scored;
    }

    /** Whether a page of the corpus is wanted. */
    protected final boolean reported() {
        return reported;
    }

    /** Whether a picture that failed is an exit code. */
    protected final boolean strict() {
        return strict;
    }

    /** A cluster, if one is named. */
    protected final Optional<String> master() {
        return master;
    }

    /** Settings of Spark, as {@code KEY=VALUE}. */
    protected final List<String> sparkSettings() {
        return settings;
    }

    /** Whether Spark's page is shown. */
    protected final boolean page() {
        return page;
    }
}

package tinct.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tinct} without a command. */
@Command(
        name = "tinct",
        description = "Makes pictures small by giving each one the best few colours.",
        synopsisHeading = "",
        customSynopsis = {"Usage: tinct COMMAND [OPTIONS] FILE...", ""},
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  tinct compress photo.jpg                    photo-tinct.png of 256 colours beside it",
            "  tinct compress -k 64 photos/ -o small/      all pictures of a folder",
            "  tinct inspect photo.jpg --capacity 1GB      how many such pictures fit",
            "",
            "'tinct COMMAND --help' tells all about a command.",
            "Exit code: 0 done, 1 a file failed, 2 the command line is wrong, 130 interrupted."
        })
final class TinctCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("unused") // picocli looks at the annotation only
    private HelpOption help = new HelpOption();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("unused") // picocli looks at the annotation only
    private boolean version;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what is to be done?");
    }
}

package tinct.app;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tinct.app.text.Console;

/** {@code tinct completion}: what a shell needs to complete commands, options and their values. */
@Command(
        name = "completion",
        description = "Print a script that makes a shell complete commands and options.",
        customSynopsis = {"tinct completion bash|zsh|fish", ""},
        parameterListHeading = "%n",
        footer = {
            "",
            "Examples:",
            "  source <(tinct completion bash)      in ~/.bashrc",
            "  source <(tinct completion zsh)       in ~/.zshrc, after compinit",
            "  tinct completion fish > ~/.config/fish/completions/tinct.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<CommandLine> all;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.BASH;

    @Mixin
    @SuppressWarnings("unused") // picocli looks at the annotation only
    private HelpOption help = new HelpOption();

    CompletionCommand(Console console, Supplier<CommandLine> all) {
        this.console = console;
        this.all = all;
    }

    @Override
    public Integer call() {
        console.out()
                .print(
                        shell == Shell.FISH
                                ? FishCompletion.of(all.get())
                                : AutoComplete.bash("tinct", all.get())); // It makes zsh read scripts of bash itself.
        return 0;
    }

    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package tinct.spark;

import tinct.app.RecipeOptions;
import tinct.app.text.Console;

/** Starts the job, from a command line or by {@code spark-submit}. */
public final class CorpusJob {
    private CorpusJob() {}

    /** Runs the job and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = run(args, Console.system());
        System.out.flush();
        System.exit(code);
    }

    /** Runs the job without ending the process; returns its exit code. */
    static int run(String[] args, Console console) {
        return RecipeOptions.line(new CorpusCommand(console), console).execute(args);
    }
}

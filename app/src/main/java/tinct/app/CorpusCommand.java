package tinct.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tinct corpus} where Spark is not: told of, and refused. The launcher starts that of the module {@code spark}. */
@Command(name = "corpus")
final class CorpusCommand extends CorpusOptions implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "corpus needs Apache Spark, which the launcher 'tinct' loads, or spark-submit with tinct-spark.jar");
    }
}

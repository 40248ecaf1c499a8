package tinct.app;

import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Takes the next word as the value of an option even if it looks like options: {@code -fs8} is a suffix to many. */
final class AnyText implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // so picocli has it
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
        if (arguments.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "Missing required parameter for option '" + name(option) + "'");
        }
        option.setValue(Optional.of(arguments.pop()));
    }

    private static String name(ArgSpec option) {
        return option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
    }
}

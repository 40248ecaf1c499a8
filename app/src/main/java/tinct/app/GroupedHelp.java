package tinct.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Options in the help by what they are for: a mixin that has a heading for its options makes a group. */
final class GroupedHelp {
    private GroupedHelp() {}

    /**
     * Options of one purpose.
     *
     * @param heading a format string, as picocli has it; empty for the command's own
     */
    record Group(String heading, List<OptionSpec> options) {
        /** The heading as plain words. */
        String title() {
            return heading.replace("%n", "").replace(":", "").strip();
        }
    }

    /** Makes a command and those below it show their options so. */
    static void install(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, GroupedHelp::list);
        line.getSubcommands().values().forEach(GroupedHelp::install);
    }

    /** The groups of a command in the order of its mixins; what has no heading comes last. */
    static List<Group> groups(CommandSpec spec) {
        List<OptionSpec> rest = new ArrayList<>(spec.options());
        rest.removeIf(OptionSpec::hidden);
        List<Group> groups = new ArrayList<>();
        for (CommandSpec mixin : spec.mixins().values()) {
            String heading = mixin.usageMessage().optionListHeading();
            List<String> names =
                    mixin.options().stream().map(OptionSpec::longestName).toList();
            List<OptionSpec> options = rest.stream()
                    .filter(option -> names.contains(option.longestName()))
                    .toList();
            if (!heading.isBlank() && !options.isEmpty()) {
                groups.add(new Group(heading, options));
                rest.removeAll(options);
            }
        }
        if (!rest.isEmpty()) {
            boolean alone = groups.isEmpty();
            groups.add(alone ? groups.size() : 0, new Group(alone ? "%nOptions:%n" : "%nOptions of its own:%n", rest));
        }
        return groups;
    }

    private static String list(Help help) {
        StringBuilder text = new StringBuilder();
        for (Group group : groups(help.commandSpec())) {
            // The layout is that of all options, so that the columns of all groups are aligned.
            Help.Layout layout = help.createDefaultLayout();
            layout.addOptions(group.options(), help.parameterLabelRenderer());
            text.append(String.format(group.heading())).append(layout);
        }
        return text.toString();
    }
}

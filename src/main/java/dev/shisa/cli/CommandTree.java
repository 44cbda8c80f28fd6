package dev.shisa.cli;

import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.Command;
import dev.shisa.text.Text;
import java.util.Locale;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can be typed, as picocli wants to have it. To build all commands takes longer than most of them run, and picocli follows a word to a
 * command by its whole name only; so whoever knows what was typed has no other commands built.
 */
final class CommandTree {
    private CommandTree() {
    }

    /**
     * The program's command line.
     *
     * @param options take what is typed of the options that every command has
     * @param desk for the commands of the catalog
     * @param catalog its commands are added to the built-in ones
     * @param wanted which nouns, verbs and commands of one word are built, by their names
     */
    static CommandLine of(GlobalOptions options, Desk desk, Catalog catalog, Predicate<String> wanted) {
        CommandSpec spec = helped(CommandSpec.create().name("shisa"));
        options.addTo(spec);
        spec.usageMessage()
                .description("Guarded admin commands for Microsoft 365: look, point, say it aloud, act, look again.");
        for (Command command : catalog.commands()) {
            if (wanted.test(command.noun()) && wanted.test(command.verb())) {
                noun(spec, command.noun(), options.locale()).addSubcommand(command.verb(),
                        new CommandLine(new GuardedCommand(desk, command).spec()));
            }
        }
        new BuiltIns(spec, wanted).add();
        CommandLine root = new CommandLine(spec);
        root.setExpandAtFiles(false);
        root.setAbbreviatedOptionsAllowed(false);
        // A tenant, a store or a file may be called as a noun is.
        root.setAllowSubcommandsAsOptionParameters(true);
        root.setAbbreviatedSubcommandsAllowed(false);
        root.setUsageHelpAutoWidth(true);
        root.setUnmatchedOptionsArePositionalParams(false);
        return root;
    }

    private static CommandLine noun(CommandSpec root, String name, Locale locale) {
        CommandLine known = root.subcommands().get(name);
        if (known != null) {
            return known;
        }
        CommandSpec spec = helped(CommandSpec.create().name(name));
        spec.usageMessage().description(Text.of("Commands on a {0}.", name).in(locale));
        CommandLine noun = new CommandLine(spec);
        root.addSubcommand(name, noun);
        return noun;
    }

    /** Adds the options for help and version; picocli's own way to add them reads annotations, which takes longer. */
    static CommandSpec helped(CommandSpec spec) {
        return spec
                .addOption(OptionSpec.builder("-h", "--help").usageHelp(true)
                        .description("Show this help message and exit.").build())
                .addOption(OptionSpec.builder("-V", "--version").versionHelp(true)
                        .description("Print version information and exit.").build());
    }
}

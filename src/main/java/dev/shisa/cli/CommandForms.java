package dev.shisa.cli;

import dev.shisa.account.Facet;
import dev.shisa.manual.CommandForm;
import dev.shisa.manual.Shell;
import dev.shisa.manual.Topic;
import dev.shisa.manual.Topics;
import dev.shisa.manual.ValueForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The tree of commands as scripts and manuals want to have it. */
final class CommandForms {
    private static final int NARROWEST_HELP = 55;

    private CommandForms() {
    }

    /** Every command that can be typed, in the language of the desk. */
    static CommandForm of(Desk desk) {
        CommandLine root = tree(desk);
        return form(root, List.of(root.getCommandName()));
    }

    /** All commands as picocli has them, in the language of the desk: commands of the catalog speak it from the time they are built. */
    static CommandLine tree(Desk desk) {
        CommandLine root = CommandTree.of(desk.options(), desk, desk.catalog(), _ -> true);
        HelpLanguage.apply(root, desk.options().locale());
        return root;
    }

    /** The same, as wide as help is shown; picocli breaks no line earlier than at {@value #NARROWEST_HELP} columns. */
    static CommandLine help(Desk desk) {
        return tree(desk).setUsageHelpWidth(Math.max(NARROWEST_HELP, desk.helpLayout().columns()));
    }

    private static CommandForm form(CommandLine line, List<String> path) {
        CommandSpec spec = line.getCommandSpec();
        List<CommandForm> members = new ArrayList<>();
        line.getSubcommands().forEach((name, member) -> members
                .add(form(member, Stream.concat(path.stream(), Stream.of(name)).toList())));
        return new CommandForm(path, texts(spec.usageMessage().description()),
                spec.options().stream().filter(Predicate.not(ArgSpec::hidden)).map(option -> new CommandForm.Option(
                        Arrays.asList(option.names()), option.arity().max() == 0 ? ValueForm.none() : value(option),
                        description(option), option.inherited() || option.usageHelp() || option.versionHelp()
                                || spec.parent() == null))
                        .toList(),
                spec.positionalParameters().stream().filter(Predicate.not(ArgSpec::hidden))
                        .map(operand -> new CommandForm.Operand(value(operand), description(operand),
                                operand.arity().min() > 0, operand.arity().max() > 1))
                        .toList(),
                members);
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", texts(argument.description()));
    }

    /** Percent signs are doubled for picocli, which takes them for placeholders. */
    private static List<String> texts(String... texts) {
        return Arrays.stream(texts).map(text -> text.replace("%%", "%")).toList();
    }

    /** Labels are the only place where the tree tells what a value names. */
    private static ValueForm value(ArgSpec argument) {
        String label = argument.paramLabel();
        return switch (label) {
            case "FILE" -> ValueForm.of(label, ValueForm.Kind.FILE);
            case "DIR" -> ValueForm.of(label, ValueForm.Kind.FOLDER);
            case "PLAN" -> ValueForm.of(label, ValueForm.Kind.PLAN);
            case "RUN" -> ValueForm.of(label, ValueForm.Kind.RUN);
            case "SNAPSHOT", "EARLIER", "LATER" -> ValueForm.of(label, ValueForm.Kind.SNAPSHOT);
            case "ACCOUNT" -> ValueForm.of(label, ValueForm.Kind.ACCOUNT);
            case "FACET,…" -> words(label, Arrays.stream(Facet.values()).map(Facet::label).sorted().toList());
            case "LANGUAGE" -> words(label, List.of("en", "ja"));
            case "SHELL" -> words(label, Shell.labels());
            case "TOPIC" -> words(label, Topics.all().stream().map(Topic::name).toList());
            case "CLOCK" -> words(label, List.of("real", "simulated"));
            case "SEED" -> words(label, List.of("small", "sgu"));
            case "FORMAT" -> words(label, isOutput(argument) ? List.of("human", "json", "csv") : List.of("sarif"));
            default -> ValueForm.of(label, ValueForm.Kind.NOTHING);
        };
    }

    private static boolean isOutput(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option && option.longestName().equals("--output");
    }

    private static ValueForm words(String label, List<String> words) {
        return new ValueForm(label, ValueForm.Kind.WORDS, words);
    }
}

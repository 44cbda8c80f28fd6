package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.plan.Visible;
import dev.shisa.text.Text;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line that cannot be understood, and what may have been meant. */
final class Mistyped {
    private static final int MOST_SUGGESTIONS = 3;

    private Mistyped() {
    }

    /** The refusal of such a line. */
    static Diagnostic refusal(ParameterException e, Desk desk) {
        return Diagnostic.refusal(ExitStatus.USAGE, sentence(e)).remedy(remedy(e, desk));
    }

    private static Text sentence(ParameterException e) {
        return switch (e) {
            case MissingParameterException missing -> missing(missing);
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case OverwrittenOptionException twice ->
                Text.of("{0} is said more than once.", name(twice.getOverwritten()));
            default -> e.getArgSpec() != null && e.getValue() != null
                    ? Text.of("{0} cannot be \"{1}\": {2}", name(e.getArgSpec()), Visible.escape(e.getValue()),
                            words(e))
                    : words(e);
        };
    }

    private static Text missing(MissingParameterException e) {
        if (e.getMissing().isEmpty()) {
            return words(e);
        }
        ArgSpec first = e.getMissing().getFirst();
        // The same exception tells of an option that was not said, and of one that was said without its value.
        return first.isOption() && String.valueOf(e.getMessage()).contains(" for option ")
                ? Text.of("{0} has no value.", name(first))
                : Text.of("{0} is missing.",
                        Text.listed(e.getMissing().stream().map(one -> Text.verbatim(name(one))).toList()));
    }

    private static Text unmatched(UnmatchedArgumentException e) {
        Text words = quoted(e.getUnmatched());
        Text hint = Visible.hint(String.join(" ", e.getUnmatched()));
        if (e.isUnknownOption()) {
            return Text.of("There is no option {0}.{1}", words, hint);
        }
        return e.getCommandLine().getSubcommands().isEmpty()
                ? Text.of("Nothing is known of {0} here.{1}", words, hint)
                : Text.of("There is no command {0}.{1}", words, hint);
    }

    private static Text quoted(Collection<String> words) {
        return Text.listed(words.stream().map(word -> Text.verbatim("\"" + Visible.escape(word) + "\"")).toList());
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    /** What picocli says, where it knows more than this does. */
    private static Text words(ParameterException e) {
        return Text.verbatim(Visible.escape(String.valueOf(e.getMessage()).replace('\n', ' ')));
    }

    private static Text remedy(ParameterException e, Desk desk) {
        String typed = e.getCommandLine().getCommandSpec().qualifiedName(" ");
        List<String> near = e instanceof UnmatchedArgumentException unmatched ? near(unmatched, desk) : List.of();
        return near.isEmpty()
                ? Text.of("Look at the options: {0} --help", typed)
                : Text.of("Perhaps you mean {0}. All there is: {1} --help",
                        Text.listed(near.stream().map(Text::verbatim).toList()), typed);
    }

    /** Commands or options that look like what nobody knows. All of them are asked, not only those that were built for this line. */
    private static List<String> near(UnmatchedArgumentException e, Desk desk) {
        CommandLine line = CommandForms.tree(desk);
        for (String word : Main.name(e.getCommandLine().getCommandSpec()).split(" ", -1)) {
            line = line.getSubcommands().getOrDefault(word, line);
        }
        return new UnmatchedArgumentException(line, e.getUnmatched()).getSuggestions().stream()
                .map(suggestion -> suggestion.replaceFirst("[= ].*", "")).filter(word -> !word.isBlank())
                .limit(MOST_SUGGESTIONS).toList();
    }
}

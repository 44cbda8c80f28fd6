package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.plan.Visible;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells a wrapper whether this build knows an option, before it relies on it. A build that does not know this command answers with the same exit code. */
@Command(name = "check-option", description = "Whether this build knows an option of a command: exit code 0 when it does, 2 when not.")
final class CheckOption implements BuiltIn {
    @Parameters(arity = "1..*", paramLabel = "WORD", description = "The command and, last, the option without its dashes, for example: mailbox remove keep-identity.")
    private List<String> words = new ArrayList<>();

    @Override
    public int run(Desk desk) {
        return desk.carryOut("catalog check-option", session -> {
            CommandLine command = CommandTree.of(new GlobalOptions(desk.options().environment()), desk, desk.catalog(),
                    _ -> true);
            for (String word : words.subList(0, words.size() - 1)) {
                CommandLine next = command.getSubcommands().get(word);
                if (next == null) {
                    throw unknown(Text.of("There is no command {0}.", Visible.escape(word)));
                }
                command = next;
            }
            String option = words.getLast();
            if (command.getCommandSpec().findOption("--" + option) == null) {
                throw unknown(Text.of("{0} has no option --{1}.", command.getCommandSpec().qualifiedName(" "),
                        Visible.escape(option)));
            }
            return session.outcome();
        });
    }

    private static RefusedException unknown(Text sentence) {
        return new RefusedException(Diagnostic.refusal(ExitStatus.USAGE, sentence)
                .remedy(Text.of("Look at what this build knows with --help, or use another build.")));
    }
}

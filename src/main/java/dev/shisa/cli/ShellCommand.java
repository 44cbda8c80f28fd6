package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.text.Text;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * Carries out many command lines. The program itself does that, because each line is one of its own; what comes here was typed within a shell,
 * and there is none in a shell.
 */
@Command(name = ShellCommand.NAME, description = {
        "Carry out one line after the other, each as a command line of its own.",
        "At a terminal lines are completed with Tab and kept for the next time, without what confirms or is secret. From a pipe they are carried out as they come, and nothing is asked. exit, quit or the end of the input leaves; the exit code is that of the last line."})
final class ShellCommand implements BuiltIn {
    static final String NAME = "shell";

    @Override
    public int run(Desk desk) {
        return desk.refuse(NAME, List.of(Diagnostic
                .refusal(ExitStatus.USAGE, Text.of("There is no shell within a shell."))
                .remedy(Text.of("Leave this one first: exit."))));
    }
}

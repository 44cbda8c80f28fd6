package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.manual.Shell;
import dev.shisa.text.Text;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a completion script. A shell reads it when it starts, so it looks at no store and no tenant. */
@Command(name = "completion", description = {"Print a completion script for a shell.",
        "bash: source <(shisa completion bash). zsh: source <(shisa completion zsh), after compinit. fish: shisa completion fish | source. PowerShell: shisa completion powershell | Out-String | Invoke-Expression."})
final class CompletionCommand implements BuiltIn {
    private static final String NAME = "completion";

    @Parameters(paramLabel = "SHELL", description = "bash, zsh, fish or powershell.")
    private String shell = "";

    @Override
    public int run(Desk desk) {
        Optional<Shell> named = Shell.of(shell);
        if (named.isEmpty()) {
            return desk.refuse(NAME, List.of(Diagnostic
                    .refusal(ExitStatus.USAGE, Text.of("There is no script for this shell."))
                    .contrast(Text.of("one of {0}", String.join(", ", Shell.labels())), Text.verbatim(shell))
                    .remedy(Text.of("Name one of them."))));
        }
        return HelpCommand.print(desk, NAME, named.get().script(CommandForms.of(desk)));
    }
}

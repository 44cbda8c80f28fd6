package dev.shisa.powershell;

import dev.shisa.fuzz.FuzzTarget;
import dev.shisa.fuzz.Oracle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A script. Whatever it is, it is read, and all of it is either in the tree or among the problems. */
public final class PowerShellTarget implements FuzzTarget {

    @Override
    public String name() {
        return "powershell";
    }

    @Override
    public void accept(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Parsed parsed = PowerShell.parse(text);
        Oracle.same("the same text is read twice", parsed, PowerShell.parse(text));
        Spans.check(text, parsed);
        Covered.check(text, parsed);
        if (parsed.problems().isEmpty()) {
            printed(parsed).ifPresent(PowerShellTarget::again);
        }
        Nodes.each(parsed.script(), node -> Oracle.holds(
                !(node instanceof Statement.Unparsed not) || parsed.problems().contains(not.problem()),
                "a problem is not told of"));
    }

    /** Nothing for the few trees that cannot be written without comments. */
    private static Optional<String> printed(Parsed parsed) {
        try {
            return Optional.of(Printed.script(parsed.script()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void again(String written) {
        Parsed parsed = PowerShell.parse(written);
        Oracle.holds(parsed.problems().isEmpty(),
                "what was written cannot be read: " + parsed.problems() + "\n" + written);
        Oracle.same("what was written is read otherwise", written, printed(parsed).orElse(""));
    }
}

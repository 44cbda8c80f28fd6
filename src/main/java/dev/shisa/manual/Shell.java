package dev.shisa.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A shell that can complete command lines. Each has a script that walks along the line and looks up in a table what may come next; the table is
 * made from the commands. No script starts shisa or evaluates what was typed; names of plans, runs and snapshots are names of files in the store.
 */
public enum Shell {
    /** Bash 3.2 or newer. */
    BASH("shisa.bash"),
    /** Zsh with its completion system. */
    ZSH("_shisa"),
    /** Fish 3 or newer. */
    FISH("shisa.fish"),
    /** Windows PowerShell 5.1, or PowerShell 7. */
    POWERSHELL("shisa.ps1");

    private static final String TABLE = "@TABLE@\n";

    private final String file;

    Shell(String file) {
        this.file = file;
    }

    /** How it is called on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file by whose name a package installs the script. */
    public String file() {
        return file;
    }

    /** The shell of that name. */
    public static Optional<Shell> of(String label) {
        return Arrays.stream(values()).filter(shell -> shell.label().equals(label)).findFirst();
    }

    /** The names of all shells. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Shell::label).toList();
    }

    /** The completion script for a program. */
    public String script(CommandForm program) {
        String table = program.all().stream().map(this::entry).collect(Collectors.joining());
        return template(file).replace(TABLE, table);
    }

    private String entry(CommandForm command) {
        List<String> members = command.members().stream().map(member -> described(member.name(), member.summary()))
                .toList();
        List<String> options = command.options().stream().flatMap(option -> option.names().stream()
                .map(name -> described(name, option.description()))).toList();
        List<String> valued = command.options().stream().filter(CommandForm.Option::takesValue)
                .flatMap(option -> option.names().stream().map(name -> quoted(name + ":" + option.value().code())))
                .toList();
        List<String> operands = command.operands().stream()
                .map(operand -> quoted((operand.repeated() ? "*" : "") + operand.value().code())).toList();
        String path = quoted(String.join(" ", command.path()));
        return switch (this) {
            case BASH, ZSH -> "    " + path + ")\n" + bash("members", members) + bash("options", options)
                    + bash("valued", valued) + bash("operands", operands) + "      ;;\n";
            case FISH -> "        case " + path + "\n" + fish("members", members) + fish("options", options)
                    + fish("valued", valued) + fish("operands", operands);
            case POWERSHELL -> "    " + path + " = @{\n" + powershell("Members", members)
                    + powershell("Options", options) + powershell("Valued", valued)
                    + powershell("Operands", operands) + "    }\n";
        };
    }

    /** Bash shows no descriptions. A tab cannot stand in a description, so it parts the two. */
    private String described(String word, String description) {
        String plain = description.replaceAll("\\s+", " ").strip();
        return quoted(this == BASH ? word : this == ZSH ? word + ":" + plain : word + "\t" + plain);
    }

    /** PowerShell takes typographic quotes for quotes, too. */
    private String quoted(String text) {
        return "'" + switch (this) {
            case BASH, ZSH -> text.replace("'", "'\\''");
            case FISH -> text.replace("\\", "\\\\").replace("'", "\\'");
            case POWERSHELL -> text.replaceAll("(['‘’‚‛])", "$1$1");
        } + "'";
    }

    private static String bash(String name, List<String> words) {
        return "      " + name + "=(" + String.join(" ", words) + ")\n";
    }

    private static String fish(String name, List<String> words) {
        return "            set -g __shisa_" + name + " " + String.join(" ", words) + "\n";
    }

    private static String powershell(String name, List<String> words) {
        return "        " + name + " = @(" + String.join(", ", words) + ")\n";
    }

    private static String template(String name) {
        try (InputStream stream = Shell.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its completion script " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the completion script " + name + " cannot be read", e);
        }
    }
}

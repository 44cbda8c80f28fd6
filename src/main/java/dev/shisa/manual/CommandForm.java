package dev.shisa.manual;

import java.util.ArrayList;
import java.util.List;

/**
 * One command with all commands below it, as it is typed.
 *
 * @param path its words, the name of the program first
 * @param description paragraphs in the language of the reader; empty when nothing is known to be said
 * @param options in the order in which they are shown
 * @param operands what is typed without an option, in its order
 * @param members the commands below it; a command with members takes no operands
 */
public record CommandForm(List<String> path, List<String> description, List<Option> options, List<Operand> operands,
        List<CommandForm> members) {

    public CommandForm {
        path = List.copyOf(path);
        description = List.copyOf(description);
        options = List.copyOf(options);
        operands = List.copyOf(operands);
        members = List.copyOf(members);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a command has a name");
        }
    }

    /**
     * An option.
     *
     * @param names with their dashes, at least one
     * @param value what it takes; nothing where its label is empty
     * @param description one sentence or more
     * @param everywhere whether every command takes it
     */
    public record Option(List<String> names, ValueForm value, String description, boolean everywhere) {
        public Option {
            names = List.copyOf(names);
        }

        /** Whether a value follows it. */
        public boolean takesValue() {
            return !value.label().isEmpty();
        }
    }

    /**
     * A word that is no option.
     *
     * @param value what it names
     * @param description one sentence or more
     * @param required whether it has to be typed
     * @param repeated whether several may be typed
     */
    public record Operand(ValueForm value, String description, boolean required, boolean repeated) {
    }

    /** The last word of its path. */
    public String name() {
        return path.getLast();
    }

    /** The first paragraph of its description; empty when there is none. */
    public String summary() {
        return description.isEmpty() ? "" : description.getFirst();
    }

    /** This command and all below it, each before its members. */
    public List<CommandForm> all() {
        List<CommandForm> all = new ArrayList<>(List.of(this));
        members.forEach(member -> all.addAll(member.all()));
        return List.copyOf(all);
    }
}

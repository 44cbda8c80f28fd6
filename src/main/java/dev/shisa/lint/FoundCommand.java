package dev.shisa.lint;

import java.util.List;

/**
 * A command that takes something away.
 *
 * @param line of the file, from 1
 * @param cmdlet its full name
 * @param effects what would become of what it hits
 * @param executed whether it would be done, rather than only shown
 * @param bounded whether something says whom it hits
 */
public record FoundCommand(int line, String cmdlet, List<CmdletEffect> effects, boolean executed, Bounded bounded) {
    public FoundCommand {
        effects = List.copyOf(effects);
    }

    /** Whether something says whom a command hits. */
    public enum Bounded {
        YES,
        NO,
        UNKNOWN;

        /** The name in output. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

package dev.shisa.lint;

import java.util.List;
import java.util.Optional;

/**
 * Something in a file that somebody should know before it is run.
 *
 * @param line of the file, from 1
 * @param column in that line, from 1, in characters
 * @param rule what it breaks
 * @param cmdlet the command that it is about; empty when there is none
 * @param effects what would become of what the command hits
 * @param detail what only this rule says
 * @param guarded a command of shisa that does the same with a plan, a rehearsal and a way back
 */
public record Finding(int line, int column, Rule rule, String cmdlet, List<CmdletEffect> effects, String detail,
        Optional<String> guarded) {
    public Finding {
        effects = List.copyOf(effects);
    }
}

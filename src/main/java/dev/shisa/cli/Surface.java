package dev.shisa.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.terminal.Terminal;

/**
 * What people see things on.
 *
 * @param columns how wide it is now; {@link Layout#ENDLESS} where it is no terminal
 * @param isTerminal whether a line can be rewritten, and colours are seen
 */
record Surface(IntSupplier columns, boolean isTerminal) {
    /** Something that is read later, or by another program. */
    static final Surface PIPE = new Surface(() -> Layout.ENDLESS, false);

    /**
     * What this process shows things on.
     *
     * @param kind what the terminal is called in the environment; a dumb one can neither rewrite a line nor show colours
     */
    static Surface ofThisProcess(Optional<String> kind) {
        if (!SystemTerminal.isThere() || kind.filter(name -> !name.equals("dumb")).isEmpty()) {
            return PIPE;
        }
        try {
            Terminal terminal = SystemTerminal.open();
            return new Surface(() -> columns(terminal), true);
        } catch (IOException e) {
            // A terminal that nobody can measure is written to like a pipe: everything is shown, and nothing is rewritten.
            return PIPE;
        }
    }

    private static int columns(Terminal terminal) {
        int columns = terminal.getSize().getColumns();
        return columns > 0 ? columns : Layout.ENDLESS;
    }
}

package dev.shisa.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/**
 * The lowest line of a terminal, which is written anew again and again while something goes on. Whatever else is printed meanwhile has to be
 * printed {@linkplain #behind behind} it. Safe for several threads.
 */
final class LiveLine {
    private static final String ERASE = "\r\u001b[2K";

    private final PrintStream terminal;
    private final IntSupplier columns;
    private Optional<IntFunction<String>> text = Optional.empty();

    /**
     * A line that shows nothing yet.
     *
     * @param columns how many the terminal has now; asked anew each time, because people resize it
     */
    LiveLine(PrintStream terminal, IntSupplier columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    /** From now on the line says this; asked for each time with the number of columns that it may take. */
    synchronized void say(IntFunction<String> words) {
        text = Optional.of(words);
        again();
    }

    /** Writes the line anew. */
    synchronized void again() {
        text.ifPresent(words -> {
            // The last column stays free: some terminals go on to the next line as soon as it is taken.
            int room = Math.max(1, columns.getAsInt() - 1);
            terminal.print(ERASE + Layout.cut(words.apply(room), room));
            terminal.flush();
        });
    }

    /** Makes way for what is printed there, and comes back below it. */
    synchronized void behind(Runnable printing) {
        if (text.isEmpty()) {
            printing.run();
            return;
        }
        terminal.print(ERASE);
        terminal.flush();
        printing.run();
        again();
    }

    /** Goes away. */
    synchronized void end() {
        if (text.isPresent()) {
            text = Optional.empty();
            terminal.print(ERASE);
            terminal.flush();
        }
    }
}

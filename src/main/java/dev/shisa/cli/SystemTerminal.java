package dev.shisa.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/**
 * The terminal of this process. It is opened once and shared by whoever measures it, asks at it or reads lines from it: JLine gives a process no
 * second one that knows its size and edits lines.
 */
final class SystemTerminal {
    private static Optional<Terminal> opened = Optional.empty();

    private SystemTerminal() {
    }

    /** The terminal; the system gets it back as it was when the process ends. */
    static synchronized Terminal open() throws IOException {
        if (opened.isEmpty()) {
            // Signals are not JLine's to handle: Ctrl-C means something else before the first write than after it.
            // It is asked nothing, either: an answer would come where the operator's is expected, and some terminals show the question.
            // Standard output speaks UTF-8 in every locale, and so do the questions.
            opened = Optional.of(TerminalBuilder.builder().system(true).nativeSignals(false).graphemeCluster(false)
                    .encoding(StandardCharsets.UTF_8).stdinEncoding(StandardCharsets.UTF_8)
                    .stdoutEncoding(StandardCharsets.UTF_8).build());
        }
        return opened.get();
    }

    /** Whether a person sits at both ends of this process: what is typed is read, and what is shown is seen. */
    static boolean isThere() {
        return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    }

    /** A read during which Ctrl-C is a key and a changed window is drawn anew; afterwards signals mean again what they meant before. */
    static final class Attended implements AutoCloseable {
        private final Map<Signal, Object> before = new HashMap<>();

        /** Begins now. */
        Attended(Terminal terminal) {
            for (Signal signal : new Signal[]{Signal.INT, Signal.WINCH, Signal.CONT}) {
                Object previous = Signals.register(signal.name(), () -> terminal.raise(signal));
                // Not every system has each of them.
                if (previous != null) {
                    before.put(signal, previous);
                }
            }
        }

        @Override
        public void close() {
            before.forEach((signal, previous) -> Signals.unregister(signal.name(), previous));
        }
    }
}

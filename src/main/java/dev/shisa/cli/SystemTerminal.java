package dev.shisa.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal of this process. It is opened once and shared by whoever measures it, asks at it or reads lines from it: JLine gives a process no
 * second one that knows its size and edits lines.
 */
final class SystemTerminal {
    private static final String SLEEP = "shisa-sleep";
    private static final Logger LOG = LoggerFactory.getLogger(SystemTerminal.class);
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

    /**
     * Lets Ctrl-Z put this process to sleep while a line is typed, as it does at every other time: a reader of lines takes the key for itself. Whoever
     * comes back finds the line as it was. Where processes are not put to sleep the key does nothing.
     */
    static void letSleep(LineReader reader) {
        Attributes outside = reader.getTerminal().getAttributes();
        reader.getWidgets().put(SLEEP, () -> {
            Terminal terminal = reader.getTerminal();
            Attributes inside = terminal.getAttributes();
            terminal.setAttributes(outside);
            sleep();
            terminal.setAttributes(inside);
            reader.callWidget(LineReader.REDRAW_LINE);
            reader.callWidget(LineReader.REDISPLAY);
            return true;
        });
        Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN), "the keys of a line")
                .bind(new Reference(SLEEP), KeyMap.ctrl('Z'));
    }

    /** Java has no such signal of its own to send. It goes on behind this when somebody wakes it. */
    private static void sleep() {
        try {
            new ProcessBuilder("kill", "-TSTP", String.valueOf(ProcessHandle.current().pid()))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException e) {
            LOG.debug("no process is put to sleep here", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

package dev.shisa.cli;

import java.io.IOError;
import java.time.Instant;
import java.util.function.IntFunction;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines that a person types behind a prompt, with completion, and with those of earlier shells at the arrow keys. */
final class PromptedLines implements LineSource {
    private static final Logger LOG = LoggerFactory.getLogger(PromptedLines.class);
    private static final Size USUAL = Size.of(80, 24);

    private final Terminal terminal;
    private final LineReader reader;
    private final LineMemory memory;
    private final IntFunction<String> prompt;

    /**
     * Lines of a terminal.
     *
     * @param completer offers words, and takes lines apart
     * @param memory lines of earlier shells; those of this one are added
     * @param prompt what stands before a line, by the exit code of the line before
     */
    PromptedLines(Terminal terminal, ShellCompleter completer, LineMemory memory, IntFunction<String> prompt) {
        this.terminal = terminal;
        this.memory = memory;
        this.prompt = prompt;
        if (terminal.getSize().getColumns() < 1) {
            // Of a terminal that does not know its size JLine shows not even the prompt.
            terminal.setSize(USUAL);
        }
        this.reader = LineReaderBuilder.builder().terminal(terminal).appName("shisa").parser(completer)
                .completer(completer).history(new Remembered())
                .variable(LineReader.HISTORY_SIZE, LineMemory.MOST)
                // A word that is not completed is not guessed at, either.
                .option(Option.COMPLETE_MATCHER_TYPO, false).option(Option.COMPLETE_MATCHER_CAMELCASE, false)
                .option(Option.CASE_INSENSITIVE, true)
                // A second Tab shows what there is; it puts no account on a line that nobody chose.
                .option(Option.AUTO_MENU, false).option(Option.INSERT_TAB, false)
                .option(Option.DISABLE_EVENT_EXPANSION, true).option(Option.HISTORY_TIMESTAMPED, false)
                .option(Option.AUTO_FRESH_LINE, true).build();
        SystemTerminal.letSleep(reader);
        memory.lines().forEach(reader.getHistory()::add);
    }

    /** The history of the editor: what is not kept is not there for the arrow keys, either. */
    private static final class Remembered extends DefaultHistory {
        @Override
        public void add(Instant time, String line) {
            if (LineMemory.isKept(line)) {
                super.add(time, line);
            }
        }
    }

    @Override
    public Next next(int code) {
        try (SystemTerminal.Attended _ = new SystemTerminal.Attended(terminal)) {
            // A percent sign would begin a placeholder of JLine's.
            String line = reader.readLine(prompt.apply(code).replace("%", "%%"));
            memory.keep(line);
            return new Next.Line(line);
        } catch (UserInterruptException e) {
            return new Next.Dropped();
        } catch (EndOfFileException e) {
            return new Next.End();
        } catch (IllegalStateException | IOError e) {
            // The terminal is gone, or was given back because the process is told to end.
            LOG.debug("no more lines", e);
            return new Next.End();
        }
    }

    @Override
    public boolean isTyped() {
        return true;
    }
}

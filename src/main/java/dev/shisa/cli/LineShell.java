package dev.shisa.cli;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.store.Disk;
import dev.shisa.text.Text;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Carries out one line after the other. What a line may do, and what it is refused for, is not decided here. Used by one thread. */
final class LineShell {
    private static final String PROGRAM = "shisa";

    private final Desk desk;
    private final LineSource source;
    private final Interruptions interruptions;
    private final Lines lines;

    /** Carries out a command line as a process of its own would. */
    @FunctionalInterface
    interface Lines {
        /**
         * Carries it out.
         *
         * @param words without the name of the program
         * @param heard the signals that came since the line began
         * @return the exit code
         */
        int carryOut(List<String> words, Interruptions heard);
    }

    /**
     * A shell.
     *
     * @param desk refuses what is no command line
     * @param interruptions signals of this process; each line has its own
     */
    LineShell(Desk desk, LineSource source, Interruptions interruptions, Lines lines) {
        this.desk = desk;
        this.source = source;
        this.interruptions = interruptions;
        this.lines = lines;
    }

    /**
     * Lines from the terminal of this process where a person sits at it, else from its standard input.
     *
     * @param desk of the shell
     */
    static LineSource ofThisProcess(Desk desk) {
        if (SystemTerminal.isThere()) {
            try {
                return new PromptedLines(SystemTerminal.open(),
                        new ShellCompleter(desk, CommandForms.of(desk), backslashKeeps()),
                        new LineMemory(desk.options().environment().stateFolder().resolve("shell-history"),
                                Disk.real()),
                        new ShellPrompt(desk));
            } catch (IOException e) {
                // Lines can be read all the same; then nobody is asked anything.
                return piped();
            }
        }
        return piped();
    }

    /** What comes there are lines of this shell; a line that reads standard input must not take the ones behind it for its own. */
    private static LineSource piped() {
        LineSource lines = new PipedLines(System.in);
        System.setIn(InputStream.nullInputStream());
        return lines;
    }

    /** Whether a backslash keeps the character behind it: not where it parts the folders of a path. */
    static boolean backslashKeeps() {
        return File.separatorChar != '\\';
    }

    /** Carries out lines until there is none left, somebody leaves or the process is told to end; the exit code is that of the last line. */
    int run() {
        int code = ExitStatus.DONE.code();
        while (true) {
            switch (source.next(code)) {
                case LineSource.Next.End _ -> {
                    return code;
                }
                case LineSource.Next.Dropped _ -> {
                }
                case LineSource.Next.Unreadable(Text reason) -> {
                    return refuse(Text.of("The next line cannot be read: {0}.", reason),
                            Text.of("Nothing more was carried out."));
                }
                case LineSource.Next.Line(String text) -> {
                    String line = text.strip();
                    if (line.isEmpty() || line.startsWith("#")) {
                        continue;
                    }
                    if (Offers.LEAVING.contains(line)) {
                        return code;
                    }
                    try (Interruptions heard = interruptions.next()) {
                        code = carryOut(line, heard);
                        if (heard.isOver() || (heard.isRaised() && !source.isTyped())) {
                            return code;
                        }
                    }
                    // Whoever stopped the line did not mean the next one.
                    Thread.interrupted();
                }
            }
        }
    }

    private int carryOut(String line, Interruptions heard) {
        if (line.lines().count() > 1) {
            return refuse(Text.of("Several lines at once are not carried out."), Text.of("Type them one by one."));
        }
        TypedLine typed = TypedLine.of(line, backslashKeeps());
        if (!typed.isWhole()) {
            return refuse(Text.of("A quote of this line has no end."), Text.of("Close it, or quote the quote."));
        }
        if (source.isTyped()) {
            // What would end a process of its own must not end the shell.
            heard.listen();
        }
        List<String> words = typed.words();
        return lines.carryOut(words.getFirst().equals(PROGRAM) ? words.subList(1, words.size()) : words, heard);
    }

    private int refuse(Text summary, Text remedy) {
        return desk.refuse(ShellCommand.NAME,
                List.of(Diagnostic.refusal(ExitStatus.USAGE, summary).remedy(remedy)));
    }
}

package dev.shisa.cli;

import dev.shisa.account.Facet;
import dev.shisa.operation.Terms;
import java.io.Console;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Asks at a terminal for what was not said on the command line. What is typed is checked like an option; Enter is no. */
final class Questions {
    private Questions() {
    }

    /**
     * The terms, with what a person typed where something was left out.
     *
     * @param said what stands on the command line
     * @param confirmation what the plan asks to be confirmed
     * @param loss what the plan loses
     * @param mayAsk whether a question is allowed at all
     */
    static Terms ask(Terms said, String confirmation, SortedSet<Facet> loss, boolean mayAsk) {
        boolean asked = said.confirmation().isPresent() && (said.acceptedLoss().isPresent() || loss.isEmpty());
        if (asked || !mayAsk || !isTerminal(Optional.ofNullable(System.console()))) {
            return said;
        }
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            return ask(LineReaderBuilder.builder().terminal(terminal).build(), said, confirmation, loss);
        } catch (IOException e) {
            // Without a terminal nothing can be asked; what was not said stays unsaid, and is refused as such.
            return said;
        }
    }

    private static boolean isTerminal(Optional<Console> console) {
        return console.filter(Console::isTerminal).isPresent();
    }

    private static Terms ask(LineReader console, Terms said, String confirmation, SortedSet<Facet> loss) {
        Optional<String> confirm = said.confirmation().isPresent()
                ? said.confirmation()
                : typed(console, "How many accounts of which tenant? Type COUNT@DOMAIN as the plan says ("
                        + confirmation + "): ");
        if (confirm.isEmpty()) {
            return said;
        }
        Optional<List<String>> accepted = said.acceptedLoss();
        if (accepted.isEmpty() && !loss.isEmpty()) {
            accepted = typed(console, "What is lost? Type the facets, separated by commas, as the plan says: ")
                    .map(text -> List.of(text.split(",", -1)));
        }
        return new Terms(said.expectedCount(), confirm, accepted);
    }

    private static Optional<String> typed(LineReader console, String question) {
        try {
            String answer = console.readLine(question);
            return answer.isBlank() ? Optional.empty() : Optional.of(answer.strip());
        } catch (UserInterruptException | EndOfFileException e) {
            return Optional.empty();
        }
    }
}

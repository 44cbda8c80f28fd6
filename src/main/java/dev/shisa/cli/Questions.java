package dev.shisa.cli;

import dev.shisa.account.Facet;
import dev.shisa.operation.Terms;
import java.io.Console;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

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
        @Nullable
        Console console = System.console();
        if (!mayAsk || Objects.isNull(console) || !console.isTerminal()) {
            return said;
        }
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

    private static Optional<String> typed(Console console, String question) {
        String answer = console.readLine("%s", question);
        return answer == null || answer.isBlank() ? Optional.empty() : Optional.of(answer.strip());
    }
}

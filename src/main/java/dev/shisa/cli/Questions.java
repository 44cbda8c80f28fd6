package dev.shisa.cli;

import dev.shisa.account.Facet;
import dev.shisa.operation.Terms;
import dev.shisa.text.Text;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/**
 * Asks at a terminal for what was not said on the command line: the tenant, the count, the loss, one by one. What is typed is checked like an
 * option; Enter is no.
 */
final class Questions {
    private static final Size USUAL = Size.of(80, 24);

    private final LineReader reader;
    private final Locale locale;

    /**
     * Questions.
     *
     * @param reader reads a line from the person
     * @param locale the language of the questions
     */
    Questions(LineReader reader, Locale locale) {
        this.reader = reader;
        this.locale = locale;
    }

    /**
     * The terms, with what a person typed where something was left out.
     *
     * @param said what stands on the command line
     * @param loss what the plan loses
     * @param mayAsk whether a question is allowed at all
     * @param locale the language of the questions
     * @throws InterruptedException when somebody presses Ctrl-C instead of answering
     */
    static Terms ask(Terms said, SortedSet<Facet> loss, boolean mayAsk, Locale locale) throws InterruptedException {
        boolean told = said.confirmation().isPresent() && (said.acceptedLoss().isPresent() || loss.isEmpty());
        if (told || !mayAsk || !SystemTerminal.isThere()) {
            return said;
        }
        try {
            Terminal terminal = SystemTerminal.open();
            if (terminal.getSize().getColumns() < 1) {
                // Of a terminal that does not know its size (a serial line, some containers) JLine shows not even the question.
                terminal.setSize(USUAL);
            }
            LineReader reader = LineReaderBuilder.builder().terminal(terminal)
                    .variable(LineReader.DISABLE_HISTORY, true)
                    // A domain or a facet has no events of a shell's history in it.
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build();
            SystemTerminal.letSleep(reader);
            try (SystemTerminal.Attended _ = new SystemTerminal.Attended(terminal)) {
                return new Questions(reader, locale).ask(said, loss);
            }
        } catch (IOException e) {
            // Without a terminal nothing can be asked; what was not said stays unsaid, and is refused as such.
            return said;
        }
    }

    /** The terms with what the person types; as they were from the first question on that is not answered. */
    Terms ask(Terms said, SortedSet<Facet> loss) throws InterruptedException {
        Optional<String> confirmation = said.confirmation();
        if (confirmation.isEmpty()) {
            Optional<String> domain = typed(Text.of("Which tenant? Type its domain as the plan says: "));
            Optional<String> count = domain.isPresent()
                    ? typed(Text.of("How many accounts? Type the number as the plan says: "))
                    : Optional.empty();
            confirmation = count.map(number -> number + "@" + domain.orElse(""));
        }
        if (confirmation.isEmpty()) {
            return said;
        }
        Optional<List<String>> accepted = said.acceptedLoss();
        if (accepted.isEmpty() && !loss.isEmpty()) {
            accepted = typed(
                    Text.of("What is lost? Type the facets, separated by commas, as the plan says: "))
                    .map(text -> Stream.of(text.replace('、', ',').split(",", -1)).map(name -> facet(name, loss))
                            .toList());
        }
        return new Terms(said.expectedCount(), confirmation, accepted);
    }

    /** A facet by its name in the language of the questions, too: the plan shows both. */
    private String facet(String typed, SortedSet<Facet> loss) {
        return loss.stream().filter(facet -> Text.word(facet.label()).in(locale).equals(typed.strip()))
                .map(Facet::label).findFirst().orElse(typed);
    }

    /**
     * One answer. Full-width letters, digits and signs, as a Japanese keyboard gives them, count as the others. Of what was pasted with line
     * breaks in it nobody knows whether it was read, so it is no answer.
     */
    private Optional<String> typed(Text question) throws InterruptedException {
        try {
            String answer = Normalizer.normalize(reader.readLine(question.in(locale)), Normalizer.Form.NFKC).strip();
            return answer.isEmpty() || answer.lines().count() > 1 ? Optional.empty() : Optional.of(answer);
        } catch (UserInterruptException e) {
            throw new InterruptedException("the question was interrupted");
        } catch (EndOfFileException e) {
            return Optional.empty();
        }
    }
}

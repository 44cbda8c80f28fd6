package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.Facet;
import dev.shisa.operation.Terms;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final Terms NOTHING = new Terms(Optional.empty(), Optional.empty(), Optional.empty());
    private static final SortedSet<Facet> LOSS = new TreeSet<>(List.of(Facet.LICENCES, Facet.MAILBOX));

    private final Display screen = new Display();

    /** A person at a pseudo-terminal, who types as soon as there is a question. */
    private Terms typed(String keys, Terms said, SortedSet<Facet> loss, Locale locale) throws Exception {
        PipedInputStream keyboard = new PipedInputStream(1 << 12);
        try (ExecutorService program = Executors.newVirtualThreadPerTaskExecutor();
                PipedOutputStream fingers = new PipedOutputStream(keyboard);
                Terminal terminal = TerminalBuilder.builder().system(false).type("xterm").streams(keyboard, screen)
                        .encoding(StandardCharsets.UTF_8).size(Size.of(80, 24)).build()) {
            LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
            Future<Terms> terms = program.submit(() -> new Questions(reader, locale).ask(said, loss));
            if (!keys.isEmpty()) {
                screen.await(": ");
                fingers.write(keys.getBytes(StandardCharsets.UTF_8));
                fingers.flush();
            }
            return terms.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void tenantCountAndLossAreTypedOneByOne() throws Exception {
        Terms terms = typed("sgu.example\r7331\rlicences,mailbox\r", NOTHING, LOSS, Locale.ENGLISH);
        assertEquals(Optional.of("7331@sgu.example"), terms.confirmation());
        assertEquals(Optional.of(List.of("licences", "mailbox")), terms.acceptedLoss());
    }

    @Test
    void enterIsNo() throws Exception {
        assertEquals(NOTHING, typed("\r7331\rlicences,mailbox\r", NOTHING, LOSS, Locale.ENGLISH));
        assertEquals(NOTHING, typed("sgu.example\r  \rlicences,mailbox\r", NOTHING, LOSS, Locale.ENGLISH));
        assertEquals(Optional.empty(),
                typed("sgu.example\r7331\r\r", NOTHING, LOSS, Locale.ENGLISH).acceptedLoss());
    }

    @Test
    void whatTheCommandLineSaysIsNotAskedAgain() throws Exception {
        Terms said = new Terms(Optional.empty(), Optional.of("7331@sgu.example"), Optional.empty());
        assertEquals(Optional.of(List.of("mailbox")), typed("mailbox\r", said, LOSS, Locale.ENGLISH).acceptedLoss());
        assertEquals(said, typed("", said, new TreeSet<>(), Locale.ENGLISH));
    }

    @Test
    void fullWidthLettersAndDigitsCountAsTheOthers() throws Exception {
        Terms terms = typed("ｓｇｕ．ｅｘａｍｐｌｅ\r７３３１\rｌｉｃｅｎｃｅｓ、mailbox\r", NOTHING, LOSS, Locale.JAPANESE);
        assertEquals(Optional.of("7331@sgu.example"), terms.confirmation());
        assertEquals(Optional.of(List.of("licences", "mailbox")), terms.acceptedLoss());
        assertTrue(screen.text().contains("どのテナントですか"));
    }

    @Test
    void whatIsPastedWithLineBreaksAnswersNothing() throws Exception {
        String pasted = "\u001b[200~sgu.example\r7331\rlicences,mailbox\r\u001b[201~\r";
        assertEquals(NOTHING, typed(pasted, NOTHING, LOSS, Locale.ENGLISH));
    }

    @Test
    void ctrlCIsNoAnswerButAnInterruption() {
        ExecutionException e = assertThrows(ExecutionException.class,
                () -> typed("sgu.example\r\u0003", NOTHING, LOSS, Locale.ENGLISH));
        assertInstanceOf(InterruptedException.class, e.getCause());
    }

    @Test
    void facetsMayBeTypedAsThePlanNamesThemInTheLanguageOfTheQuestion() throws Exception {
        Terms said = new Terms(Optional.empty(), Optional.of("7331@sgu.example"), Optional.empty());
        assertEquals(Optional.of(List.of("licences", "mailbox")),
                typed("ライセンス、メールボックス\r", said, LOSS, Locale.JAPANESE).acceptedLoss());
        assertEquals(Optional.of(List.of("ライセンス")),
                typed("ライセンス\r", said, LOSS, Locale.ENGLISH).acceptedLoss(), "the English plan has no such name");
    }

    @Test
    void anEndOfTheInputIsNo() throws Exception {
        assertEquals(NOTHING, typed("\u0004", NOTHING, LOSS, Locale.ENGLISH));
    }
}

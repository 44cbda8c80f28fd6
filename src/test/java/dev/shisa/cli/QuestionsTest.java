package dev.shisa.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.Facet;
import dev.shisa.operation.Terms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private static final Terms NOTHING = new Terms(Optional.empty(), Optional.empty(), Optional.empty());
    private static final SortedSet<Facet> LOSS = new TreeSet<>(List.of(Facet.LICENCES, Facet.MAILBOX));

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    /** The keys wait in the terminal; nobody hangs up before the last question unless the keys say so by their end-of-transmission. */
    private Terms typed(String keys, Terms said, SortedSet<Facet> loss, Locale locale) throws IOException {
        PipedInputStream keyboard = new PipedInputStream(1 << 12);
        try (PipedOutputStream fingers = new PipedOutputStream(keyboard);
                Terminal terminal = TerminalBuilder.builder().system(false).type("xterm").streams(keyboard, screen)
                        .encoding(StandardCharsets.UTF_8).build()) {
            fingers.write(keys.getBytes(StandardCharsets.UTF_8));
            fingers.flush();
            return new Questions(LineReaderBuilder.builder().terminal(terminal).build(), locale).ask(said, loss);
        }
    }

    @Test
    void tenantCountAndLossAreTypedOneByOne() throws IOException {
        Terms terms = typed("sgu.example\r7331\rlicences,mailbox\r", NOTHING, LOSS, Locale.ENGLISH);
        assertEquals(Optional.of("7331@sgu.example"), terms.confirmation());
        assertEquals(Optional.of(List.of("licences", "mailbox")), terms.acceptedLoss());
    }

    @Test
    void enterIsNo() throws IOException {
        assertEquals(NOTHING, typed("\r7331\rlicences,mailbox\r", NOTHING, LOSS, Locale.ENGLISH));
        assertEquals(NOTHING, typed("sgu.example\r  \rlicences,mailbox\r", NOTHING, LOSS, Locale.ENGLISH));
        assertEquals(Optional.empty(),
                typed("sgu.example\r7331\r\r", NOTHING, LOSS, Locale.ENGLISH).acceptedLoss());
    }

    @Test
    void whatTheCommandLineSaysIsNotAskedAgain() throws IOException {
        Terms said = new Terms(Optional.empty(), Optional.of("7331@sgu.example"), Optional.empty());
        assertEquals(Optional.of(List.of("mailbox")), typed("mailbox\r", said, LOSS, Locale.ENGLISH).acceptedLoss());
        assertEquals(said, typed("", said, new TreeSet<>(), Locale.ENGLISH));
    }

    @Test
    void fullWidthLettersAndDigitsCountAsTheOthers() throws IOException {
        Terms terms = typed("ｓｇｕ．ｅｘａｍｐｌｅ\r７３３１\rｌｉｃｅｎｃｅｓ、mailbox\r", NOTHING, LOSS, Locale.JAPANESE);
        assertEquals(Optional.of("7331@sgu.example"), terms.confirmation());
        assertEquals(Optional.of(List.of("licences", "mailbox")), terms.acceptedLoss());
        assertTrue(screen.toString(StandardCharsets.UTF_8).contains("どのテナントですか"));
    }

    @Test
    void whatIsPastedWithLineBreaksAnswersNothing() throws IOException {
        String pasted = "\u001b[200~sgu.example\r7331\rlicences,mailbox\r\u001b[201~\r";
        assertEquals(NOTHING, typed(pasted, NOTHING, LOSS, Locale.ENGLISH));
    }

    @Test
    void anEndOfTheInputIsNo() throws IOException {
        assertEquals(NOTHING, typed("\u0004", NOTHING, LOSS, Locale.ENGLISH));
    }
}

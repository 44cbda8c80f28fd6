package dev.shisa.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.Facet;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said aloud has to be what the plan says, in number, name and loss. */
class TermsTest {
    private static final SortedSet<Facet> LOSS = new TreeSet<>(Set.of(Facet.MAILBOX, Facet.LICENCES));

    private static List<Diagnostic> refusals(String count, String confirmation, String loss, SortedSet<Facet> planned) {
        return new Terms(count.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(count)),
                confirmation.isEmpty() ? Optional.empty() : Optional.of(confirmation),
                loss.isEmpty() ? Optional.empty() : Optional.of(List.of(loss.split(",", -1))))
                .refusals(7331, "sgu.example", planned);
    }

    private static List<Integer> codes(String count, String confirmation, String loss) {
        return refusals(count, confirmation, loss, LOSS).stream().map(refusal -> refusal.status().code()).toList();
    }

    @Test
    void everyTermIsHeldToItselfWhateverTheOthersSay() {
        for (String count : List.of("", "7331", "7330", "7332", "0")) {
            for (String confirmation : List.of("", "7331@sgu.example", "7330@sgu.example", "7331@other.example")) {
                for (String loss : List.of("", "licences,mailbox", "mailbox", "licences,mailbox,identity")) {
                    List<Integer> expected = new ArrayList<>();
                    if (!confirmation.equals("7331@sgu.example")) {
                        expected.add(ExitStatus.CONFIRMATION.code());
                    }
                    if (!loss.equals("licences,mailbox")) {
                        expected.add(ExitStatus.CONFIRMATION.code());
                    }
                    assertEquals(expected, codes(count, confirmation, loss), count + " " + confirmation + " " + loss);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"licences,mailbox", "mailbox,licences", "MAILBOX,Licences", " mailbox , licences "})
    void theLossIsASetWhateverItsOrderAndCase(String loss) {
        assertEquals(List.of(), codes("", "7331@SGU.example", loss));
    }

    @ParameterizedTest
    @ValueSource(strings = {"licences", "licences,mailbox,mailbox", "licences,mailbox,", "licences,,mailbox",
            "licences,mailbox,archive", "all", "licences;mailbox", "licences mailbox"})
    void anyOtherLossIsRefused(String loss) {
        assertEquals(List.of(18), codes("", "7331@sgu.example", loss));
    }

    @ParameterizedTest
    @CsvSource({"７３３１@sgu.example, true", "7331＠sgu.example, true", "7331@sgu.ｅxample, true", "7331, false",
            "'7331@sgu.example ', false", "07331@sgu.example, false", "+7331@sgu.example, false", "7331@, false",
            "yes, false", "7331@sgu.example.evil, false"})
    void aConfirmationIsToTheLetterAndALookAlikeIsCalledOne(String confirmation, boolean lookAlike) {
        List<Diagnostic> refusals = refusals("", confirmation, "licences,mailbox", LOSS);
        assertEquals(1, refusals.size());
        assertEquals(ExitStatus.CONFIRMATION, refusals.getFirst().status());
        assertEquals(lookAlike, refusals.getFirst().summary().toString().contains("look-alike"));
    }

    @Test
    void whereNothingIsLostNothingIsAccepted() {
        SortedSet<Facet> nothing = new TreeSet<>();
        assertEquals(List.of(), refusals("7331", "7331@sgu.example", "", nothing));
        assertEquals(1, refusals("7331", "7331@sgu.example", "mailbox", nothing).size());
        assertTrue(refusals("", "", "mailbox", nothing).getLast().remedy().map(Text::toString).orElse("")
                .contains("Leave"));
    }

    @Test
    void controlCharactersAreNotRepeatedToTheTerminal() {
        String shown = refusals("", "\u001b[2J7331@sgu.example", "\u202emailbox", LOSS).toString();
        assertTrue(shown.chars().noneMatch(point -> point < 32 || point == 0x202e), shown);
    }

    @Test
    void whoSaidNothingIsToldWhatToSay() {
        List<Diagnostic> refusals = Terms.none().refusals(3, "sgu.example", LOSS);
        assertEquals(List.of(Optional.of("Say it: --confirm 3@sgu.example"),
                Optional.of("Say it: --accept-loss licences,mailbox")),
                refusals.stream().map(Diagnostic::remedy).map(remedy -> remedy.map(Text::toString)).toList());
        assertEquals(Optional.empty(), Terms.none().countRefusal(3));
    }
}

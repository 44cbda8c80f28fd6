package dev.shisa.plan;

import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.plan.Selection.Line;
import dev.shisa.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line names exactly one account, or nothing is planned. */
class CandidatesTest {
    private static final String BIN_NAME = id(5).value().replace("-", "") + "gone@sgu.example";
    private static final List<Observation> TENANT = List.of(
            number(1).named("Ann@sgu.example", "ann.b@sgu.example", "SMTP:ann.b@sgu.example", "smtp:old@sgu.example",
                    "SIP:call@sgu.example").seen(),
            number(2).named("bob@sgu.example", "shared@sgu.example", "SMTP:shared@sgu.example").seen(),
            number(3).named("carl@sgu.example", "carl@sgu.example", "smtp:shared@sgu.example").seen(),
            number(4).named("dora@sgu.example").deleted().seen(),
            number(5).named(BIN_NAME).deleted().seen());

    private static List<Line> lines(String... texts) {
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new Line(text, Text.of("line {0}", lines.size() + 1)));
        }
        return lines;
    }

    private static Candidates named(String... texts) {
        return Candidates.of(new Selection(new Selection.Source.Named(lines(texts)), List.of()), TENANT,
                Identity.ACTIVE);
    }

    private static String mistakes(Candidates candidates) {
        assertTrue(candidates.mistakes().stream().allMatch(m -> m.status() == ExitStatus.NOTHING_MATCHED));
        return String.join("\n", candidates.mistakes().stream().map(Diagnostic::summary).map(Text::toString).toList());
    }

    private static Set<AccountId> ids(AccountId... ids) {
        return new TreeSet<>(List.of(ids));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@sgu.example", "ANN@SGU.EXAMPLE", "ann.b@sgu.example", "OLD@sgu.example",
            " ann@sgu.example ", "00000000-0000-4000-8000-000000000001"})
    void everyNameOfAnAccountFindsIt(String text) {
        assertEquals(ids(id(1)), named(text).ids());
        assertEquals("", mistakes(named(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@sgu.example", "@sgu.example", "@x", "*", "null", "ann", "sgu.example",
            "sip:call@sgu.example", "dora@sgu.example", "00000000-0000-4000-8000-000000000004", "-",
            "ann@sgu.example,bob@sgu.example", "x@y'; Get-Mailbox | Remove-Mailbox #"})
    void whatNamesNoAccountIsAMistake(String text) {
        assertEquals("line 1: \"" + text + "\" names no account.", mistakes(named(text)));
        assertEquals(Set.of(), named(text).ids());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "\u3000"})
    void aBlankLineIsAMistake(String text) {
        assertEquals("line 1 is blank.", mistakes(named(text)));
    }

    @Test
    void aNameOfSeveralAccountsIsAMistakeThatNamesThem() {
        assertEquals("line 1: \"shared@sgu.example\" names 2 accounts: [" + id(2) + ", " + id(3)
                + "]. Write the object id.", mistakes(named("shared@sgu.example")));
    }

    @Test
    void theSameAccountByAnotherNameIsADuplicate() {
        assertEquals("line 3: \"OLD@SGU.example\" is the account that line 1 names already.",
                mistakes(named("ann@sgu.example", "bob@sgu.example", "OLD@SGU.example")));
        assertEquals("line 2: \"" + id(1) + "\" is the account that line 1 names already.",
                mistakes(named("ann@sgu.example", id(1).value())));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertEquals("line 1 is blank.\nline 3: \"x\" names no account.\n"
                + "line 4: \"ann@sgu.example\" is the account that line 2 names already.",
                mistakes(named("", "ann@sgu.example", "x", "ann@sgu.example")));
    }

    @Test
    void lookAlikesAndControlCharactersAreShown() {
        assertEquals("line 1: \"ａnn@sgu.example\" names no account."
                + " It holds characters that look like \"ann@sgu.example\" and are not.",
                mistakes(named("ａnn@sgu.example")));
        assertEquals("line 1: \"ann\\u202e@sgu.example\\u0007\" names no account."
                + " It is written with characters that may only look like others: RIGHT-TO-LEFT OVERRIDE (U+202E), BEL (U+0007).",
                mistakes(named("ann\u202e@sgu.example\u0007")));
    }

    @Test
    void exclusionsAreHeldToTheSameAndAreTakenOut() {
        Selection all = new Selection(new Selection.Source.All(), lines("old@sgu.example", "nobody", ""));
        Candidates candidates = Candidates.of(all, TENANT, Identity.ACTIVE);
        assertEquals(ids(id(2), id(3)), candidates.ids());
        assertEquals("line 2: \"nobody\" names no account.\nline 3 is blank.", mistakes(candidates));
    }

    @Test
    void aCommandForTheRecycleBinSeesTheRecycleBinAlone() {
        Selection named = new Selection(new Selection.Source.Named(lines("gone@sgu.example", BIN_NAME)), List.of());
        Candidates candidates = Candidates.of(named, TENANT, Identity.SOFT_DELETED);
        assertEquals(ids(id(5)), candidates.ids());
        assertEquals("line 2: \"" + BIN_NAME + "\" is the account that line 1 names already.", mistakes(candidates));
        assertEquals(ids(id(4), id(5)),
                Candidates.of(new Selection(new Selection.Source.All(), List.of()), TENANT, Identity.SOFT_DELETED)
                        .ids());
    }

    @Test
    void whatTheServicePickedIsTakenOnlyWhereItIsOfThatState() {
        Selection picked = new Selection(new Selection.Source.Picked(Set.of(id(1), id(4), id(9))), List.of());
        assertEquals(ids(id(1)), Candidates.of(picked, TENANT, Identity.ACTIVE).ids());
        Selection none = new Selection(new Selection.Source.Named(List.of()), List.of());
        assertEquals(Set.of(), Candidates.of(none, TENANT, Identity.ACTIVE).ids(), "nothing is never everything");
    }

    @Test
    void aRecycledNameIsAnotherPerson() {
        List<Observation> tenant = List.of(number(1).named("ann@sgu.example").deleted().seen(),
                number(2).named("ann@sgu.example").seen());
        Selection named = new Selection(new Selection.Source.Named(lines("ann@sgu.example")), List.of());
        assertEquals(ids(id(2)), Candidates.of(named, tenant, Identity.ACTIVE).ids());
        assertEquals(ids(id(1)), Candidates.of(named, tenant, Identity.SOFT_DELETED).ids());
    }
}

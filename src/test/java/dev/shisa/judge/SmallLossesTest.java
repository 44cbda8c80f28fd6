package dev.shisa.judge;

import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.number;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AccountId;
import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Contract;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many small losses are life: by what the baseline shows, and by what accounts show that nobody wrote. */
class SmallLossesTest {
    private static final Baseline ONE_OF_FOUR = new Baseline(4, Map.of(Facet.GROUPS, 1));

    private final Map<AccountId, Instant> attempted = new HashMap<>();
    private final Map<AccountId, Observation> before = new HashMap<>();
    private final Map<AccountId, Observation> after = new HashMap<>();

    private static AnAccount withoutGroups(int number) {
        return number(number).with(new Groups(set(), set()));
    }

    private void changed(AnAccount from, AnAccount to) {
        before.put(from.seen().id(), from.seen());
        after.put(to.seen().id(), to.seen());
    }

    /** Accounts from that number on, the first few of which leave their groups. */
    private void accounts(int first, int count, int losses) {
        for (int number = first; number < first + count; number++) {
            changed(number(number), number < first + losses ? withoutGroups(number) : number(number));
        }
    }

    private void write(int first, int count) {
        for (int number = first; number < first + count; number++) {
            attempted.put(id(number), NOON);
        }
    }

    private Judgement judged(Baseline baseline, Attribution by) {
        return Judge.judge(new Scene(new Contract(List.of()), attempted, before, after, NOON,
                EnumSet.allOf(Facet.class), baseline, (_, _) -> by));
    }

    private Verdict verdict(Baseline baseline) {
        return judged(baseline, new Attribution.NotAsked()).verdict();
    }

    /** The baseline allows two on four written accounts; the unwritten ones speak for as many more as their share is. */
    @ParameterizedTest
    @CsvSource({"2, 4, 0, PASSED", "3, 4, 0, FAILED", "3, 4, 1, PASSED", "4, 4, 1, FAILED", "4, 4, 2, PASSED",
            "4, 8, 2, FAILED", "4, 8, 3, PASSED"})
    void onWrittenAccountsASmallLossIsLifeAsFarAsBaselineAndUnwrittenAccountsShowIt(int losses, int unwritten,
            int lossesElsewhere, Verdict verdict) {
        accounts(1, 4, losses);
        write(1, 4);
        accounts(5, unwritten, lossesElsewhere);
        assertEquals(verdict, verdict(ONE_OF_FOUR));
    }

    @Test
    void whatUnwrittenAccountsShowExcusesNoMoreThanThatShare() {
        accounts(1, 2, 2);
        write(1, 2);
        accounts(3, 2, 1);
        assertEquals(Verdict.FAILED, verdict(Baseline.still()), "one of two elsewhere, both of two here");
        accounts(3, 2, 2);
        assertEquals(Verdict.INCONCLUSIVE, verdict(Baseline.still()), "the same here as elsewhere, and all of it new");
    }

    @Test
    void anotherFacetExcusesNothing() {
        accounts(1, 1, 1);
        write(1, 1);
        assertEquals(Verdict.FAILED, verdict(new Baseline(4, Map.of(Facet.PASSWORD, 4))));
    }

    @Test
    void whatSomebodyElseDidSpeaksForNobody() {
        accounts(1, 4, 2);
        Judgement claimed = judged(Baseline.still(), new Attribution.Other("its owner"));
        assertEquals(2, claimed.count(Outcome.BACKGROUND));
        assertEquals(Verdict.PASSED, claimed.verdict());
        assertEquals(Verdict.INCONCLUSIVE, verdict(Baseline.still()));
    }

    @Test
    void theBaselineIsEverySmallLossOfAPairThatNobodyIsNamedFor() {
        accounts(1, 4, 2);
        changed(number(5), number(5).with(new Enabled(false)));
        changed(number(6), number(6).unseen(Facet.ROLES));
        changed(number(7), number(7).absent());
        Baseline baseline = Baseline.of(judged(Baseline.still(), new Attribution.NotAsked()), 7);
        assertEquals(new Baseline(7, Map.of(Facet.GROUPS, 2)), baseline);
        Attribution owner = new Attribution.Other("its owner");
        assertEquals(new Baseline(7, Map.of()), Baseline.of(judged(Baseline.still(), owner), 7));
    }

    @Test
    void aBaselineAllowsTwiceItsShareRoundedUp() {
        Baseline baseline = new Baseline(10, Map.of(Facet.GROUPS, 3));
        assertEquals(6, baseline.allows(Facet.GROUPS, 10));
        assertEquals(60, baseline.allows(Facet.GROUPS, 100));
        assertEquals(1, baseline.allows(Facet.GROUPS, 1));
        assertEquals(0, baseline.allows(Facet.GROUPS, 0));
        assertEquals(0, baseline.allows(Facet.PASSWORD, 100));
        assertEquals(0, Baseline.still().allows(Facet.GROUPS, 100));
    }
}

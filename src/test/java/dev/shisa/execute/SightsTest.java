package dev.shisa.execute;

import static dev.shisa.account.AnAccount.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.Harm;
import dev.shisa.account.Reading;
import dev.shisa.journal.Sight;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worst finding decides what an account is seen as. */
class SightsTest {
    private static Reading seen(boolean enabled) {
        return new Reading.Seen(new Enabled(enabled), "test", NOON);
    }

    private static Finding finding(Outcome outcome, Reading before, Reading after) {
        return new Finding(AnAccount.id(1), Facet.ENABLED, outcome, Harm.NONE, Optional.empty(), before, after,
                Attribution.Lookup.notAsked().of(AnAccount.id(1), Facet.ENABLED));
    }

    private static Finding changed(Outcome outcome) {
        return finding(outcome, seen(true), seen(false));
    }

    @ParameterizedTest
    @CsvSource({"MET, AS_DECLARED", "UNCHANGED MET, AS_DECLARED", "MISSING, AS_BEFORE", "PENDING, AS_BEFORE",
            "MISSING MET, PART", "PENDING MET, PART", "BACKGROUND, BY_OTHERS", "BACKGROUND MISSING, BY_OTHERS",
            "BACKGROUND MET, AS_DECLARED", "BACKGROUND MET PENDING, PART", "UNOBSERVED, NOT_READABLE",
            "MET UNOBSERVED, NOT_READABLE", "MISSING UNOBSERVED, NOT_READABLE",
            "BACKGROUND UNOBSERVED, NOT_READABLE",
            "EXTRA, SOMETHING_ELSE", "EXTRA UNOBSERVED MET, SOMETHING_ELSE", "MISSING EXTRA, SOMETHING_ELSE"})
    void theWorstFindingDecides(String outcomes, Sight sight) {
        List<Finding> findings = Arrays.stream(outcomes.split(" ")).map(Outcome::valueOf).map(SightsTest::changed)
                .toList();
        assertEquals(sight, Sights.of(findings));
        assertEquals(sight, Sights.of(findings.reversed()));
    }

    @Test
    void whatWasAsDeclaredAllAlongIsNoPartOfTheChange() {
        Finding still = finding(Outcome.MET, seen(false), seen(false));
        assertEquals(Sight.AS_BEFORE, Sights.of(List.of(still, changed(Outcome.PENDING))));
        Finding unseen = finding(Outcome.MET, new Reading.Unseen("not asked"), new Reading.Unseen("not asked"));
        assertEquals(Sight.AS_BEFORE, Sights.of(List.of(unseen, changed(Outcome.MISSING))));
        Finding gained = finding(Outcome.MET, new Reading.Unseen("not asked"), seen(true));
        assertEquals(Sight.PART, Sights.of(List.of(gained, changed(Outcome.MISSING))));
    }
}

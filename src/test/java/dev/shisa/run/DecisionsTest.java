package dev.shisa.run;

import static dev.shisa.account.AnAccount.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Groups;
import dev.shisa.account.Harm;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.journal.RecoveryTable;
import dev.shisa.journal.Sight;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An undo that did nothing yet finds an account as harmed as it was: that is no new loss. In a run, and for anything else, it is one. */
class DecisionsTest {
    private static final Groups MEMBER = new Groups(AnAccount.set("group-1"), AnAccount.set());
    private static final Groups NOBODY = new Groups(AnAccount.set(), AnAccount.set());
    /** How the undo found it: disabled, and out of its groups. */
    private static final Optional<Observation> FOUND = Optional
            .of(AnAccount.number(1).with(new Enabled(false)).with(NOBODY).seen());

    private static Finding finding(Facet facet, Outcome outcome, FacetValue before, Reading after) {
        return new Finding(AnAccount.id(1), facet, outcome, Harm.NONE, Optional.empty(),
                new Reading.Seen(before, "test", NOON), after, new Attribution.NotAsked());
    }

    private static Finding finding(Outcome outcome, FacetValue before, FacetValue after) {
        return finding(before.facet(), outcome, before, new Reading.Seen(after, "test", NOON));
    }

    private static Finding disabled(Outcome outcome) {
        return finding(outcome, new Enabled(true), new Enabled(false));
    }

    private static Sight sight(boolean isUndo, Optional<Observation> found, Finding... findings) {
        RecoveryTable.Cell cell = Decisions.decide(TargetState.UNKNOWN, List.of(findings), isUndo, found);
        assertEquals(RecoveryTable.decide(TargetState.UNKNOWN, cell.sight()), cell);
        return cell.sight();
    }

    @Test
    void whatAnUndoHasNotBroughtBackYetIsAsBefore() {
        assertEquals(Sight.AS_BEFORE, sight(true, FOUND, disabled(Outcome.EXTRA)));
        assertEquals(Sight.AS_BEFORE, sight(true, FOUND, disabled(Outcome.EXTRA),
                finding(Outcome.EXTRA, MEMBER, NOBODY)));
    }

    @Test
    void aRunThatFindsALossIsNeverExcusedByWhatItFound() {
        assertEquals(Sight.SOMETHING_ELSE, sight(false, FOUND, disabled(Outcome.EXTRA)));
    }

    @Test
    void oneLossThatIsNewIsEnough() {
        assertEquals(Sight.SOMETHING_ELSE, sight(true, FOUND, disabled(Outcome.EXTRA),
                finding(Outcome.EXTRA, MEMBER, new Groups(AnAccount.set("group-2"), AnAccount.set()))));
        assertEquals(Sight.SOMETHING_ELSE, sight(true, Optional.of(AnAccount.number(1).seen()),
                disabled(Outcome.EXTRA)));
    }

    @Test
    void whatIsNoLossNeedNotBeAsItWasFound() {
        assertEquals(Sight.AS_BEFORE, sight(true, FOUND, disabled(Outcome.EXTRA),
                finding(Outcome.BACKGROUND, NOBODY, MEMBER)));
    }

    @Test
    void whatNobodySawProvesNothing() {
        assertEquals(Sight.SOMETHING_ELSE, sight(true, Optional.empty(), disabled(Outcome.EXTRA)));
        assertEquals(Sight.SOMETHING_ELSE, sight(true,
                Optional.of(AnAccount.number(1).unseen(Facet.ENABLED).seen()), disabled(Outcome.EXTRA)));
        assertEquals(Sight.SOMETHING_ELSE, sight(true, FOUND, finding(Facet.ENABLED, Outcome.EXTRA, new Enabled(true),
                new Reading.Unseen("503"))));
    }

    @Test
    void withoutALossAnUndoIsSeenAsAnythingElseIs() {
        assertEquals(Sight.AS_DECLARED, sight(true, FOUND, disabled(Outcome.MET)));
        assertEquals(Sight.AS_DECLARED, sight(true, FOUND));
        assertEquals(Sight.NOT_READABLE, sight(true, FOUND, disabled(Outcome.UNOBSERVED)));
        assertEquals(Sight.BY_OTHERS, sight(true, FOUND, disabled(Outcome.BACKGROUND)));
    }

    @Test
    void aTallyTellsWhatIsBelievedAndHowItWasFound() {
        Tally tally = Tally.empty();
        tally.written(AnAccount.id(1), TargetState.ACCEPTED, FOUND.orElseThrow(), NOON);
        List<Finding> loss = List.of(disabled(Outcome.EXTRA));
        assertEquals(RecoveryTable.decide(TargetState.ACCEPTED, Sight.AS_BEFORE),
                Decisions.decide(tally, AnAccount.id(1), loss, true));
        assertEquals(RecoveryTable.decide(TargetState.ACCEPTED, Sight.SOMETHING_ELSE),
                Decisions.decide(tally, AnAccount.id(1), loss, false));
        assertEquals(RecoveryTable.decide(TargetState.NOT_STARTED, Sight.SOMETHING_ELSE),
                Decisions.decide(tally, AnAccount.id(2), loss, true), "of this one nothing is known");
    }
}

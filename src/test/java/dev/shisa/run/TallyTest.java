package dev.shisa.run;

import static dev.shisa.account.AnAccount.NOON;
import static dev.shisa.account.AnAccount.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shisa.account.AccountId;
import dev.shisa.account.AnAccount;
import dev.shisa.account.Observation;
import dev.shisa.catalog.WireCall;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunState;
import dev.shisa.journal.TargetState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run believes of its targets decides who is written, who is looked at and who is never touched again. */
class TallyTest {
    private static final AccountId NOT_STARTED = id(1);
    private static final AccountId SKIPPED = id(2);
    private static final AccountId REFUSED = id(3);
    private static final AccountId REFUSED_FOR_NOW = id(4);
    private static final AccountId INTENDED = id(5);
    private static final AccountId ACCEPTED = id(6);
    private static final AccountId UNKNOWN = id(7);
    private static final AccountId VERIFIED = id(8);
    private static final AccountId MISSING = id(9);
    private static final AccountId NOT_APPLIED = id(10);
    private static final AccountId OVERTAKEN = id(11);
    private static final AccountId IN_NO_WAVE = id(99);

    private static Observation before(AccountId target) {
        int number = Integer.parseInt(target.value().substring(24));
        return AnAccount.number(number).at(time(target)).seen();
    }

    private static Instant time(AccountId target) {
        return NOON.plusSeconds(Integer.parseInt(target.value().substring(24)));
    }

    /** A run whose process died when targets were in every state that a journal can tell of. */
    private static RunState journal() {
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry.Opened(NOON, "run-1", RunKind.RUN, "t", "sgu.example", "mailbox remove", List.of(), "plan-1",
                        "d", 11, 20, Optional.empty(), "somebody"),
                new Entry.WaveOpened(NOON, 1, IntStream.rangeClosed(1, 11).mapToObj(AnAccount::id).toList()),
                new Entry.Skipped(NOON, SKIPPED, "drifted")));
        for (AccountId target : List.of(REFUSED, REFUSED_FOR_NOW, INTENDED, ACCEPTED, UNKNOWN, VERIFIED, MISSING,
                NOT_APPLIED, OVERTAKEN)) {
            entries.add(new Entry.Intent(NOON, target, 1, 1, new UUID(0, 1),
                    new WireCall("POST", "/users/" + target + "/assignLicense", Optional.of("{}")), before(target)));
        }
        entries.add(new Entry.Rejected(NOON, REFUSED, 400, "no"));
        entries.add(new Entry.Rejected(NOON, REFUSED_FOR_NOW, 429, "busy"));
        for (AccountId target : List.of(ACCEPTED, VERIFIED, MISSING, OVERTAKEN)) {
            entries.add(new Entry.Accepted(NOON, target, 200));
        }
        entries.add(new Entry.Unknown(NOON, UNKNOWN, "504"));
        entries.add(new Entry.Unknown(NOON, NOT_APPLIED, "504"));
        entries.add(new Entry.Observed(NOON, VERIFIED, TargetState.VERIFIED, List.of()));
        entries.add(new Entry.Observed(NOON, MISSING, TargetState.MISSING, List.of()));
        entries.add(new Entry.Observed(NOON, NOT_APPLIED, TargetState.NOT_APPLIED, List.of()));
        entries.add(new Entry.Observed(NOON, OVERTAKEN, TargetState.OVERTAKEN, List.of()));
        return RunState.fold(entries);
    }

    private static Set<AccountId> thatMayBeSent(Tally tally) {
        return IntStream.rangeClosed(1, 11).mapToObj(AnAccount::id).filter(tally::isToBeWritten)
                .collect(Collectors.toSet());
    }

    @Test
    void aJournalTellsHowEveryTargetStands() {
        Tally tally = Tally.of(journal(), false);
        assertEquals(Map.of(SKIPPED, TargetState.SKIPPED, REFUSED, TargetState.REJECTED, REFUSED_FOR_NOW,
                TargetState.REJECTED, INTENDED, TargetState.UNKNOWN, ACCEPTED, TargetState.ACCEPTED, UNKNOWN,
                TargetState.UNKNOWN, VERIFIED, TargetState.VERIFIED, MISSING, TargetState.MISSING, NOT_APPLIED,
                TargetState.NOT_APPLIED, OVERTAKEN, TargetState.OVERTAKEN), tally.states());
        assertEquals(Map.of(SKIPPED, "drifted"), tally.reasons());
        Set<AccountId> written = Set.of(INTENDED, ACCEPTED, UNKNOWN, VERIFIED, MISSING, OVERTAKEN);
        assertEquals(written.stream().collect(Collectors.toMap(target -> target, TallyTest::time)), tally.written(),
                "each from the look on that its request was decided by");
        assertEquals(written.stream().collect(Collectors.toMap(target -> target, TallyTest::before)), tally.before());
        assertEquals(journal().before(), tally.intended());
        assertEquals(9, tally.intended().size());
        assertEquals(Map.of(), tally.after());
    }

    @Test
    void onlyWhatDidNothingIsSentAgain() {
        assertEquals(Set.of(NOT_STARTED, NOT_APPLIED, REFUSED_FOR_NOW), thatMayBeSent(Tally.of(journal(), false)));
        assertEquals(Set.of(NOT_STARTED, NOT_APPLIED, REFUSED_FOR_NOW, REFUSED),
                thatMayBeSent(Tally.of(journal(), true)));
    }

    @Test
    void whatNobodyKnowsMayYetComeToBeSent() {
        Tally tally = Tally.of(journal(), false);
        assertEquals(Set.of(INTENDED, UNKNOWN), tally.unresolved());
        assertEquals(Set.of(REFUSED, REFUSED_FOR_NOW), tally.refused());
        assertEquals(Set.of(NOT_STARTED, NOT_APPLIED, REFUSED_FOR_NOW, INTENDED, UNKNOWN),
                IntStream.rangeClosed(1, 11).mapToObj(AnAccount::id).filter(tally::mayBeWritten)
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatNobodyHasSeenAsDeclaredIsUnsettled() {
        assertEquals(Set.of(INTENDED, ACCEPTED, UNKNOWN, MISSING), Tally.of(journal(), false).unsettled());
        assertEquals(Set.of(), Tally.empty().unsettled());
    }

    @ParameterizedTest
    @EnumSource(TargetState.class)
    void everyStateSaysWhetherItIsSettledAndWhetherItStands(TargetState state) {
        Tally tally = Tally.empty();
        tally.written(VERIFIED, state, before(VERIFIED), NOON);
        boolean unsettled = EnumSet.of(TargetState.INTENDED, TargetState.ACCEPTED, TargetState.UNKNOWN,
                TargetState.MISSING, TargetState.PARTIAL).contains(state);
        assertEquals(unsettled ? Set.of(VERIFIED) : Set.of(), tally.unsettled());
        boolean untouched = EnumSet.of(TargetState.NOT_STARTED, TargetState.REJECTED, TargetState.SKIPPED,
                TargetState.OVERTAKEN).contains(state);
        assertEquals(untouched ? Map.of() : Map.of(VERIFIED, NOON), tally.standing());
        assertEquals(Map.of(VERIFIED, NOON), tally.written(), "what was written stays told");
        boolean unsent = EnumSet.of(TargetState.NOT_STARTED, TargetState.NOT_APPLIED).contains(state);
        assertEquals(unsent, tally.isToBeWritten(VERIFIED));
    }

    @Test
    void whatStandsIsWhatARunWroteAndNobodyElseTookOver() {
        assertEquals(new TreeSet<>(Set.of(INTENDED, ACCEPTED, UNKNOWN, VERIFIED, MISSING)),
                new TreeSet<>(Tally.of(journal(), false).standing().keySet()));
    }

    @Test
    void whatWasSeenNotToBeAppliedIsAsIfItHadNotBeenWritten() {
        Tally tally = Tally.of(journal(), false);
        tally.notApplied(UNKNOWN);
        assertEquals(TargetState.NOT_APPLIED, tally.states().get(UNKNOWN));
        assertEquals(Set.of(INTENDED), tally.unresolved());
        assertEquals(Set.of(INTENDED, ACCEPTED, VERIFIED, MISSING, OVERTAKEN), tally.written().keySet());
        assertEquals(tally.written().keySet(), tally.before().keySet());
        assertEquals(before(UNKNOWN), tally.intended().get(UNKNOWN), "that a request left is not forgotten");
    }

    @Test
    void whatDidSomethingThoughItWasRefusedIsJudged() {
        Tally tally = Tally.of(journal(), false);
        tally.doubted(REFUSED);
        assertEquals(TargetState.REJECTED, tally.states().get(REFUSED));
        assertEquals(time(REFUSED), tally.written().get(REFUSED));
        assertEquals(before(REFUSED), tally.before().get(REFUSED));
        tally.notWritten(REFUSED);
        assertEquals(Tally.of(journal(), false).written(), tally.written());
        assertEquals(Tally.of(journal(), false).before(), tally.before());
    }

    @Test
    void aWriteThatNobodyIntendedIsAnErrorOfTheProgram() {
        Tally tally = Tally.empty();
        IllegalStateException fault = assertThrows(IllegalStateException.class, () -> tally.doubted(IN_NO_WAVE));
        assertEquals("a write without an intent: " + IN_NO_WAVE, fault.getMessage());
    }

    @Test
    void howItLookedBeforeItsFirstRequestIsKeptThroughASecond() {
        Tally tally = Tally.of(journal(), false);
        Observation later = AnAccount.number(10).at(NOON.plusSeconds(500)).seen();
        tally.written(NOT_APPLIED, TargetState.ACCEPTED, later, NOON.plusSeconds(500));
        assertEquals(before(NOT_APPLIED), tally.intended().get(NOT_APPLIED));
        assertEquals(later, tally.before().get(NOT_APPLIED));
        assertEquals(NOON.plusSeconds(500), tally.written().get(NOT_APPLIED));
        tally.observed(NOT_APPLIED, TargetState.VERIFIED, Optional.of(later));
        assertEquals(Map.of(NOT_APPLIED, later), tally.after());
        assertEquals(TargetState.VERIFIED, tally.states().get(NOT_APPLIED));
        tally.observed(NOT_APPLIED, TargetState.UNKNOWN, Optional.empty());
        assertEquals(Map.of(NOT_APPLIED, later), tally.after(), "how it was seen last");
        assertEquals(TargetState.UNKNOWN, tally.states().get(NOT_APPLIED));
    }

    @Test
    void targetsAreCountedByTheirState() {
        Tally tally = Tally.of(journal(), false);
        assertEquals(Map.of(TargetState.SKIPPED, 1, TargetState.REJECTED, 2, TargetState.UNKNOWN, 2,
                TargetState.ACCEPTED, 1, TargetState.VERIFIED, 1, TargetState.MISSING, 1, TargetState.NOT_APPLIED, 1,
                TargetState.OVERTAKEN, 1), tally.counts());
        assertEquals(2, tally.count(TargetState.REJECTED));
        assertEquals(0, tally.count(TargetState.VIOLATED));
    }
}

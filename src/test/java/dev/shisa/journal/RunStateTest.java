package dev.shisa.journal;

import java.util.EnumSet;
import java.util.Set;
import static dev.shisa.account.AnAccount.id;
import static dev.shisa.account.AnAccount.number;
import static dev.shisa.account.AnAccount.set;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.AnAccount;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.Observation;
import dev.shisa.catalog.WireCall;
import dev.shisa.judge.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The fold over a journal's records: each pair of state and record is listed, and what is not listed is an error. */
class RunStateTest {
    private static final AccountId ID = id(1);
    private static final Entry.Opened OPENED = new Entry.Opened(AnAccount.NOON, "run-1", RunKind.RUN, "t",
            "sgu.example", "mailbox remove", List.of("--keep-identity"), "plan-1", "digest", 1, 1,
            Optional.empty(), "anne, process 1");
    private static final Entry WAVE = new Entry.WaveOpened(AnAccount.NOON, 1, List.of(ID));

    /** What each record makes of each state. Every pair that is not here is an error. */
    private static final String TABLE = """
            not-started: intent=intended intent(2)=intended skipped=skipped recovered=not-started
            intended: rejected=rejected accepted=accepted unknown=unknown recovered=unknown
            rejected: intent=intended intent(2)=intended skipped=rejected recovered=rejected \
            observed(unknown)=unknown observed(verified)=verified observed(partial)=partial observed(violated)=violated
            accepted: intent(2)=intended unknown=unknown skipped=accepted recovered=accepted \
            observed(unknown)=unknown observed(verified)=verified observed(missing)=missing observed(partial)=partial \
            observed(overtaken)=overtaken observed(violated)=violated
            unknown: unknown=unknown skipped=unknown recovered=unknown observed(unknown)=unknown \
            observed(verified)=verified observed(partial)=partial \
            observed(overtaken)=overtaken observed(not-applied)=not-applied observed(violated)=violated
            verified: skipped=verified recovered=verified observed(verified)=verified observed(missing)=missing \
            observed(partial)=partial observed(overtaken)=overtaken observed(violated)=violated observed(unknown)=unknown
            missing: skipped=missing recovered=missing observed(verified)=verified observed(missing)=missing \
            observed(partial)=partial observed(overtaken)=overtaken observed(violated)=violated observed(unknown)=unknown
            partial: skipped=partial recovered=partial observed(verified)=verified observed(missing)=missing \
            observed(partial)=partial observed(overtaken)=overtaken observed(violated)=violated observed(unknown)=unknown
            not-applied: intent=intended intent(2)=intended skipped=not-applied recovered=not-applied
            violated: skipped=violated recovered=violated observed(verified)=verified observed(missing)=missing \
            observed(partial)=partial observed(overtaken)=overtaken observed(violated)=violated observed(unknown)=unknown
            overtaken: skipped=overtaken recovered=overtaken observed(verified)=verified observed(missing)=missing \
            observed(partial)=partial observed(overtaken)=overtaken observed(violated)=violated observed(unknown)=unknown
            skipped: recovered=skipped
            """;

    private static Entry intent(Observation before) {
        return new Entry.Intent(AnAccount.NOON, ID, 1, 1, new UUID(0, 1),
                new WireCall("DELETE", "/users/" + ID, Optional.empty()), before);
    }

    private static Entry observed(TargetState state) {
        return new Entry.Observed(AnAccount.NOON, ID, state, List.of("found " + state.label()));
    }

    private static Map<String, Entry> records() {
        Map<String, Entry> records = new LinkedHashMap<>();
        records.put("intent", intent(number(1).seen()));
        records.put("intent(2)", new Entry.Intent(AnAccount.NOON, ID, 2, 1, new UUID(0, 2),
                new WireCall("DELETE", "/users/" + ID, Optional.empty()), number(1).seen()));
        records.put("recovered", new Entry.Recovered(AnAccount.NOON, "anne, process 2", false, Optional.empty()));
        records.put("rejected", new Entry.Rejected(AnAccount.NOON, ID, 400, "no"));
        records.put("accepted", new Entry.Accepted(AnAccount.NOON, ID, 200));
        records.put("unknown", new Entry.Unknown(AnAccount.NOON, ID, "504"));
        records.put("skipped", new Entry.Skipped(AnAccount.NOON, ID, "drifted"));
        for (TargetState state : TargetState.values()) {
            records.put("observed(" + state.label() + ")", observed(state));
        }
        return records;
    }

    private static Entry record(String name) {
        return Optional.ofNullable(records().get(name)).orElseThrow();
    }

    private static RunState folded(String... names) {
        List<Entry> entries = new ArrayList<>(List.of(OPENED, WAVE));
        Arrays.stream(names).map(RunStateTest::record).forEach(entries::add);
        return RunState.fold(entries);
    }

    private static TargetState state(String... names) {
        return Optional.ofNullable(folded(names).targets().get(ID)).orElseThrow();
    }

    /** A shortest journal that ends in each state. */
    private static Map<TargetState, List<String>> ways() {
        Map<TargetState, List<String>> ways = new EnumMap<>(TargetState.class);
        ways.put(TargetState.NOT_STARTED, List.of());
        ways.put(TargetState.INTENDED, List.of("intent"));
        ways.put(TargetState.REJECTED, List.of("intent", "rejected"));
        ways.put(TargetState.ACCEPTED, List.of("intent", "accepted"));
        ways.put(TargetState.UNKNOWN, List.of("intent", "unknown"));
        ways.put(TargetState.VERIFIED, List.of("intent", "accepted", "observed(verified)"));
        ways.put(TargetState.MISSING, List.of("intent", "accepted", "observed(missing)"));
        ways.put(TargetState.PARTIAL, List.of("intent", "accepted", "observed(partial)"));
        ways.put(TargetState.NOT_APPLIED, List.of("intent", "unknown", "observed(not-applied)"));
        ways.put(TargetState.VIOLATED, List.of("intent", "accepted", "observed(violated)"));
        ways.put(TargetState.OVERTAKEN, List.of("intent", "accepted", "observed(overtaken)"));
        ways.put(TargetState.SKIPPED, List.of("skipped"));
        return ways;
    }

    @Test
    void everyPairOfStateAndRecordIsAsListed() {
        Map<String, String> found = new LinkedHashMap<>();
        ways().forEach((from, way) -> {
            Map<String, String> allowed = new LinkedHashMap<>();
            records().keySet().forEach(record -> {
                List<String> names = new ArrayList<>(way);
                names.add(record);
                try {
                    allowed.put(record, state(names.toArray(String[]::new)).label());
                } catch (IllegalStateException e) {
                    assertTrue(String.valueOf(e.getMessage()).length() > 10, "says what does not fit");
                }
            });
            found.put(from.label(), new TreeMap<>(allowed).toString());
        });
        Map<String, String> listed = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            String[] parts = line.split(":", 2);
            listed.put(parts[0], Arrays.stream(parts[1].strip().split(" +")).filter(cell -> !cell.isEmpty())
                    .map(cell -> cell.split("=", 2))
                    .collect(Collectors.toMap(cell -> cell[0], cell -> cell[1], (a, _) -> a, TreeMap::new))
                    .toString());
        });
        assertEquals(listed.toString().replace("}, ", "},\n"), found.toString().replace("}, ", "},\n"));
    }

    @Test
    void everyStateCanBeReached() {
        ways().forEach((state, way) -> assertEquals(state, state(way.toArray(String[]::new)),
                state.label().toUpperCase(Locale.ROOT)));
        assertEquals(TargetState.values().length, ways().size());
    }

    @Test
    void aRequestThatIsRefusedDoesNotHideAnEarlierOneThatWasAccepted() {
        assertEquals(TargetState.ACCEPTED, state("intent", "accepted", "intent(2)", "rejected"));
        assertEquals(TargetState.UNKNOWN, state("intent", "accepted", "intent(2)", "rejected", "unknown"));
        assertEquals(TargetState.REJECTED, state("intent", "rejected", "intent", "rejected"));
        assertTrue(state("intent", "accepted", "intent(2)", "rejected").mayHaveChanged());
    }

    @Test
    void theFirstLookCountsAsBefore() {
        Observation later = number(1).with(new Enabled(false)).seen();
        RunState state = RunState.fold(List.of(OPENED, WAVE, intent(number(1).seen()), record("rejected"),
                intent(later), record("accepted"), record("observed(violated)")));
        assertEquals(Map.of(ID, number(1).seen()), state.before());
        assertEquals(List.of("found violated"), state.found(ID));
        assertEquals(List.of(), state.found(id(2)));
        assertEquals(1, state.in(TargetState.VIOLATED).size());
        assertEquals(OPENED, state.opened());
    }

    @Test
    void reasonsForStoppingAreASet() {
        RunState state = RunState.fold(List.of(OPENED, new Entry.Paused(AnAccount.NOON, set("b")),
                new Entry.Halted(AnAccount.NOON, "a"), new Entry.Paused(AnAccount.NOON, set("c", "b")),
                new Entry.Gate(AnAccount.NOON, 1, Verdict.FAILED, Map.of())));
        assertEquals(set("a", "b", "c"), state.reasons());
        assertEquals(Optional.empty(), state.closed());
    }

    @Test
    void aJournalBeginsOnceAndEndsOnce() {
        Entry.Closed closed = closed(RunStatus.COMPLETED);
        assertEquals(Optional.of(closed), RunState.fold(List.of(OPENED, closed)).closed());
        for (List<Entry> wrong : List.<List<Entry>>of(List.of(), List.of(WAVE), List.of(closed),
                List.of(OPENED, OPENED), List.of(OPENED, new Entry.Verified(AnAccount.NOON)),
                List.of(OPENED, closed, closed), List.of(OPENED, closed, record("skipped")),
                List.of(OPENED, closed, record("recovered")),
                List.of(OPENED, closed(RunStatus.PARTIAL), record("recovered")),
                List.of(OPENED, closed(RunStatus.VIOLATED), new Entry.Verified(AnAccount.NOON)),
                List.of(OPENED, closed(RunStatus.VIOLATED),
                        new Entry.Recovered(AnAccount.NOON, "x", true, Optional.empty())))) {
            assertThrows(IllegalStateException.class, () -> RunState.fold(wrong), wrong.toString());
        }
    }

    private static Entry.Closed closed(RunStatus status) {
        return new Entry.Closed(AnAccount.NOON, status, Optional.empty());
    }

    @Test
    void afterItsEndARunMayOnlyBeEndedOtherwise() {
        Map<RunStatus, Set<RunStatus>> ends = new EnumMap<>(RunStatus.class);
        for (RunStatus first : RunStatus.values()) {
            for (RunStatus second : RunStatus.values()) {
                try {
                    RunState.fold(List.of(OPENED, closed(first), closed(second)));
                    ends.computeIfAbsent(first, _ -> EnumSet.noneOf(RunStatus.class)).add(second);
                } catch (IllegalStateException e) {
                    assertTrue(String.valueOf(e.getMessage()).contains("after the end"));
                }
            }
        }
        Set<RunStatus> foundOut = EnumSet.of(RunStatus.VIOLATED, RunStatus.UNDONE, RunStatus.CLOSED);
        Set<RunStatus> resolved = EnumSet.of(RunStatus.UNDONE, RunStatus.CLOSED);
        assertEquals(Map.of(RunStatus.COMPLETED, foundOut, RunStatus.PARTIAL, foundOut, RunStatus.VIOLATED, resolved,
                RunStatus.STUCK, resolved, RunStatus.CLOSED, EnumSet.of(RunStatus.UNDONE), RunStatus.UNDONE,
                EnumSet.of(RunStatus.UNDONE)), ends);
    }

    private static RunState stateOf(Entry... later) {
        List<Entry> entries = new ArrayList<>(List.of(OPENED, WAVE));
        entries.addAll(List.of(later));
        return RunState.fold(entries);
    }

    @Test
    void howARunStandsIsAFold() {
        Entry paused = new Entry.Paused(AnAccount.NOON, set("a gate"));
        Entry halted = new Entry.Halted(AnAccount.NOON, "lunch");
        Entry recovered = record("recovered");
        assertEquals(RunStatus.RUNNING, stateOf().status(true));
        assertEquals(RunStatus.INTERRUPTED, stateOf().status(false));
        assertEquals(RunStatus.INTERRUPTED, stateOf(record("intent")).status(false));
        assertEquals(RunStatus.PAUSED, stateOf(paused).status(false));
        assertEquals(RunStatus.UNKNOWN,
                stateOf(record("intent"), record("accepted"), paused).status(false), "nothing is left to send");
        assertEquals(RunStatus.HALTED, stateOf(paused, halted).status(false));
        assertEquals(RunStatus.HALTED, stateOf(halted, paused).status(false));
        assertEquals(RunStatus.INTERRUPTED, stateOf(halted, recovered).status(false));
        assertEquals(set(), stateOf(halted, paused, recovered).reasons(), "it goes on, so the reasons are over");
        assertEquals(RunStatus.UNDONE,
                stateOf(closed(RunStatus.VIOLATED), closed(RunStatus.UNDONE)).status(false));
        RunState retried = stateOf(closed(RunStatus.PARTIAL),
                new Entry.Recovered(AnAccount.NOON, "x", true, Optional.empty()));
        assertEquals(RunStatus.INTERRUPTED, retried.status(false));
        assertTrue(stateOf(closed(RunStatus.COMPLETED), new Entry.Verified(AnAccount.NOON)).isVerified());
    }

    @Test
    void whatIsNotSettledIsPending() {
        assertEquals(1, stateOf().pending());
        assertEquals(1, stateOf(record("intent"), record("accepted")).pending());
        assertEquals(0, stateOf(record("intent"), record("accepted"), record("observed(verified)")).pending());
        assertEquals(0, stateOf(record("skipped")).pending());
        assertEquals(1, stateOf(record("intent"), record("unknown"), closed(RunStatus.VIOLATED)).pending());
        assertEquals(0, stateOf(record("intent"), record("unknown"), closed(RunStatus.CLOSED)).pending());
    }

    @Test
    void aRequestOutsideTheWavesIsNoRecordOfARun() {
        assertThrows(IllegalStateException.class, () -> RunState.fold(List.of(OPENED, record("intent"))));
    }

    @Test
    void aStepThatWasAcceptedIsNotSentAgain() {
        assertThrows(IllegalStateException.class, () -> state("intent", "accepted", "intent"));
        assertThrows(IllegalStateException.class, () -> state("intent(2)", "accepted", "intent"));
        assertEquals(TargetState.INTENDED, state("intent", "accepted", "intent(2)"));
    }

    @Test
    void whatTheServiceRefusedForNowIsToldApart() {
        Entry busy = new Entry.Rejected(AnAccount.NOON, ID, 429, "busy");
        assertEquals(Set.of(ID), stateOf(record("intent"), busy).refusedForNow());
        assertEquals(Set.of(), stateOf(record("intent"), busy, record("intent")).refusedForNow());
        assertEquals(Set.of(), stateOf(record("intent"), record("rejected")).refusedForNow());
    }

    @Test
    void aRehearsalGoesThereAndBack() {
        Entry.Opened rehearsal = new Entry.Opened(AnAccount.NOON, "run-1", RunKind.REHEARSAL, "t", "sgu.example",
                "mailbox remove", List.of(), "plan-1", "digest", 1, 1, Optional.empty(), "anne, process 1");
        for (List<String> way : List.of(List.of("intent", "accepted", "observed(verified)", "intent", "accepted"),
                List.of("intent", "accepted", "observed(violated)", "intent"),
                List.of("intent", "accepted", "intent"),
                List.of("intent", "unknown", "observed(partial)", "intent"))) {
            List<Entry> entries = new ArrayList<>(List.of(rehearsal, WAVE));
            way.stream().map(RunStateTest::record).forEach(entries::add);
            assertTrue(RunState.fold(entries).before().containsKey(ID), way.toString());
        }
        assertThrows(IllegalStateException.class, () -> RunState.fold(
                List.of(rehearsal, WAVE, record("intent"), record("unknown"), record("intent"))));
    }
}

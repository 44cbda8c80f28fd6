package dev.shisa.journal;

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
            "sgu.example", "mailbox remove", List.of("--keep-identity"), "plan-1", "digest", 1, 1);
    private static final Entry WAVE = new Entry.WaveOpened(AnAccount.NOON, 1, List.of(ID));

    /** What each record makes of each state. Every pair that is not here is an error. */
    private static final String TABLE = """
            not-started: intent=intended skipped=skipped
            intended: rejected=rejected accepted=accepted unknown=unknown observed(unknown)=unknown
            rejected: intent=intended skipped=rejected
            accepted: intent=intended unknown=unknown skipped=accepted \
            observed(unknown)=unknown observed(verified)=verified observed(missing)=missing \
            observed(overtaken)=overtaken observed(violated)=violated
            unknown: unknown=unknown skipped=unknown observed(unknown)=unknown observed(verified)=verified \
            observed(missing)=missing \
            observed(overtaken)=overtaken observed(not-applied)=not-applied observed(violated)=violated
            verified: intent=intended skipped=verified observed(verified)=verified observed(missing)=missing \
            observed(overtaken)=overtaken \
            observed(violated)=violated
            missing: intent=intended skipped=missing observed(verified)=verified observed(missing)=missing \
            observed(overtaken)=overtaken \
            observed(violated)=violated
            not-applied: intent=intended skipped=not-applied observed(verified)=verified observed(missing)=missing \
            observed(overtaken)=overtaken \
            observed(violated)=violated
            violated: intent=intended skipped=violated observed(verified)=verified observed(missing)=missing \
            observed(overtaken)=overtaken \
            observed(violated)=violated
            overtaken: skipped=overtaken
            skipped:
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
        assertEquals(TargetState.ACCEPTED, state("intent", "accepted", "intent", "rejected"));
        assertEquals(TargetState.UNKNOWN, state("intent", "accepted", "intent", "rejected", "unknown"));
        assertEquals(TargetState.REJECTED, state("intent", "rejected", "intent", "rejected"));
        assertTrue(state("intent", "accepted", "intent", "rejected").mayHaveChanged());
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
        Entry.Closed closed = new Entry.Closed(AnAccount.NOON, RunStatus.COMPLETED, Optional.empty());
        assertEquals(Optional.of(closed), RunState.fold(List.of(OPENED, closed)).closed());
        for (List<Entry> wrong : List.<List<Entry>>of(List.of(), List.of(WAVE), List.of(closed),
                List.of(OPENED, OPENED),
                List.of(OPENED, closed, closed), List.of(OPENED, closed, record("skipped")))) {
            assertThrows(IllegalStateException.class, () -> RunState.fold(wrong), wrong.toString());
        }
    }
}

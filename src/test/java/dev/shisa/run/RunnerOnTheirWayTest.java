package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Effect;
import dev.shisa.execute.Bench;
import dev.shisa.journal.Entry;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.tenant.FakeFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox that follows later is neither taken for done nor for lost: it takes room from the waves, and is waited for at gates. */
class RunnerOnTheirWayTest {
    private static final Duration LATE = Duration.ofSeconds(3);
    private static final Duration NEVER = Duration.ofDays(1);

    private static List<Duration> seconds(int count) {
        return Collections.nCopies(count, Duration.ofSeconds(1));
    }

    @Test
    void whatIsOnItsWayTakesRoomFromTheNextWaveUntilThereIsNone(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            ToldProgress progress = new ToldProgress();
            ARun run = ARun.of(bench, bench.tenant.addUsers("u", 3)).exposure(2).telling(progress)
                    .reading(AlteredReader.mailboxesLate(bench, LATE));
            RunEnding ending = run.run();
            assertEquals(Set.of(), ending.stops());
            assertEquals(3, ending.count(TargetState.VERIFIED));
            assertEquals(2, ending.exposureMax());
            assertEquals(List.of("opened",
                    "wave 1 of 1", "intent 1", "accepted 1", "gate 1 passed",
                    "wave 2 of 1", "intent 2", "accepted 2", "gate 2 passed",
                    "gate 2 passed", "gate 2 passed", "gate 2 passed",
                    "verified 1", "verified 2", "gate 2 passed",
                    "wave 3 of 1", "intent 3", "accepted 3", "gate 3 passed",
                    "gate 0 passed", "gate 0 passed", "gate 0 passed", "verified 3", "gate 0 passed"), run.told());
            assertEquals(seconds(6), bench.waits, "the first look of each wait comes at once");
            assertEquals(List.of(
                    "run-1: wave 1 of 2, 1 targets, 0 of 2 on their way",
                    "gate 1 passed: 0 of 3 done, 1 on their way, at most 1",
                    "run-1: wave 2 of 2, 1 targets, 1 of 2 on their way",
                    "gate 2 passed: 0 of 3 done, 2 on their way, at most 2",
                    "gate 2 passed: 0 of 3 done, 2 on their way, at most 2",
                    "gate 2 passed: 0 of 3 done, 2 on their way, at most 2",
                    "gate 2 passed: 0 of 3 done, 2 on their way, at most 2",
                    "gate 2 passed: 2 of 3 done, 0 on their way, at most 2",
                    "run-1: wave 3 of 3, 1 targets, 0 of 2 on their way",
                    "gate 3 passed: 2 of 3 done, 1 on their way, at most 2",
                    "gate 0 passed: 2 of 3 done, 1 on their way, at most 2",
                    "gate 0 passed: 2 of 3 done, 1 on their way, at most 2",
                    "gate 0 passed: 2 of 3 done, 1 on their way, at most 2",
                    "gate 0 passed: 3 of 3 done, 0 on their way, at most 2"), progress.lines);
        }
    }

    @Test
    void aMailboxThatNeverGoesIsWaitedForAsOftenAsIsAllowedAndStopsTheRun(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            ARun run = ARun.of(bench, ids).exposure(1).reading(AlteredReader.mailboxesLate(bench, NEVER));
            RunEnding ending = run.run();
            assertEquals(Set.of("still on their way: 1 accounts"), ending.stops());
            assertEquals(1, bench.tenant.writeCalls());
            assertEquals(Map.of(ids.getFirst(), TargetState.ACCEPTED), ending.states());
            assertEquals(seconds(bench.site.waits().looks() - 1), bench.waits);
            assertEquals(1 + bench.site.waits().looks(), ending.judgements().size());
            Observation seen = Optional.ofNullable(ending.after().get(ids.getFirst())).orElseThrow();
            assertEquals("late", ((Reading.Seen) seen.reading(Facet.MAILBOX)).source(), "what the gates saw is kept");
            assertEquals("paused", run.told().getLast());
        }
    }

    @Test
    void beforeARunThatGoesOnWritesAnythingWhatIsOnItsWayArrives(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            ARun run = ARun.of(bench, bench.tenant.addUsers("u", 2)).exposure(2);
            AtomicBoolean down = new AtomicBoolean(true);
            bench.afterwards(() -> {
                if (down.getAndSet(false)) {
                    bench.tenant.misbehave(new FakeFault.Unreachable());
                }
            });
            run.run();
            assertEquals(1, bench.tenant.writeCalls());
            int before = run.told().size();
            bench.tenant.behave();
            RunEnding ending = run.reading(AlteredReader.mailboxesLate(bench, LATE)).goOn();
            assertEquals(Set.of(), ending.stops());
            List<String> told = run.told().subList(before, run.told().size());
            assertEquals(List.of("recovered", "gate 0 passed", "gate 0 passed", "gate 0 passed", "gate 0 passed",
                    "verified 1", "gate 0 passed", "wave 1 of 1", "intent 2", "accepted 2"), told.subList(0, 10));
            assertEquals(2, bench.tenant.writeCalls());
        }
    }

    @Test
    void whoeverLosesSomethingElseIsNotOnItsWay(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            ARun run = ARun.of(bench, ids).exposure(2)
                    .reading(AlteredReader.looking(AlteredReader.mailboxesLate(bench, NEVER), ids.getFirst(),
                            look -> bench.tenant.writeCalls() == 0
                                    ? look
                                    : AlteredReader.with(look, Facet.ENABLED,
                                            new Reading.Seen(new Enabled(false), "test", bench.tenant.now()))));
            RunEnding ending = run.run();
            assertEquals(
                    Set.of("gate of wave 1: 1 extra on 1 accounts", "gate of wave 1: 1 accounts are violated-by-ours",
                            "gate of wave 1 failed"),
                    ending.stops());
            assertEquals(Map.of(ids.getFirst(), TargetState.VIOLATED), ending.states());
            assertEquals(List.of("pending mailbox: present (" + box(bench, ids.getFirst()) + ") -> present ("
                    + box(bench, ids.getFirst()) + ")", "extra enabled: enabled -> disabled"),
                    found(bench).reversed());
            assertEquals(1, bench.tenant.writeCalls());
        }
    }

    @Test
    void whoeverCannotBeReadIsNotOnItsWay(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            ARun run = ARun.of(bench, ids).exposure(2)
                    .reading(AlteredReader.looking(AlteredReader.mailboxesLate(bench, NEVER), ids.getFirst(),
                            look -> bench.tenant.writeCalls() == 0 ? look : AlteredReader.blind(look, Facet.GROUPS)));
            RunEnding ending = run.run();
            assertEquals(Map.of(ids.getFirst(), TargetState.UNKNOWN), ending.states());
            assertEquals(Set.of("gate of wave 1: 1 unobserved on 1 accounts",
                    "gate of wave 1: 1 accounts are not-seen-in-time",
                    "gate of wave 1 inconclusive"), ending.stops());
            assertFalse(ending.violated());
        }
    }

    @Test
    void whereAnotherEffectIsOverdueTheAccountIsPartlyDoneAndNotOnItsWay(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            List<Effect> effects = new ArrayList<>(Bench.keepIdentity().contract().effects());
            effects.add(new Effect(new Change.ToEnabled(false), Duration.ofSeconds(1), Optional.empty()));
            ARun run = ARun.of(bench, ids).exposure(2).declaring(new Contract(effects))
                    .reading(AlteredReader.mailboxesLate(bench, NEVER));
            RunEnding ending = run.run();
            assertEquals(Map.of(ids.getFirst(), TargetState.PARTIAL), ending.states());
            assertEquals(1, ending.judgements().getLast().count(Outcome.PENDING), "the mailbox may still come");
            assertEquals(Verdict.INCONCLUSIVE, ending.judgements().getLast().verdict());
            assertEquals(
                    Set.of("gate of wave 1: 1 missing on 1 accounts", "gate of wave 1: 1 accounts are partial-in-time",
                            "gate of wave 1 inconclusive"),
                    ending.stops());
            assertEquals(1, bench.tenant.writeCalls());
        }
    }

    private static String box(Bench bench, AccountId id) {
        return bench.tenant.truth(id).orElseThrow().mailboxGuid();
    }

    private static List<String> found(Bench bench) throws Exception {
        return bench.entries().stream().filter(Entry.Observed.class::isInstance)
                .map(entry -> ((Entry.Observed) entry).found()).toList().getLast();
    }
}

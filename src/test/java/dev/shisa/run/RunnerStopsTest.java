package dev.shisa.run;

import dev.shisa.text.Text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Effect;
import dev.shisa.execute.Bench;
import dev.shisa.journal.Entry;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Outcome;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.TenantFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reason why a run does not go on is told in the words that people act by, and nothing further is written. */
class RunnerStopsTest {
    private static List<Entry.Observed> observed(Bench bench) throws Exception {
        return bench.entries().stream().filter(Entry.Observed.class::isInstance).map(Entry.Observed.class::cast)
                .toList();
    }

    @Test
    void aLossThatOnlyTheFirstLookSawStopsTheRun(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            RunEnding ending = ARun.of(bench, ids)
                    .reading(AlteredReader.glancing(bench.tenant.reader(), look -> AlteredReader.with(look,
                            Facet.IDENTITY, new Reading.Seen(Identity.SOFT_DELETED, "test", bench.tenant.now()))))
                    .run();
            assertEquals(Set.of("gate of wave 1: a loss was seen on " + ids.getFirst()
                    + " right after its write, and not at the gate"), ending.stops());
            assertEquals(1, bench.tenant.writeCalls());
            assertEquals(Map.of(ids.getFirst(), TargetState.VERIFIED), ending.states());
        }
    }

    @Test
    void aLossThatTheGateSeesTooIsToldOnceAndNamedWithoutWhatWentWithIt(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            bench.tenant.misbehave(new FakeFault.IdentityLost(1));
            RunEnding ending = ARun.of(bench, ids).run();
            assertEquals(
                    Set.of("gate of wave 1: 1 extra on 1 accounts", "gate of wave 1: 1 accounts are violated-by-ours",
                            "gate of wave 1 failed"),
                    ending.stops());
            assertTrue(ending.violated());
            assertTrue(ending.judgements().getLast().count(Outcome.IMPLIED) > 0);
            assertEquals(List.of("extra identity: active -> soft-deleted"), observed(bench).getLast().found());
        }
    }

    @Test
    void whatWasDoneAsDeclaredIsNotNamedAndWhatIsMissingIs(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            List<Effect> effects = new ArrayList<>(Bench.keepIdentity().contract().effects());
            effects.add(new Effect(new Change.ToEnabled(false), Duration.ofSeconds(1), Optional.empty()));
            RunEnding ending = ARun.of(bench, ids).declaring(new Contract(effects)).run();
            assertEquals(Map.of(ids.getFirst(), TargetState.PARTIAL), ending.states());
            assertEquals(2, ending.judgements().getLast().count(Outcome.MET));
            assertEquals(List.of("missing enabled: enabled -> enabled"), observed(bench).getLast().found());
        }
    }

    @Test
    void aGateThatCannotReadTheTenantKeepsItsAccountsOnTheirWayAndSaysSo(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            ToldProgress progress = new ToldProgress();
            bench.afterwards(() -> {
                if (bench.tenant.writeCalls() == 11) {
                    bench.tenant.misbehave(new FakeFault.Unreachable());
                }
            });
            ARun run = ARun.of(bench, ids).exposure(20).telling(progress);
            RunEnding ending = run.run();
            assertEquals(Set.of("gate of wave 2: the tenant could not be read: Nobody answers."), ending.stops());
            assertEquals("gate 2 inconclusive: 1 of 12 done, 10 on their way, at most 10", progress.lines.getLast());
            assertEquals(10, ending.count(TargetState.ACCEPTED));
            assertEquals(1, ending.judgements().size(), "a gate that could not look judged nothing");
            assertEquals("paused", run.told().getLast());
        }
    }

    @Test
    void aTargetThatWasHarmedBeforeItsTurnIsNotWrittenAndTheGateFindsNobodyForIt(@TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            ARun run = ARun.of(bench, ids);
            bench.tenant.alter(ids.getFirst(), account -> account.withEnabled(false));
            RunEnding ending = run.run();
            assertEquals(0, bench.tenant.writeCalls());
            assertEquals(Set.of("gate of wave 1: 1 unexplained on 1 accounts", "gate of wave 1 inconclusive"),
                    ending.stops());
            assertEquals(Map.of(ids.getFirst(), TargetState.SKIPPED), ending.states());
            assertFalse(ending.violated());
            assertEquals(0, ending.exposureMax(), "nothing was written");
        }
    }

    @Test
    void aTargetThatCannotBeReadBeforeItsWriteIsLeftAndTold(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 4);
            AtomicBoolean asked = new AtomicBoolean();
            RunEnding ending = ARun.of(bench, ids)
                    .reading(AlteredReader.asking(bench.tenant.reader(), (method, arguments) -> {
                        if (method.equals("observe") && arguments.equals(List.of(List.of(ids.get(2))))
                                && !asked.getAndSet(true)) {
                            throw new TenantFailure(TenantFailure.Reason.UNREACHABLE, Text.of("Nobody answers."));
                        }
                    })).run();
            assertEquals(Set.of("not begun, because they could not be read: 1 accounts"), ending.stops());
            assertEquals(Map.of(ids.get(2), "could not be read before the write: Nobody answers."), ending.reasons());
            assertEquals(3, ending.count(TargetState.VERIFIED));
            assertEquals(3, bench.tenant.writeCalls());
            assertFalse(ending.states().containsKey(ids.get(2)));
        }
    }

    @Test
    void anAccountThatNobodyLooksAtIsNoSuccess(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            RunEnding ending = ARun.of(bench, ids).reading(AlteredReader.looking(bench.tenant.reader(),
                    looks -> looks.stream().filter(_ -> bench.tenant.writeCalls() == 0).toList())).run();
            assertEquals(Map.of(ids.getFirst(), TargetState.UNKNOWN), ending.states());
            assertEquals(Set.of(ids.getFirst()), bench.folded().in(TargetState.UNKNOWN));
            assertTrue(ending.stops().contains("gate of wave 1: 1 accounts are not-seen-in-time"),
                    () -> "stops: " + ending.stops());
            assertEquals(Map.of(), ending.after());
            assertEquals(1, bench.tenant.writeCalls());
        }
    }

    @Test
    void whatSomebodyElseDeletedAfterTheServiceRefusedItWasNeverWritten(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 1);
            bench.tenant.misbehave(new FakeFault.Refused(1, 400));
            ARun run = ARun.of(bench, ids);
            assertEquals(1, run.run().count(TargetState.REJECTED));
            bench.tenant.alterAs("hr@sgu.example", ids.getFirst(),
                    account -> account.withIdentity(Identity.SOFT_DELETED, Optional.of(bench.tenant.now())));
            RunEnding ending = run.goOn();
            assertEquals(Map.of(ids.getFirst(), TargetState.REJECTED), ending.states());
            assertEquals(Map.of(), ending.written());
            assertEquals(Map.of(), ending.before());
            assertTrue(observed(bench).isEmpty(), "the refusal stands as the last word");
        }
    }

    @Test
    void failuresAreCountedAcrossWavesAndGates(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 6);
            RunEnding ending = ARun.of(bench, ids).exposure(2)
                    .reading(AlteredReader.asking(bench.tenant.reader(), (method, _) -> {
                        if (method.equals("observe")) {
                            throw new TenantFailure(TenantFailure.Reason.UNREACHABLE, Text.of("Nobody answers."));
                        }
                    })).run();
            assertEquals(Set.of(
                    "3 failures in a row, the last: could not be read before the write: Nobody answers.",
                    "not begun, because they could not be read: 3 accounts"), ending.stops());
            assertEquals(0, bench.tenant.writeCalls());
        }
    }

    @Test
    void theAccountsThatAnEarlierProcessMovedAreNoneOfTheNumbersThatMoveNow(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            ARun run = ARun.discarding(bench, ids);
            AtomicBoolean first = new AtomicBoolean(true);
            bench.afterwards(() -> {
                if (first.getAndSet(false)) {
                    bench.tenant.misbehave(new FakeFault.Unreachable());
                }
            });
            run.run();
            bench.tenant.behave();
            bench.tenant.pass(Duration.ofSeconds(9));
            RunEnding ending = run.goOn();
            assertEquals(Set.of(), ending.stops());
            assertEquals(3, ending.count(TargetState.VERIFIED));
            assertEquals(3, bench.tenant.writeCalls());
            for (Observation after : ending.after().values()) {
                assertEquals(Optional.of(Identity.SOFT_DELETED), after.value(Facet.IDENTITY));
            }
            assertEquals(3, ending.after().size());
        }
    }
}

package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.account.AnAccount;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.catalog.Decision;
import dev.shisa.execute.Bench;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Verdict;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.WriteOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waves open one after the other, and only behind a gate that passed. */
class RunnerTest {
    private static final Decision KEEP = Bench.keepIdentity();
    private static RunEnding run(Bench bench, List<AccountId> ids, int exposure, AccountId... sentinels)
            throws Exception {
        RunOrder order = new RunOrder(bench.opened(RunKind.RUN, ids.size(), exposure), bench.targets(ids, KEEP),
                target -> bench.job(target, KEEP), KEEP.contract(),
                Map.of(), bench.watched(), Set.of(sentinels), Baseline.still(), Set.of(), bench.site, Optional::empty);
        return new Runner(order, Tally.empty(), bench.tenant.reader(), bench.writer, bench.journal, bench.keepsakes(),
                bench.timer, bench.halt(), (_, _) -> Prober.Answer.NO_ANSWER, new SilentProgress()).run();
    }

    private static List<Integer> waves(Bench bench) throws Exception {
        return bench.entries().stream().filter(Entry.WaveOpened.class::isInstance)
                .map(entry -> ((Entry.WaveOpened) entry).targets().size()).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void everyTargetIsWrittenOnceAndSeenAsDeclared(int concurrency, @TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder, concurrency)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 25);
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            RunEnding ending = run(bench, ids, 12, sentinel);
            assertEquals(Set.of(), ending.stops());
            assertFalse(ending.violated());
            assertEquals(25, ending.count(TargetState.VERIFIED));
            assertEquals(25, bench.tenant.writeCalls());
            assertEquals(List.of(1, 10, 12, 2), waves(bench));
            assertEquals(12, ending.exposureMax());
            assertEquals(List.of(Verdict.PASSED, Verdict.PASSED, Verdict.PASSED, Verdict.PASSED),
                    ending.judgements().stream().map(judgement -> judgement.verdict()).toList());
            assertEquals(25, bench.folded().in(TargetState.VERIFIED).size());
            assertTrue(bench.hasMailbox(sentinel));
        }
    }

    @Test
    void aChangeThatIsSeenWithinItsBoundIsWaitedFor(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            bench.tenant.pass(Duration.ofMinutes(1));
            bench.tenant.misbehave(new FakeFault.Lag(Duration.ofSeconds(3)));
            RunEnding ending = run(bench, ids, 5);
            assertEquals(Set.of(), ending.stops());
            assertEquals(3, ending.count(TargetState.VERIFIED));
        }
    }

    @Test
    void aChangeThatIsNotSeenWithinItsBoundIsMissingAndThePauseComesAtTheFirstGate(@TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            bench.tenant.misbehave(new FakeFault.NothingDone(1));
            RunEnding ending = run(bench, ids, 5);
            assertEquals(1, bench.tenant.writeCalls());
            assertEquals(1, ending.count(TargetState.MISSING));
            assertFalse(ending.violated());
            assertTrue(ending.stops().contains("gate of wave 1 inconclusive"), () -> "stops: " + ending.stops());
            assertTrue(bench.entries().getLast() instanceof Entry.Paused);
            assertEquals(1, bench.folded().in(TargetState.MISSING).size());
        }
    }

    @Test
    void aLostAnswerIsSettledByLooking(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 5);
            bench.tenant.misbehave(new FakeFault.AnswerLost(3));
            RunEnding ending = run(bench, ids, 10);
            assertEquals(5, bench.tenant.writeCalls());
            assertEquals(5, ending.count(TargetState.VERIFIED));
            assertEquals(Set.of(), ending.stops());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anIdentityThatGoesStopsTheRunWithinWhatIsInFlight(int concurrency, @TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder, concurrency)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 60);
            bench.tenant.misbehave(new FakeFault.IdentityLost(14));
            RunEnding ending = run(bench, ids, 50);
            assertTrue(ending.violated());
            int unseen = concurrency == 1 ? 1 : 2 * concurrency;
            assertTrue(bench.tenant.writeCalls() >= 14 && bench.tenant.writeCalls() < 14 + unseen,
                    "writes " + bench.tenant.writeCalls());
            assertEquals(bench.tenant.writeCalls() - 13, ending.count(TargetState.VIOLATED));
            assertEquals(ending.count(TargetState.VIOLATED), bench.folded().in(TargetState.VIOLATED).size());
            assertEquals(ids.size() - bench.tenant.writeCalls(),
                    ids.stream().filter(id -> !ending.states().containsKey(id)).count());
        }
    }

    @Test
    void aRightThatIsRefusedStopsTheRunAtOnce(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            bench.tenant.misbehave(new FakeFault.Refused(3, 403));
            RunEnding ending = run(bench, ids, 50);
            assertEquals(3, bench.tenant.writeCalls());
            assertEquals(1, ending.count(TargetState.REJECTED));
            assertEquals(2, ending.count(TargetState.VERIFIED));
            assertTrue(ending.stops().toString().contains("refused the right"), () -> "stops: " + ending.stops());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void threeFailuresInARowStopTheRunHoweverSmallItsWavesAre(int exposure, @TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            AtomicInteger tries = new AtomicInteger();
            bench.instead((_, _) -> tries.incrementAndGet() == 1
                    ? Optional.empty()
                    : Optional.of(new WriteOutcome.Rejected(400, "", 0, "no")));
            RunEnding ending = run(bench, ids, exposure);
            assertEquals(4, tries.get());
            assertEquals(3, ending.count(TargetState.REJECTED));
            assertTrue(ending.stops().toString().contains("3 failures in a row"), () -> "stops: " + ending.stops());
        }
    }

    @Test
    void anotherAccountThatIsHitFailsTheGate(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 30);
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            bench.tenant.misbehave(new FakeFault.OtherAccountHit(2, sentinel));
            RunEnding ending = run(bench, ids, 50, sentinel);
            assertEquals(11, bench.tenant.writeCalls());
            assertTrue(ending.violated());
            assertEquals(Set.of(sentinel), ending.judgements().getLast().accounts(Outcome.COLLATERAL));
            assertEquals(11, ending.count(TargetState.VERIFIED));
        }
    }

    @Test
    void anAccountThatVanishesUnexplainedPausesTheRun(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            AccountId stranger = bench.tenant.addUser("stranger");
            bench.afterwards(() -> bench.tenant.alter(stranger,
                    account -> account.withIdentity(Identity.SOFT_DELETED, Optional.of(bench.tenant.now()))));
            RunEnding ending = run(bench, ids, 5);
            assertEquals(1, bench.tenant.writeCalls());
            assertFalse(ending.violated());
            assertTrue(ending.stops().toString().contains("not explained by this run"),
                    () -> "stops: " + ending.stops());
        }
    }

    @Test
    void aTenantThatCannotBeReadAtAGateIsNeverAPass(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            bench.afterwards(() -> bench.tenant.misbehave(new FakeFault.Unreachable()));
            RunEnding ending = run(bench, ids, 5);
            assertEquals(1, bench.tenant.writeCalls());
            assertEquals(1, ending.count(TargetState.ACCEPTED));
            assertTrue(ending.stops().toString().contains("could not be read"), () -> "stops: " + ending.stops());
        }
    }

    @Test
    void aDriftedTargetIsLeftAndTheOthersAreDone(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 5);
            AtomicInteger writes = new AtomicInteger();
            bench.afterwards(() -> {
                if (writes.incrementAndGet() == 1) {
                    bench.tenant.alter(ids.get(3), account -> account.withEnabled(false));
                }
            });
            RunEnding ending = run(bench, ids, 5);
            assertEquals(1, ending.count(TargetState.SKIPPED));
            assertEquals(4, ending.count(TargetState.VERIFIED));
            assertTrue(bench.hasMailbox(ids.get(3)));
            assertEquals("drifted: it is not as it was when the plan was made", ending.reasons().get(ids.get(3)));
        }
    }

    @Test
    void aFaultOfTheProgramEndsTheRunAndIsNotTakenForSuccess(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            AtomicInteger tries = new AtomicInteger();
            bench.instead((_, _) -> {
                if (tries.incrementAndGet() == 3) {
                    throw new IllegalStateException("a bug");
                }
                return Optional.empty();
            });
            assertThrows(IllegalStateException.class, () -> run(bench, ids, 5));
            assertEquals(3, tries.get());
            assertEquals(1, bench.folded().in(TargetState.INTENDED).size());
        }
    }

    @Test
    void aJournalThatFailsOnTheWayStopsEveryWrite(@TempDir Path folder) throws Exception {
        Bench bench = Bench.in(folder);
        List<AccountId> ids = bench.tenant.addUsers("u", 12);
        bench.afterwards(() -> {
            try {
                if (bench.tenant.writeCalls() == 3) {
                    bench.journal.close();
                }
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThrows(java.io.IOException.class, () -> run(bench, ids, 5));
        assertEquals(3, bench.tenant.writeCalls());
    }

    @Test
    void conservationIsKeptByWhatTheRunItselfMoved() {
        Observation active = AnAccount.number(1).seen();
        Observation deleted = AnAccount.number(1).deleted().seen();
        Observation gone = AnAccount.number(1).with(Identity.ABSENT).seen();
        assertEquals(new Conservation(-1, 1), moved(active, deleted));
        assertEquals(new Conservation(1, -1), moved(deleted, active));
        assertEquals(new Conservation(0, -1), moved(deleted, gone));
        assertEquals(new Conservation(0, 0), moved(active, active));
        assertEquals(new Conservation(-3, 3), new Conservation(97, 8).minus(new Conservation(100, 5)));
    }

    private static Conservation moved(Observation before, Observation after) {
        return Conservation.of(List.of(after)).minus(Conservation.of(List.of(before)));
    }
}

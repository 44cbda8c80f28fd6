package dev.shisa.run;

import dev.shisa.text.Text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.tenant.Turn;
import dev.shisa.tenant.Budget;
import dev.shisa.account.AccountId;
import dev.shisa.account.Traits;
import dev.shisa.execute.Bench;
import dev.shisa.execute.Executor;
import dev.shisa.execute.Halt;
import dev.shisa.execute.JobResult;
import dev.shisa.execute.Keepsakes;
import dev.shisa.execute.Timer;
import dev.shisa.plan.Target;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import dev.shisa.tenant.WriteOutcome;
import java.util.concurrent.CountDownLatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wave takes no further target after the first sign that something is wrong, and says which ones nobody took. */
class WaveWorkersTest {
    private static final WriteOutcome NO = new WriteOutcome.Rejected(400, "", 0, "no");

    /** A wave over all targets of a run, one at a time, that keeps who was taken. */
    private static final class Wave {
        final Bench bench;
        final ARun run;
        final List<AccountId> taken = Collections.synchronizedList(new ArrayList<>());
        TenantReader reader;
        Timer timer;
        int failures;

        Wave(Bench bench, List<AccountId> ids) throws Exception {
            this.bench = bench;
            run = ARun.of(bench, ids);
            reader = bench.tenant.reader();
            timer = bench.timer;
        }

        WaveWorkers.Worked work() throws Exception {
            return work(bench.keepsakes());
        }

        WaveWorkers.Worked work(Keepsakes keepsakes) throws Exception {
            Executor executor = new Executor(reader, bench.writer, bench.journal, bench.tenant.reader().roles(),
                    bench.site.waits(), timer, keepsakes, bench.halt());
            return WaveWorkers.work(executor, target -> {
                taken.add(target.id());
                return run.job(target);
            }, run.targets(), bench.site, failures, bench.halt());
        }
    }

    private static List<AccountId> ids(List<Target> targets) {
        return targets.stream().map(Target::id).toList();
    }

    private static List<AccountId> begun(WaveWorkers.Worked worked) {
        return worked.results().stream().map(JobResult::target).toList();
    }

    @Test
    void everyTargetHasOneResultAndSuccessEndsARowOfFailures(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder, 3)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 7);
            Wave wave = new Wave(bench, ids);
            wave.failures = 2;
            WaveWorkers.Worked worked = wave.work();
            assertEquals(ids, begun(worked).stream().sorted().toList());
            assertTrue(worked.results().stream().allMatch(JobResult.Written.class::isInstance));
            assertEquals(List.of(), worked.notBegun());
            assertEquals(Optional.empty(), worked.stop());
            assertEquals(0, worked.failuresInARow());
        }
    }

    @Test
    void refusalsAreCountedOnFromTheWavesBefore(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 4);
            bench.instead((_, _) -> Optional.of(NO));
            Wave wave = new Wave(bench, ids);
            wave.failures = 1;
            WaveWorkers.Worked worked = wave.work();
            assertEquals(ids.subList(0, 2), begun(worked));
            assertEquals(ids.subList(2, 4), ids(worked.notBegun()));
            assertEquals(Optional.of("3 failures in a row, the last: no"), worked.stop());
            assertEquals(3, worked.failuresInARow());
        }
    }

    @Test
    void threeLostAnswersInARowStopTheWave(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 5);
            bench.instead((_, _) -> Optional.of(new WriteOutcome.Unknown("504")));
            WaveWorkers.Worked worked = new Wave(bench, ids).work();
            assertEquals(ids.subList(0, 3), begun(worked));
            assertEquals(Optional.of("3 failures in a row, the last: 504"), worked.stop());
        }
    }

    @Test
    void threeTargetsInARowThatCannotBeReadStopTheWave(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 5);
            Wave wave = new Wave(bench, ids);
            wave.reader = AlteredReader.asking(bench.tenant.reader(), (method, _) -> {
                if (method.equals("observe")) {
                    throw new TenantFailure(TenantFailure.Reason.UNREACHABLE, Text.of("Nobody answers."));
                }
            });
            WaveWorkers.Worked worked = wave.work();
            assertEquals(ids.subList(0, 3), begun(worked));
            assertEquals(ids.subList(3, 5), ids(worked.notBegun()));
            assertEquals(Optional.of("3 failures in a row, the last: could not be read before the write: "
                    + "Nobody answers."), worked.stop());
            assertEquals(0, bench.tenant.writeCalls());
        }
    }

    @Test
    void aServiceThatGoesOnThrottlingStopsTheRunAtOnceAndIsNoFailure(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            bench.instead((_, _) -> Optional.of(new WriteOutcome.Rejected(429, "", 3600, "busy")));
            WaveWorkers.Worked worked = new Wave(bench, ids).work();
            assertEquals(Optional.of("the service takes no more requests for now: busy"), worked.stop());
            assertEquals(0, worked.failuresInARow());
            assertEquals(ids.subList(1, 3), ids(worked.notBegun()));
        }
    }

    @Test
    void whoWasLookedAtAndNotYetWrittenWhenSomethingIsWrongIsGivenBack(@TempDir Path folder) throws Exception {
        for (boolean refused : new boolean[]{true, false}) {
            try (Bench bench = Bench.in(folder.resolve("" + refused), 3)) {
                List<AccountId> ids = bench.tenant.addUsers("u", 6);
                CountDownLatch looked = new CountDownLatch(3);
                AtomicInteger turns = new AtomicInteger();
                bench.turns(stopped -> {
                    boolean first = turns.getAndIncrement() == 0;
                    looked.countDown();
                    looked.await();
                    while (!first && !stopped.getAsBoolean()) {
                        LockSupport.parkNanos(1_000);
                    }
                    return refused && !first
                            ? new Budget.Permission.Refused("stopped")
                            : new Budget.Permission.Granted(Turn.free());
                }).instead((_, _) -> Optional.of(new WriteOutcome.Rejected(403, "", 0, "no")));
                WaveWorkers.Worked worked = new Wave(bench, ids).work();
                assertEquals(1, worked.results().size());
                assertInstanceOf(JobResult.Refused.class, worked.results().getFirst());
                List<AccountId> others = new ArrayList<>(ids);
                others.remove(worked.results().getFirst().target());
                assertEquals(others, ids(worked.notBegun()), "in their order, as if nobody had taken them");
                assertEquals(1, bench.intents().size());
            }
        }
    }

    @Test
    void noMoreThanTwiceWhatIsWrittenAtATimeWaitForTheirLook(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder, 2)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            CountDownLatch looking = new CountDownLatch(4);
            AtomicInteger unseen = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            bench.instead((_, _) -> {
                most.accumulateAndGet(unseen.incrementAndGet(), Math::max);
                return Optional.empty();
            });
            Wave wave = new Wave(bench, ids);
            wave.reader = AlteredReader.asking(bench.tenant.reader(), (method, _) -> {
                if (method.equals("glance")) {
                    looking.countDown();
                    try {
                        looking.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    unseen.decrementAndGet();
                }
            });
            WaveWorkers.Worked worked = wave.work();
            assertEquals(12, worked.results().size());
            assertEquals(4, most.get());
        }
    }

    @Test
    void throttlingThatIsWaitedForIsNoFailure(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 5);
            AtomicInteger tries = new AtomicInteger();
            bench.instead((_, _) -> tries.getAndIncrement() % 2 == 0
                    ? Optional.of(new WriteOutcome.Rejected(429, "", 2.5, "busy"))
                    : Optional.empty());
            WaveWorkers.Worked worked = new Wave(bench, ids).work();
            assertEquals(Optional.empty(), worked.stop());
            assertEquals(ids, begun(worked));
            assertTrue(worked.results().stream().allMatch(JobResult.Written.class::isInstance));
            assertEquals(5, bench.tenant.writeCalls());
        }
    }

    @Test
    void whatIsLeftBecauseSomebodyHaltsIsNoFailure(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AtomicBoolean halted = new AtomicBoolean();
            List<AccountId> ids = bench.tenant.addUsers("u", 5);
            bench.haltedBy(new Halt() {
                @Override
                public Optional<String> reason() {
                    return halted.get() ? Optional.of("wrong list") : Optional.empty();
                }

                @Override
                public boolean isAtOnce() {
                    return false;
                }
            }).instead((_, _) -> Optional.of(new WriteOutcome.Rejected(429, "", 1, "busy")))
                    .whileWaiting(() -> halted.set(true));
            Wave wave = new Wave(bench, ids);
            wave.failures = 2;
            WaveWorkers.Worked worked = wave.work();
            assertEquals(List.of(new JobResult.Left(ids.getFirst(), "wrong list")), worked.results());
            assertEquals(ids.subList(1, 5), ids(worked.notBegun()));
            assertEquals(Optional.empty(), worked.stop());
            assertEquals(2, worked.failuresInARow());
        }
    }

    @Test
    void afterALossNobodyElseIsTakenAndTheGateDecides(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 5);
            bench.tenant.misbehave(new FakeFault.IdentityLost(2));
            WaveWorkers.Worked worked = new Wave(bench, ids).work();
            assertEquals(ids.subList(0, 2), begun(worked));
            assertTrue(worked.results().getLast() instanceof JobResult.Violated);
            assertEquals(ids.subList(2, 5), ids(worked.notBegun()));
            assertEquals(Optional.empty(), worked.stop(), "whose loss it is, is not known yet");
        }
    }

    @Test
    void aTargetThatWasHarmedMeanwhileIsASignAndOneThatDriftedIsNot(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 5);
            Wave wave = new Wave(bench, ids);
            wave.failures = 2;
            bench.tenant.alter(ids.get(0), account -> account.withKind(Traits.Kind.GUEST));
            bench.tenant.alter(ids.get(1), account -> account.withEnabled(false));
            WaveWorkers.Worked worked = wave.work();
            assertEquals(List.of(Optional.empty(), Optional.of(ids.get(1))), worked.results().stream()
                    .map(result -> ((JobResult.Skipped) result).planned().map(planned -> planned.id())).toList());
            assertEquals(ids.subList(2, 5), ids(worked.notBegun()));
            assertEquals(Optional.empty(), worked.stop());
            assertEquals(2, worked.failuresInARow(), "neither a success nor a failure of the service");
            assertEquals(0, bench.tenant.writeCalls());
        }
    }

    @Test
    void aRightThatIsRefusedStopsTheWaveAtOnce(@TempDir Path folder) throws Exception {
        for (int status : List.of(401, 403)) {
            Path own = Files.createDirectories(folder.resolve(String.valueOf(status)));
            try (Bench bench = Bench.in(own)) {
                List<AccountId> ids = bench.tenant.addUsers("u", 3);
                bench.instead((_, _) -> Optional.of(new WriteOutcome.Rejected(status, "", 0, "not you")));
                WaveWorkers.Worked worked = new Wave(bench, ids).work();
                assertEquals(ids.subList(0, 1), begun(worked));
                assertEquals(Optional.of("the service refused the right to write: not you"), worked.stop());
            }
        }
    }

    @Test
    void whenTheJournalFailsNobodyElseIsTaken(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 4);
            IOException full = new IOException("disk full");
            Wave wave = new Wave(bench, ids);
            AtomicInteger taken = new AtomicInteger();
            IOException thrown = assertThrows(IOException.class, () -> wave.work(account -> {
                if (taken.incrementAndGet() == 2) {
                    throw full;
                }
                bench.keepsakes().take(account);
            }));
            assertSame(full, thrown);
            assertEquals(ids.subList(0, 2), wave.taken);
            assertEquals(1, bench.tenant.writeCalls());
        }
    }

    @Test
    void aWorkerThatIsAskedToStopTakesNobodyElse(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 4);
            AtomicInteger tries = new AtomicInteger();
            bench.instead((_, _) -> {
                tries.incrementAndGet();
                return Optional.of(new WriteOutcome.Rejected(429, "", 1, "busy"));
            });
            Wave wave = new Wave(bench, ids);
            wave.timer = interrupting(bench.timer);
            WaveWorkers.Worked worked = wave.work();
            assertEquals(Optional.of("interrupted"), worked.stop());
            assertEquals(1, tries.get());
            assertEquals(ids.subList(0, 1), wave.taken);
            assertEquals(ids.subList(1, 4), ids(worked.notBegun()));
        }
    }

    /** A clock on which nobody can wait. */
    private static Timer interrupting(Timer timer) {
        return new Timer() {
            @Override
            public Instant now() {
                return timer.now();
            }

            @Override
            public Duration elapsed() {
                return timer.elapsed();
            }

            @Override
            public void await(Duration time) throws InterruptedException {
                throw new InterruptedException("asked to stop");
            }
        };
    }
}

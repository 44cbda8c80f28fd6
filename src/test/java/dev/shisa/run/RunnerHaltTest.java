package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.shisa.account.AccountId;
import dev.shisa.execute.Bench;
import dev.shisa.execute.Halt;
import dev.shisa.journal.Entry;
import dev.shisa.catalog.WireCall;
import dev.shisa.journal.RunStatus;
import dev.shisa.journal.TargetState;
import dev.shisa.tenant.WriteOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever halts a run is obeyed before the next request; what was written is judged all the same, unless nobody wants to wait for it. */
class RunnerHaltTest {
    private static final String WORDS = "halted by somebody: wrong list";

    /** Halts when it is told to. */
    private static final class Switch implements Halt {
        private final AtomicBoolean on = new AtomicBoolean();
        private final boolean atOnce;

        Switch(boolean atOnce) {
            this.atOnce = atOnce;
        }

        @Override
        public Optional<String> reason() {
            return on.get() ? Optional.of(WORDS) : Optional.empty();
        }

        @Override
        public boolean isAtOnce() {
            return on.get() && atOnce;
        }
    }

    @Test
    void aHaltedRunJudgesWhatItWroteAndSaysLastThatItWasHalted(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            Switch halt = new Switch(false);
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            bench.haltedBy(halt).afterwards(() -> halt.on.set(bench.tenant.writeCalls() == 4));
            ARun run = ARun.of(bench, ids).exposure(20);
            RunEnding ending = run.run();
            assertEquals(Optional.of(WORDS), ending.halted());
            assertEquals(Set.of(), ending.stops(), "that somebody wanted it is no failure");
            assertEquals(4, bench.tenant.writeCalls());
            assertEquals(4, ending.count(TargetState.VERIFIED));
            assertEquals(4, ending.states().size());
            assertEquals(List.of("gate 2 passed", "halted"), run.told().subList(run.told().size() - 2,
                    run.told().size()));
            assertEquals(WORDS, ((Entry.Halted) bench.entries().getLast()).reason());
        }
    }

    @Test
    void aHaltWhileTheServiceAsksToWaitLeavesTheTargetForLaterAndCountsAsNoFailure(@TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            Switch halt = new Switch(false);
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            bench.haltedBy(halt).instead((_, _) -> Optional.of(new WriteOutcome.Rejected(429, "", 7, "busy")))
                    .whileWaiting(() -> halt.on.set(true));
            RunEnding ending = ARun.of(bench, ids).run();
            assertEquals(List.of(Duration.ofSeconds(7)), bench.waits);
            assertEquals(Set.of(), ending.stops());
            assertEquals(Map.of(ids.getFirst(), WORDS), ending.reasons());
            assertEquals(Map.of(), ending.states());
            assertEquals(Map.of(), ending.written());
            halt.on.set(false);
            bench.instead((_, _) -> Optional.empty()).whileWaiting(() -> {
            });
            RunEnding ended = ARun.of(bench, ids).goOn();
            assertEquals(Set.of(), ended.stops());
            assertEquals(3, ended.count(TargetState.VERIFIED));
        }
    }

    @Test
    void aHaltAtOnceWaitsForNothingAndSaysHowManyNobodyHasSeen(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            Switch halt = new Switch(true);
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            AtomicInteger waits = new AtomicInteger();
            bench.haltedBy(halt).whileWaiting(() -> halt.on.set(waits.incrementAndGet() == 2));
            ARun run = ARun.of(bench, ids).exposure(20)
                    .reading(AlteredReader.mailboxesLate(bench, Duration.ofDays(1)));
            RunEnding ending = run.run();
            assertEquals(2, waits.get());
            assertEquals(Optional.of(WORDS), ending.halted());
            assertEquals(Set.of("nobody waited until what was written is seen: 12 accounts"), ending.stops());
            assertEquals(12, ending.count(TargetState.ACCEPTED));
            assertEquals(List.of("paused", "halted"), run.told().subList(run.told().size() - 2, run.told().size()));
        }
    }

    @Test
    void aHaltAtOnceWhileALostRequestIsLookedForStandsInTheJournal(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            Switch halt = new Switch(true);
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            ARun run = ARun.of(bench, ids);
            bench.journal.append(run.order().opened());
            bench.journal.append(new Entry.WaveOpened(bench.timer.now(), 1, ids.subList(0, 1)));
            bench.journal.append(new Entry.Intent(bench.timer.now(), ids.getFirst(), 1, 1, new UUID(0, 1),
                    new WireCall("POST", "/users/" + ids.getFirst() + "/assignLicense", Optional.of("{}")),
                    bench.look(ids.getFirst())));
            bench.haltedBy(halt).whileWaiting(() -> halt.on.set(true));
            RunEnding ending = run.goOn();
            assertEquals(1, bench.waits.size());
            assertEquals(Optional.of(WORDS), ending.halted());
            assertEquals(Set.of("nobody waited until what was written is seen: 1 accounts"), ending.stops());
            assertEquals(List.of("paused", "halted"), run.told().subList(run.told().size() - 2, run.told().size()));
            assertEquals(0, bench.tenant.writeCalls());
            assertEquals(RunStatus.HALTED, bench.folded().status(false));
        }
    }
}

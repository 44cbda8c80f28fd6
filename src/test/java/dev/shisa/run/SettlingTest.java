package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Decision;
import dev.shisa.execute.Bench;
import dev.shisa.execute.Executor;
import dev.shisa.journal.Entry;
import dev.shisa.journal.TargetState;
import dev.shisa.tenant.TenantReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that is gone left open is looked at for as long as an effect may take, and only what then is as before may be sent again. */
class SettlingTest {
    private static final Decision KEEP = Bench.keepIdentity();

    private static void settle(ARun run, Tally tally) throws Exception {
        settle(run, tally, run.bench.tenant.reader());
    }

    private static void settle(ARun run, Tally tally, TenantReader reader) throws Exception {
        new Settling(run.order(), reader, run.bench.timer, run.bench.journal, tally).settle(reader.roles());
    }

    private static List<Duration> waits(int count) {
        return Collections.nCopies(count, Duration.ofSeconds(1));
    }

    /** A target whose request left, or was refused. */
    private static Tally believing(Bench bench, AccountId id, TargetState state) throws Exception {
        Tally tally = Tally.empty();
        believe(tally, bench.look(id), state);
        return tally;
    }

    private static void believe(Tally tally, Observation before, TargetState state) {
        tally.written(before.id(), state, before, Executor.timeOf(before));
        if (state == TargetState.REJECTED) {
            tally.notWritten(before.id());
        }
    }

    private static void done(Bench bench, AccountId id) throws Exception {
        KEEP.calls(bench.look(id)).forEach(call -> bench.tenant.writer().apply(call, new UUID(0, 2)));
    }

    @Test
    void whatLooksAsBeforeUntilTheLongestWaitIsOverWasNotApplied(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            ARun run = ARun.of(bench, List.of(id));
            Tally tally = believing(bench, id, TargetState.UNKNOWN);
            settle(run, tally);
            assertEquals(waits(bench.site.waits().looks() - 1), bench.waits);
            assertEquals(Map.of(id, TargetState.NOT_APPLIED), tally.states());
            assertEquals(Map.of(), tally.written());
            assertEquals(List.of(new Entry.Observed(bench.timer.now(), id, TargetState.NOT_APPLIED,
                    List.of("it looks as before the request"))), bench.entries());
        }
    }

    @Test
    void whatIsSeenAtOnceIsNotWaitedForAndLeftForTheGate(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            ARun run = ARun.of(bench, List.of(id));
            Tally tally = believing(bench, id, TargetState.UNKNOWN);
            done(bench, id);
            settle(run, tally);
            assertEquals(List.of(), bench.waits);
            assertEquals(Map.of(id, TargetState.UNKNOWN), tally.states());
            assertEquals(Set.of(id), tally.written().keySet());
            assertEquals(List.of(), bench.entries());
        }
    }

    @Test
    void oneThatComesLateIsWaitedForUntilItIsSeen(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            ARun run = ARun.of(bench, ids);
            Tally tally = believing(bench, ids.get(0), TargetState.UNKNOWN);
            believe(tally, bench.look(ids.get(1)), TargetState.UNKNOWN);
            done(bench, ids.get(0));
            AtomicInteger waited = new AtomicInteger();
            Observation before = bench.look(ids.get(1));
            bench.whileWaiting(() -> {
                if (waited.incrementAndGet() == 2) {
                    KEEP.calls(before).forEach(call -> bench.tenant.writer().apply(call, new UUID(0, 3)));
                }
            });
            settle(run, tally);
            assertEquals(waits(2), bench.waits);
            assertEquals(Set.copyOf(ids), tally.unresolved());
            assertEquals(List.of(), bench.entries());
        }
    }

    @Test
    void whatCannotBeReadIsWaitedForAndNeverTakenForNotApplied(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            ARun run = ARun.of(bench, List.of(id));
            Tally tally = believing(bench, id, TargetState.UNKNOWN);
            settle(run, tally, AlteredReader.looking(bench.tenant.reader(), id,
                    look -> AlteredReader.blind(look, Facet.LICENCES)));
            assertEquals(waits(bench.site.waits().looks() - 1), bench.waits);
            assertEquals(Map.of(id, TargetState.UNKNOWN), tally.states());
            assertEquals(Set.of(id), tally.written().keySet());
            assertEquals(List.of(), bench.entries());
        }
    }

    @Test
    void whatCanBeReadAtLastIsSettledByThat(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            ARun run = ARun.of(bench, List.of(id));
            Tally tally = believing(bench, id, TargetState.UNKNOWN);
            done(bench, id);
            settle(run, tally, AlteredReader.looking(bench.tenant.reader(), id,
                    look -> bench.waits.size() < 3 ? AlteredReader.blind(look, Facet.LICENCES) : look));
            assertEquals(waits(3), bench.waits);
            assertEquals(Map.of(id, TargetState.UNKNOWN), tally.states());
        }
    }

    @Test
    void aRefusalThatHoldsIsNotWaitedForAndNothingIsMadeOfIt(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            ARun run = ARun.of(bench, List.of(id));
            Tally tally = believing(bench, id, TargetState.REJECTED);
            settle(run, tally);
            assertEquals(List.of(), bench.waits);
            assertEquals(Map.of(id, TargetState.REJECTED), tally.states());
            assertEquals(Map.of(), tally.written());
            assertEquals(List.of(), bench.entries());
        }
    }

    @Test
    void whatWasDoneThoughTheServiceRefusedItIsForTheGateToJudge(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            ARun run = ARun.of(bench, List.of(id));
            Observation before = bench.look(id);
            Tally tally = believing(bench, id, TargetState.REJECTED);
            bench.tenant.pass(Duration.ofSeconds(9));
            done(bench, id);
            settle(run, tally);
            assertEquals(List.of(), bench.waits);
            assertEquals(Map.of(id, TargetState.REJECTED), tally.states());
            assertEquals(Map.of(id, Executor.timeOf(before)), tally.written());
            assertEquals(Map.of(id, before), tally.before());
            assertEquals(List.of(), bench.entries());
        }
    }

    @Test
    void onlyWhatIsOpenIsLookedAt(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            ARun run = ARun.of(bench, ids);
            Tally tally = believing(bench, ids.get(0), TargetState.ACCEPTED);
            believe(tally, bench.look(ids.get(1)), TargetState.VERIFIED);
            AtomicInteger looks = new AtomicInteger();
            settle(run, tally, AlteredReader.asking(bench.tenant.reader(), (method, _) -> {
                if (method.equals("observe")) {
                    looks.incrementAndGet();
                }
            }));
            assertEquals(0, looks.get());
            assertEquals(List.of(), bench.waits);
            assertEquals(Map.of(ids.get(0), TargetState.ACCEPTED, ids.get(1), TargetState.VERIFIED), tally.states());
            assertNull(tally.states().get(ids.get(2)));
        }
    }

    @Test
    void anUndoIsHeldAgainstHowTheAccountWasBeforeTheRunItBringsBack(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            Map<AccountId, Observation> original = bench.observed(ids);
            ids.forEach(id -> bench.tenant.alter(id, account -> account.withEnabled(false)));
            ARun run = ARun.of(bench, ids).undoing(original);
            Tally tally = believing(bench, ids.get(0), TargetState.UNKNOWN);
            believe(tally, bench.look(ids.get(1)), TargetState.UNKNOWN);
            bench.tenant.alter(ids.get(1), account -> account.withEnabled(true));
            settle(run, tally);
            assertEquals(Map.of(ids.get(0), TargetState.NOT_APPLIED, ids.get(1), TargetState.UNKNOWN),
                    tally.states(), "one is as the undo found it, one is back");
            assertEquals(Set.of(ids.get(1)), tally.written().keySet());
        }
    }
}

package dev.shisa.execute;

import dev.shisa.store.Disk;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.Licence;
import dev.shisa.keepsake.Keepsake;
import dev.shisa.keepsake.KeepsakeLog;
import dev.shisa.keepsake.Link;
import dev.shisa.tenant.FakeTenant;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.Effect;
import dev.shisa.catalog.WireCall;
import dev.shisa.journal.Entry;
import dev.shisa.journal.TargetState;
import dev.shisa.plan.Target;
import dev.shisa.tenant.FakeAccount;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.WriteOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One account: look, intent on disk, write, outcome, look. */
class ExecutorTest {
    private static final Decision KEEP = Bench.keepIdentity();

    private static JobResult run(Bench bench, AccountId id) throws Exception {
        Target target = bench.targets(List.of(id), KEEP).getFirst();
        return bench.executor().execute(bench.job(target, KEEP));
    }

    private static Effect effect(Change change) {
        return new Effect(change, Duration.ofSeconds(5), Optional.empty());
    }

    /** These requests one after the other, each until the account looks different. */
    private static Recipe sending(WireCall... calls) {
        return new Recipe() {
            @Override
            public int mostSteps() {
                return calls.length;
            }

            @Override
            public Optional<WireCall> next(Observation now, int done) {
                return done < calls.length ? Optional.of(calls[done]) : Optional.empty();
            }
        };
    }

    private static WireCall disable(AccountId id) {
        return new WireCall("PATCH", "/users/" + id, Optional.of("{\"accountEnabled\":false}"));
    }

    private static WireCall delete(AccountId id) {
        return new WireCall("DELETE", "/users/" + id, Optional.empty());
    }

    @Test
    void theIntentIsOnDiskWhenTheRequestLeaves(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            List<String> seen = new ArrayList<>();
            bench.instead((call, requestId) -> {
                try {
                    Entry.Intent intent = assertInstanceOf(Entry.Intent.class, bench.entries().getLast());
                    assertEquals(requestId, intent.requestId());
                    assertEquals(call, intent.call());
                    assertEquals(id, intent.target());
                    assertTrue(intent.before().isActive());
                    seen.add(call.describe());
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                return Optional.empty();
            });
            assertInstanceOf(JobResult.Written.class, run(bench, id));
            assertEquals(List.of("POST /users/" + id + "/assignLicense"), seen);
            assertFalse(bench.hasMailbox(id));
        }
    }

    @Test
    void theKeepsakeIsOnDiskWhenTheFirstIntentIsWritten(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            AccountId head = bench.tenant.addUser("head");
            bench.tenant.ties().manage(id, head);
            List<Optional<String>> managers = new ArrayList<>();
            bench.instead((_, _) -> {
                managers.add(Optional.ofNullable(kept(bench).get(id)).flatMap(kept -> kept.manager().value())
                        .map(Link::id));
                bench.tenant.ties().unmanage(id);
                return Optional.empty();
            });
            assertInstanceOf(JobResult.Written.class, run(bench, id));
            bench.tenant.alter(id, account -> account.withLicences(
                    Licences.of(List.of(Licence.direct(FakeTenant.SKU, Set.of(), Set.of(FakeTenant.MAILBOX_PLAN))))));
            assertInstanceOf(JobResult.Written.class, run(bench, id));
            assertEquals(List.of(Optional.of(head.value()), Optional.of(head.value())), managers,
                    "the first keepsake stays");
            assertEquals(Set.of(id), kept(bench).keySet());
        }
    }

    private static Map<AccountId, Keepsake> kept(Bench bench) {
        try {
            return assertInstanceOf(KeepsakeLog.Content.Verified.class, KeepsakeLog.read(bench.kept(), Disk.real()))
                    .keepsakes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anAccountWithoutAKeepsakeIsNotWritten(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.tenant.misbehave(new FakeFault.KeepsakeUnreadable());
            assertEquals(new JobResult.Left(id, "no keepsake could be taken: Nobody tells what it takes with it."),
                    run(bench, id), "it may be taken up when it can be read");
            assertEquals(0, bench.tenant.writeCalls());
            assertEquals(List.of(), bench.intents());
            bench.tenant.behave();
            bench.keepsakes().close();
            assertThrows(IOException.class, () -> run(bench, id));
            assertEquals(0, bench.tenant.writeCalls());
            assertEquals(List.of(), bench.intents());
        }
    }

    @Test
    void aJournalThatCannotBeWrittenKeepsEverythingBack(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.journal.close();
            assertThrows(IOException.class, () -> run(bench, id));
            assertEquals(0, bench.tenant.writeCalls());
        }
    }

    @ParameterizedTest
    @CsvSource({"429, '', 2.5, '2.5 2.5 2.5 2.5'", "429, '', 0, '2.0 4.0 8.0 16.0'",
            "429, '', 100000, '120.0 120.0 120.0 120.0'",
            "409, Directory_ConcurrencyViolation, 1, '1.0 1.0 1.0 1.0'", "409, Conflict, 1, ''", "400, '', 1, ''",
            "401, InvalidAuthenticationToken, 0, '2.0 4.0 8.0 16.0'", "401, '', 1, ''", "403, '', 1, ''"})
    void aRefusalForNowIsRepeatedFiveTimesAtMostAndAnyOtherNever(int status, String code, double retryAfter,
            String waits, @TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.instead((_, _) -> Optional.of(new WriteOutcome.Rejected(status, code, retryAfter, "no")));
            assertEquals(new JobResult.Refused(id, status, "no"), run(bench, id));
            assertEquals(waits, bench.waits.stream().map(w -> String.valueOf(w.toMillis() / 1000.0))
                    .collect(Collectors.joining(" ")));
            assertEquals(waits.isEmpty() ? 1 : 5, bench.intents().size());
            assertEquals(waits.isEmpty() ? "1.1 POST" : "1.5 POST", bench.intents().getLast());
            assertEquals(TargetState.REJECTED, bench.folded().targets().get(id));
        }
    }

    @Test
    void anAnswerThatIsLostLeavesTheAccountUnresolvedAndIsNeverSentTwice(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.tenant.misbehave(new FakeFault.AnswerLost(1));
            assertInstanceOf(JobResult.Unresolved.class, run(bench, id));
            assertEquals(1, bench.tenant.writeCalls());
            assertFalse(bench.hasMailbox(id));
            assertEquals(TargetState.UNKNOWN, bench.folded().targets().get(id));
        }
    }

    @Test
    void anAccountThatDriftedIsSkippedAndOneThatCannotBeReadIsLeft(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            Target target = bench.targets(List.of(id), KEEP).getFirst();
            bench.tenant.alter(id, account -> account.withEnabled(false));
            Executor executor = bench.executor();
            assertInstanceOf(JobResult.Skipped.class, executor.execute(bench.job(target, KEEP)));
            bench.tenant.misbehave(new FakeFault.Unreachable());
            assertInstanceOf(JobResult.Left.class, executor.execute(bench.job(target, KEEP)));
            assertEquals(0, bench.tenant.writeCalls());
        }
    }

    @Test
    void aRequestThatDoesMoreThanIsDeclaredNeverLeaves(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            JobResult result = bench.executor()
                    .execute(new Job(id, Optional.empty(), sending(delete(id)), KEEP.contract()));
            assertTrue(assertInstanceOf(JobResult.Skipped.class, result).reason().startsWith("not sent: DELETE"),
                    result::toString);
            assertEquals(0, bench.tenant.writeCalls());
        }
    }

    @Test
    void anAccountOfWhichAStepWasSentIsNeverCalledSkipped(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            Contract disabled = new Contract(List.of(effect(new Change.ToEnabled(false))));
            JobResult result = bench.executor()
                    .execute(new Job(id, Optional.empty(), sending(disable(id), delete(id)), disabled));
            assertInstanceOf(JobResult.Unresolved.class, result);
            assertEquals(1, bench.tenant.writeCalls());
            assertEquals(TargetState.UNKNOWN, bench.folded().targets().get(id));
        }
    }

    @Test
    void aSecondStepThatIsRefusedLeavesTheAccountUnresolved(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.tenant.misbehave(new FakeFault.Refused(2, 400));
            Contract both = new Contract(List.of(effect(new Change.ToEnabled(false)),
                    effect(new Change.ToIdentity(Identity.SOFT_DELETED))));
            JobResult result = bench.executor()
                    .execute(new Job(id, Optional.empty(), sending(disable(id), delete(id)), both));
            assertInstanceOf(JobResult.Unresolved.class, result);
            assertEquals(List.of("1.1 PATCH", "2.1 DELETE"), bench.intents());
            assertEquals(TargetState.UNKNOWN, bench.folded().targets().get(id));
            assertEquals(false, bench.tenant.truth(id).map(FakeAccount::enabled).orElseThrow());
        }
    }

    @Test
    void aFirstLookSeesAnIdentityThatWent(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.tenant.misbehave(new FakeFault.IdentityLost(1));
            JobResult.Violated lost = assertInstanceOf(JobResult.Violated.class, run(bench, id));
            assertEquals(1, lost.judgement().harmed().size());
        }
    }

    @Test
    void anAccountOnWhichNothingIsLeftToDoIsSkipped(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            assertEquals(new JobResult.Skipped(id, "nothing to do"),
                    bench.executor().execute(new Job(id, Optional.empty(), new Recipe() {
                        @Override
                        public int mostSteps() {
                            return 3;
                        }

                        @Override
                        public Optional<WireCall> next(Observation now, int done) {
                            return Optional.empty();
                        }
                    }, KEEP.contract())));
        }
    }

    @Test
    void afterALongGapTheAccountIsLookedAtAgainBeforeAnythingIsSent(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.instead((_, _) -> Optional.of(new WriteOutcome.Rejected(429, "", 1, "busy")));
            bench.whileWaiting(() -> {
                bench.pause(Duration.ofHours(1));
                bench.tenant.alter(id, account -> account.withEnabled(false));
            });
            assertInstanceOf(JobResult.Left.class, run(bench, id));
            assertEquals(List.of("1.1 POST"), bench.intents(), "the machine slept, and somebody changed the account");
        }
    }
}

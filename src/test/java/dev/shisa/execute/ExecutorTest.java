package dev.shisa.execute;

import dev.shisa.tenant.Turn;
import dev.shisa.tenant.Budget;
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
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.WireCall;
import dev.shisa.journal.Entry;
import dev.shisa.journal.TargetState;
import dev.shisa.plan.Target;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.WriteOutcome;
import dev.shisa.store.FaultyDisk;
import dev.shisa.journal.Journal;
import java.util.concurrent.atomic.AtomicInteger;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.AnAccount;
import dev.shisa.account.Reading;
import dev.shisa.tenant.TenantReader;
import java.lang.reflect.Proxy;
import java.lang.reflect.InvocationTargetException;
import java.util.UUID;
import java.time.Instant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
            "429, '', 300.125, '300.125 300.125 300.125 300.125'", "429, '', 900, '900.0 900.0 900.0 900.0'",
            "429, '', 901, ''",
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
    void noIntentIsWrittenBeforeTheTurnAndTheAccountIsLookedAtAgainAfterALongWait(@TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.turns(_ -> {
                assertEquals(List.of(), bench.intents());
                bench.tenant.pass(Duration.ofSeconds(31));
                bench.tenant.alter(id, account -> account.withEnabled(false));
                return new Budget.Permission.Granted(Turn.free());
            });
            assertEquals(new JobResult.Left(id, "it changed, or could not be read, after a wait"), run(bench, id));
            assertEquals(List.of(), bench.intents());
            assertEquals(0, bench.tenant.writeCalls());
        }
    }

    @Test
    void whoGetsNoTurnIsLeftWithoutAnIntent(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.turns(_ -> new Budget.Permission.Refused("too long"));
            assertEquals(new JobResult.Left(id, "too long"), run(bench, id));
            assertEquals(List.of(), bench.intents());
            assertEquals(0, bench.tenant.writeCalls());
        }
    }

    @Test
    void aTurnIsOverWhenTheAnswerCameAndWhenNothingWasSent(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<Long> closed = new ArrayList<>();
            bench.turns(_ -> new Budget.Permission.Granted(() -> closed.add(bench.tenant.writeCalls())));
            run(bench, bench.tenant.addUser("a"));
            assertEquals(List.of(1L), closed);
            AccountId other = bench.tenant.addUser("b");
            bench.turns(_ -> new Budget.Permission.Granted(() -> closed.add(bench.tenant.writeCalls())));
            bench.journal.close();
            assertThrows(IOException.class, () -> run(bench, other));
            assertEquals(List.of(1L, 1L), closed);
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

    /** A job that knows how its account looked when everything was settled. */
    private static Job settled(Bench bench, AccountId id) throws Exception {
        Target target = bench.targets(List.of(id), KEEP).getFirst();
        return new Job(id, Optional.of(target.fingerprint()), Optional.of(bench.look(id)), Recipe.of(KEEP),
                KEEP.contract());
    }

    private static JobResult.Skipped skipped(Bench bench, Job job) throws Exception {
        JobResult.Skipped skipped = assertInstanceOf(JobResult.Skipped.class, bench.executor().execute(job));
        Entry.Skipped entry = assertInstanceOf(Entry.Skipped.class, bench.entries().getLast());
        assertEquals(skipped.reason(), entry.reason());
        assertEquals(job.target(), entry.target());
        assertEquals(0, bench.tenant.writes().size());
        return skipped;
    }

    private static SortedSet<String> with(SortedSet<String> texts, String text) {
        SortedSet<String> more = new TreeSet<>(texts);
        more.add(text);
        return more;
    }

    @Test
    void anAccountThatMerelyChangedIsNoLoss(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            Job job = settled(bench, id);
            bench.tenant.alter(id, account -> account.withAddresses(new Addresses(
                    account.addresses().userPrincipalName(), account.addresses().mail(),
                    with(account.addresses().proxies(), "smtp:more@sgu.example"))));
            assertEquals(new JobResult.Skipped(id, "drifted: it is not as it was when the plan was made"),
                    skipped(bench, job));
        }
    }

    @Test
    void anAccountThatLostSomethingMeanwhileSaysWhat(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            Job job = settled(bench, id);
            bench.tenant.alter(id, account -> account
                    .withIdentity(Identity.SOFT_DELETED, Optional.of(bench.tenant.now())).withEnabled(false));
            JobResult.Skipped skipped = skipped(bench, job);
            assertEquals("drifted: it is not as it was when the plan was made, and lost identity, not by this run",
                    skipped.reason());
            assertEquals(job.planned(), skipped.planned());
        }
    }

    @Test
    void anAccountOnWhichItIsDoneAlreadySaysSo(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            Job job = settled(bench, id);
            KEEP.calls(bench.look(id)).forEach(call -> bench.tenant.writer().apply(call, new UUID(0, 1)));
            JobResult result = bench.executor().execute(job);
            assertTrue(assertInstanceOf(JobResult.Skipped.class, result).reason()
                    .startsWith("already: it is as declared, and not by this run"), result::toString);
            assertEquals(List.of(), bench.intents());
        }
    }

    @Test
    void whatTheServiceSaysBesideItsYesIsKeptOnceForAllAccounts(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            bench.tenant.misbehave(new FakeFault.WriteWarned("3 seats are left"));
            Executor executor = bench.executor();
            assertEquals(Set.of(), executor.warnings());
            for (Target target : bench.targets(ids, KEEP)) {
                assertInstanceOf(JobResult.Written.class, executor.execute(bench.job(target, KEEP)));
            }
            assertEquals(Set.of("(number) seats are left"), executor.warnings());
        }
    }

    @Test
    void theIntentIsForcedToDiskBeforeTheRequestLeaves(@TempDir Path folder) throws Exception {
        FaultyDisk disk = FaultyDisk.on(Disk.real());
        try (Bench bench = Bench.in(folder); Journal journal = Journal.create(folder.resolve("forced.jsonl"), disk)) {
            AccountId id = bench.tenant.addUser("a");
            List<String> last = new ArrayList<>();
            bench.instead((_, _) -> {
                last.add(disk.steps().getLast());
                return Optional.empty();
            });
            Target target = bench.targets(List.of(id), KEEP).getFirst();
            new Executor(bench.tenant.reader(), bench.writer, journal, Map.of(), bench.site.waits(), bench.timer,
                    Keepsakes.none(), Halt.none()).execute(bench.job(target, KEEP));
            assertEquals(List.of("force forced.jsonl"), last);
        }
    }

    @ParameterizedTest
    @CsvSource({"29999, 0, 1", "30000, 0, 2", "0, 29999, 1", "0, 30000, 2"})
    void aLookIsGoodForHalfAMinuteByEitherClock(long serviceMillis, long machineMillis, int looks,
            @TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            Target target = bench.targets(List.of(id), KEEP).getFirst();
            AtomicInteger counted = new AtomicInteger();
            // Time passes between the look and the request: while the keepsake is taken.
            Keepsakes slow = _ -> {
                counted.set(0);
                bench.shift(Duration.ofMillis(serviceMillis));
                bench.pause(Duration.ofMillis(machineMillis));
            };
            TenantReader counting = counting(bench.tenant.reader(), counted);
            assertInstanceOf(JobResult.Written.class, new Executor(counting, bench.writer, bench.journal,
                    bench.tenant.reader().roles(), bench.site.waits(), bench.timer, slow, Halt.none())
                    .execute(bench.job(target, KEEP)));
            assertEquals(looks - 1, counted.get(), "looks after the keepsake");
        }
    }

    /** Counts looks at single accounts; the cheap look after a write is none. */
    private static TenantReader counting(TenantReader reader, AtomicInteger looks) {
        return (TenantReader) Proxy.newProxyInstance(TenantReader.class.getClassLoader(),
                new Class<?>[]{TenantReader.class}, (_, method, arguments) -> {
                    if (method.getName().equals("observe")) {
                        looks.incrementAndGet();
                    }
                    try {
                        return method.invoke(reader, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void aFirstLookThatFailsIsNoReasonToSendAgain(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("a");
            bench.afterwards(() -> bench.tenant.misbehave(new FakeFault.Unreachable()));
            JobResult.Written written = assertInstanceOf(JobResult.Written.class, run(bench, id));
            assertEquals(bench.tenant.now(), written.writtenAt());
            assertEquals(1, bench.tenant.writeCalls());
        }
    }

    @Test
    void whoeverIsNotSeenAtAllWasSeenAtNoTime() {
        assertEquals(Instant.EPOCH, Executor
                .timeOf(new Observation(AnAccount.id(1), Optional.empty(), Map.of())));
        Observation unseen = AnAccount.number(1).with(Facet.IDENTITY, new Reading.Unseen("503")).seen();
        assertEquals(Instant.EPOCH, Executor.timeOf(unseen));
        assertEquals(AnAccount.NOON, Executor.timeOf(AnAccount.number(1).seen()));
    }
}

package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.catalog.Decision;
import dev.shisa.execute.Bench;
import dev.shisa.journal.Entry;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.plan.Target;
import dev.shisa.site.Probe;
import dev.shisa.site.Site;
import dev.shisa.tenant.FakeAccount;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.TenantFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run in a tenant in which other people work: it stops for harm that is its own or nobody's, and for nothing else. */
class RunnerAmidLifeTest {
    private static final Decision KEEP = Bench.keepIdentity();

    /** A run over accounts that were looked at before; what is said here differs from one without any life around. */
    private record Staged(Bench bench, List<Target> targets, Set<AccountId> sentinels, Set<String> warnings, Site site,
            Prober prober) {
        static Staged of(Bench bench, List<AccountId> ids, AccountId... sentinels) throws Exception {
            return new Staged(bench, bench.targets(ids, KEEP), Set.of(sentinels), Set.of(), bench.site,
                    (_, _) -> Prober.Answer.NO_ANSWER);
        }

        Staged knowing(String warning) {
            return new Staged(bench, targets, sentinels, Set.of(warning), site, prober);
        }

        Staged probing(Prober how, Probe... probes) {
            Site with = new Site(site.kind(), site.source(), site.store(), site.contacts(), site.rehearsal(),
                    site.sentinels(), site.breakGlass(), List.of(probes),
                    site.waits(), site.exposureAbsolute(), site.exposurePercent(), site.concurrency(),
                    site.writesPerSecond(), site.quota(), site.governance());
            return new Staged(bench, targets, sentinels, warnings, with, how);
        }

        private Runner runner(Tally tally, int exposure) throws Exception {
            Map<AccountId, dev.shisa.account.Observation> planned = bench
                    .observed(targets.stream().map(Target::id).toList());
            RunOrder order = new RunOrder(bench.opened(RunKind.RUN, targets.size(), exposure), targets,
                    target -> new dev.shisa.execute.Job(target.id(), Optional.of(target.fingerprint()),
                            Optional.ofNullable(planned.get(target.id())), dev.shisa.execute.Recipe.of(KEEP),
                            KEEP.contract().boundedBy(site.waits().within())),
                    KEEP.contract(), Map.of(), bench.watched(), sentinels, Baseline.still(), warnings, site,
                    Optional::empty);
            return new Runner(order, tally, bench.tenant.reader(), bench.writer, bench.journal, bench.keepsakes(),
                    bench.timer, bench.halt(), prober,
                    new SilentProgress());
        }

        RunEnding run(int exposure) throws Exception {
            return runner(Tally.empty(), exposure).run();
        }

        RunEnding goOn(int exposure) throws Exception {
            return runner(Tally.of(bench.folded(), false), exposure).goOn();
        }
    }

    /** After the first write, once. */
    private static void meanwhile(Bench bench, Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        bench.afterwards(() -> {
            if (!done.getAndSet(true)) {
                work.run();
            }
        });
    }

    @Test
    void aSentinelThatSomebodyElseDisablesIsBackground(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            meanwhile(bench, () -> bench.tenant.alterAs("hr@sgu.example", sentinel, RunnerAmidLifeTest::disabled));
            RunEnding ending = Staged.of(bench, ids, sentinel).run(20);
            assertEquals(Set.of(), ending.stops());
            assertEquals(12, ending.count(TargetState.VERIFIED));
            String found = ending.judgements().getLast().findings(Outcome.BACKGROUND).getFirst().describe();
            assertEquals("enabled: enabled -> disabled, by hr@sgu.example", found);
        }
    }

    @Test
    void aSentinelThatNobodyDisabledPausesTheRunAndItCanGoOn(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            meanwhile(bench, () -> bench.tenant.alter(sentinel, RunnerAmidLifeTest::disabled));
            Staged staged = Staged.of(bench, ids, sentinel);
            RunEnding paused = staged.run(20);
            assertFalse(paused.violated());
            assertEquals(1, bench.tenant.writeCalls());
            assertEquals(Set.of("gate of wave 1: 1 unexplained on 1 accounts", "gate of wave 1 inconclusive"),
                    paused.stops());
            RunEnding ended = staged.goOn(20);
            assertEquals(Set.of(), ended.stops());
            assertEquals(12, ended.count(TargetState.VERIFIED));
            assertEquals(12, bench.tenant.writeCalls());
            assertEquals(12, bench.folded().in(TargetState.VERIFIED).size());
        }
    }

    @Test
    void anAuditLogThatIsSilentNamesNobody(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            bench.tenant.misbehave(new FakeFault.AuditSilent());
            meanwhile(bench, () -> bench.tenant.alterAs("hr@sgu.example", sentinel, RunnerAmidLifeTest::disabled));
            RunEnding paused = Staged.of(bench, ids, sentinel).run(20);
            assertFalse(paused.violated());
            assertTrue(paused.stops().contains("gate of wave 1 inconclusive"), () -> "stops: " + paused.stops());
            long looks = bench.waits.stream().filter(bench.site.waits().reread()::equals).count();
            assertEquals(bench.site.waits().auditLooks() - 1, looks, "the log is asked until its bound");
        }
    }

    @Test
    void anAuditLogThatGivesNoAnswerIsNoPass(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            meanwhile(bench, () -> bench.tenant.misbehave(new FakeFault.AuditUnreadable()));
            RunEnding paused = Staged.of(bench, ids).run(20);
            assertEquals(1, bench.tenant.writeCalls());
            assertFalse(paused.violated());
            assertTrue(paused.stops().toString().contains("The audit log gives no answer."),
                    () -> "stops: " + paused.stops());
        }
    }

    @Test
    void withoutAnAuditLogNothingIsBegun(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            bench.tenant.misbehave(new FakeFault.AuditUnreadable());
            assertThrows(TenantFailure.class, () -> Staged.of(bench, ids).run(20));
            assertEquals(0, bench.tenant.writeCalls());
        }
    }

    @Test
    void aTargetThatSomebodyElseDeletesBeforeItsTurnIsLeftAndTheRunGoesOn(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            meanwhile(bench, () -> bench.tenant.alterAs("admin@sgu.example", ids.get(5), gone(bench)));
            RunEnding ending = Staged.of(bench, ids).run(20);
            assertEquals(Set.of(), ending.stops());
            assertEquals(11, ending.count(TargetState.VERIFIED));
            assertEquals(1, ending.count(TargetState.SKIPPED));
            assertEquals(11, bench.tenant.writeCalls());
        }
    }

    @Test
    void aTargetThatNobodyDeletedStopsTheRun(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            meanwhile(bench, () -> bench.tenant.alter(ids.get(5), gone(bench)));
            RunEnding ending = Staged.of(bench, ids).run(20);
            assertFalse(ending.stops().isEmpty());
            assertTrue(bench.tenant.writeCalls() <= 6, "writes " + bench.tenant.writeCalls());
        }
    }

    @Test
    void aTargetThatSomebodyElseDeletesAfterItsWriteIsOvertakenAndNotOurs(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            meanwhile(bench, () -> bench.tenant.alterAs("admin@sgu.example", ids.get(0), gone(bench)));
            RunEnding ending = Staged.of(bench, ids).run(20);
            assertEquals(Set.of(), ending.stops());
            assertEquals(1, ending.count(TargetState.OVERTAKEN));
            assertEquals(11, ending.count(TargetState.VERIFIED));
        }
    }

    @Test
    void aRoleThatIsActivatedMeanwhileIsWhoseTheLogSaysItIs(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            AccountId stranger = bench.tenant.addUser("stranger");
            UnaryOperator<FakeAccount> activated = account -> account
                    .withRoles(Set.of("assigned:helpdesk"));
            meanwhile(bench, () -> bench.tenant.alterAs("MS-PIM", stranger, activated));
            RunEnding ending = Staged.of(bench, ids).run(20);
            assertEquals(Set.of(), ending.stops());
            assertEquals(Set.of(stranger), ending.judgements().getLast().accounts(Outcome.BACKGROUND));
        }
    }

    @Test
    void aRoleThatNobodyGavePausesTheRun(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            AccountId stranger = bench.tenant.addUser("stranger");
            meanwhile(bench, () -> bench.tenant.alter(stranger,
                    account -> account.withRoles(Set.of("assigned:helpdesk"))));
            RunEnding ending = Staged.of(bench, ids).run(20);
            assertEquals(Set.of(stranger), ending.judgements().getLast().accounts(Outcome.UNEXPLAINED));
            assertEquals(1, bench.tenant.writeCalls());
        }
    }

    @Test
    void accountsThatOthersDeleteAreExplainedByTheAuditLog(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            AccountId stranger = bench.tenant.addUser("stranger");
            meanwhile(bench, () -> bench.tenant.alterAs("admin@sgu.example", stranger, gone(bench)));
            RunEnding ending = Staged.of(bench, ids).run(20);
            assertEquals(Set.of(), ending.stops());
            assertEquals(12, ending.count(TargetState.VERIFIED));
        }
    }

    @Test
    void aTenantThatAlwaysMovesIsExplainedByRecordsThatComeLate(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            List<AccountId> strangers = bench.tenant.addUsers("stranger", 40);
            bench.tenant.misbehave(new FakeFault.AuditLate(Duration.ofSeconds(2)));
            AtomicInteger gone = new AtomicInteger();
            bench.whileWaiting(() -> bench.tenant.alterAs("admin@sgu.example", strangers.get(gone.getAndIncrement()),
                    gone(bench)));
            meanwhile(bench, () -> bench.tenant.alterAs("admin@sgu.example", strangers.get(gone.getAndIncrement()),
                    gone(bench)));
            RunEnding ending = Staged.of(bench, ids).run(20);
            assertEquals(Set.of(), ending.stops());
            assertEquals(12, ending.count(TargetState.VERIFIED));
            assertTrue(gone.get() > 1, "it moved while the gate waited");
        }
    }

    @Test
    void aWriteOfOursOnSomebodyWhoWasNotMeantStopsTheRun(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 30);
            AccountId stranger = bench.tenant.addUser("stranger");
            bench.tenant.pass(Duration.ofSeconds(1));
            bench.tenant.misbehave(new FakeFault.OtherAccountHit(3, stranger));
            bench.afterwards(() -> bench.tenant.pass(Duration.ofMillis(10)));
            RunEnding ending = Staged.of(bench, ids).run(20);
            assertEquals(11, bench.tenant.writeCalls(), "no wave is opened behind the one that did it");
            assertTrue(ending.stops().toString().contains(stranger.value()), () -> "stops: " + ending.stops());
        }
    }

    @Test
    void aWarningThatNoRehearsalShowedPausesTheRun(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            bench.tenant.misbehave(new FakeFault.WriteWarned("mailbox of u1@sgu.example is on hold 3 times"));
            RunEnding ending = Staged.of(bench, ids).run(20);
            assertEquals(Set.of("a warning that no rehearsal showed: mailbox of (address) is on hold (number) times"),
                    ending.stops());
            assertEquals(1, bench.tenant.writeCalls());
        }
    }

    @Test
    void aWarningThatTheRehearsalShowedIsNoSurprise(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            bench.tenant.misbehave(new FakeFault.WriteWarned("mailbox of u1@sgu.example is on hold 3 times"));
            RunEnding ending = Staged.of(bench, ids)
                    .knowing("mailbox of (address) is on hold (number) times").run(20);
            assertEquals(Set.of(), ending.stops());
            assertEquals(12, ending.count(TargetState.VERIFIED));
        }
    }

    @Test
    void aServiceThatFallsIllPausesTheRun(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            meanwhile(bench, () -> bench.tenant.misbehave(new FakeFault.Degraded()));
            RunEnding ending = Staged.of(bench, ids).run(20);
            assertTrue(ending.stops().contains("gate of wave 1: Exchange Online reports serviceDegradation"),
                    () -> "stops: " + ending.stops());
            assertFalse(ending.violated());
            assertEquals(1, bench.tenant.writeCalls());
        }
    }

    @ParameterizedTest
    @EnumSource(Prober.Answer.class)
    void aProbeDecidesByItsAnswerOnly(Prober.Answer answer, @TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            Probe probe = new Probe("sign-in", List.of("try"), Probe.Subject.UNTOUCHED, Duration.ofSeconds(9));
            RunEnding ending = Staged.of(bench, ids, sentinel).probing((_, account) -> {
                assertEquals(sentinel, account.id());
                return answer;
            }, probe).run(20);
            assertEquals(answer == Prober.Answer.PASSED ? 2 : 1, bench.tenant.writeCalls());
            assertEquals(answer == Prober.Answer.FAILED, ending.violated());
            assertEquals(answer == Prober.Answer.PASSED, ending.stops().isEmpty());
        }
    }

    @Test
    void aProbeThatHasNoAccountToTryIsNoPass(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            Probe probe = new Probe("sign-in", List.of("try"), Probe.Subject.UNTOUCHED, Duration.ofSeconds(9));
            RunEnding ending = Staged.of(bench, ids).probing((_, _) -> Prober.Answer.PASSED, probe).run(20);
            assertTrue(ending.stops().contains("gate of wave 1: probe sign-in gave no answer on no account within 9 s"),
                    () -> "stops: " + ending.stops());
        }
    }

    @Test
    void everyReasonOfAPauseIsKept(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            bench.tenant.misbehave(new FakeFault.WriteWarned("on hold"));
            meanwhile(bench, () -> bench.tenant.alter(sentinel, RunnerAmidLifeTest::disabled));
            RunEnding ending = Staged.of(bench, ids, sentinel).run(20);
            Entry.Paused paused = (Entry.Paused) bench.entries().getLast();
            assertEquals(ending.stops(), paused.reasons());
            assertEquals(Set.of("a warning that no rehearsal showed: on hold",
                    "gate of wave 1: 1 unexplained on 1 accounts", "gate of wave 1 inconclusive"), paused.reasons());
        }
    }

    @Test
    void whatWasNotSeenIsLookedAtAgainAndNeverWrittenTwice(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 12);
            bench.tenant.pass(Duration.ofMinutes(1));
            bench.tenant.misbehave(new FakeFault.Lag(Duration.ofSeconds(30)));
            Staged staged = Staged.of(bench, ids);
            RunEnding paused = staged.run(20);
            assertEquals(1, paused.count(TargetState.MISSING));
            bench.tenant.behave();
            RunEnding ended = staged.goOn(20);
            assertEquals(Set.of(), ended.stops());
            assertEquals(12, ended.count(TargetState.VERIFIED));
            assertEquals(12, bench.tenant.writeCalls());
        }
    }

    @Test
    void aRunThatGoesOnBeginsSmallAgain(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 60);
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            bench.afterwards(() -> {
                if (bench.tenant.writeCalls() == 5) {
                    bench.tenant.alter(sentinel, RunnerAmidLifeTest::disabled);
                }
            });
            Staged staged = Staged.of(bench, ids, sentinel);
            staged.run(40);
            assertEquals(11, bench.tenant.writeCalls());
            RunEnding ended = staged.goOn(40);
            assertEquals(60, ended.count(TargetState.VERIFIED));
            assertEquals(List.of(1, 10, 1, 10, 38),
                    bench.entries().stream().filter(Entry.WaveOpened.class::isInstance)
                            .map(entry -> ((Entry.WaveOpened) entry).targets().size()).toList());
            assertEquals(Verdict.PASSED, ended.judgements().getLast().verdict());
        }
    }

    private static FakeAccount disabled(FakeAccount account) {
        return account.withEnabled(false);
    }

    private static UnaryOperator<FakeAccount> gone(Bench bench) {
        return account -> account.withIdentity(Identity.SOFT_DELETED, Optional.of(bench.tenant.now()));
    }
}

package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Decision;
import dev.shisa.catalog.WireCall;
import dev.shisa.execute.Bench;
import dev.shisa.execute.Executor;
import dev.shisa.execute.Gathering;
import dev.shisa.execute.Job;
import dev.shisa.execute.Recipe;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.site.Probe;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.TenantReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate passes only when everything was seen and is as declared; it looks again only for what another look can change. */
class HarmGateTest {
    private static final Decision KEEP = Bench.keepIdentity();

    /** A gate that was opened before its accounts were written. */
    private static final class Opened {
        final Bench bench;
        final Map<AccountId, Observation> before = new HashMap<>();
        final Map<AccountId, Instant> written = new HashMap<>();
        final Map<AccountId, Observation> seen = new HashMap<>();
        final HarmGate gate;

        Opened(Bench bench, ARun run, TenantReader reader, List<Probe> probes, Prober prober) throws Exception {
            this.bench = bench;
            AuditTrail audit = new AuditTrail(reader, bench.writer.application(), bench.site.waits(), bench.timer);
            gate = HarmGate.open(run.order(), reader, bench.timer, reader.roles(), Map.of(), audit,
                    new Surroundings(reader, probes, prober));
        }

        static Opened of(Bench bench, ARun run, TenantReader reader) throws Exception {
            return new Opened(bench, run, reader, List.of(), (_, _) -> Prober.Answer.NO_ANSWER);
        }

        static Opened of(Bench bench, ARun run) throws Exception {
            return of(bench, run, bench.tenant.reader());
        }

        /** The account is written now. */
        Opened writing(AccountId id) throws Exception {
            asWritten(id);
            send(bench, id);
            return this;
        }

        /** The account counts as written now, whatever was sent. */
        Opened asWritten(AccountId id) throws Exception {
            Observation look = Gathering.observeOne(bench.tenant.reader(), id, bench.tenant.reader().roles());
            before.put(id, look);
            written.put(id, Executor.timeOf(look));
            return this;
        }

        HarmGate.Finding judge() throws Exception {
            HarmGate.Finding finding = judge(before);
            finding.after().forEach((id, look) -> {
                if (before.containsKey(id)) {
                    seen.put(id, look);
                }
            });
            return finding;
        }

        HarmGate.Finding judge(Map<AccountId, Observation> from) throws Exception {
            return gate.judge(new HarmGate.Look(written, from, Map.of(), before, seen));
        }
    }

    private static void send(Bench bench, AccountId id) throws Exception {
        for (WireCall call : KEEP.calls(bench.look(id))) {
            bench.tenant.writer().apply(call, new UUID(0, 4));
        }
    }

    private static List<Duration> waits(int count) {
        return Collections.nCopies(count, Duration.ofSeconds(1));
    }

    @Test
    void whatIsAsDeclaredPassesWithoutAnotherLook(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            HarmGate.Finding finding = Opened.of(bench, ARun.of(bench, List.of(id))).writing(id).judge();
            assertEquals(Verdict.PASSED, finding.verdict());
            assertEquals(List.of(), finding.reasons());
            assertEquals(List.of(), bench.waits);
        }
    }

    @Test
    void whatTheDirectoryDoesNotShowIsLookedForAsOftenAsIsAllowedAndThenMissing(@TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            HarmGate.Finding finding = Opened.of(bench, ARun.of(bench, List.of(id))).asWritten(id).judge();
            assertEquals(waits(bench.site.waits().looks() - 1), bench.waits);
            assertEquals(Verdict.INCONCLUSIVE, finding.verdict());
            assertEquals(List.of("2 missing on 1 accounts"), finding.reasons(), "the licence and the mailbox");
        }
    }

    @Test
    void aMailboxThatFollowsLaterHoldsNothingUp(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            HarmGate.Finding finding = Opened.of(bench, ARun.of(bench, List.of(id)),
                    AlteredReader.mailboxesLate(bench, Duration.ofDays(1))).writing(id).judge();
            assertEquals(Verdict.PASSED, finding.verdict());
            assertEquals(1, finding.judgement().count(Outcome.PENDING));
            assertEquals(0, finding.judgement().count(Outcome.MISSING));
            assertEquals(List.of(), bench.waits);
        }
    }

    @Test
    void thatAnAccountIsNowhereIsBelievedOnlyWhenItIsSaidTwice(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            AtomicInteger looks = new AtomicInteger();
            HarmGate.Finding finding = Opened.of(bench, ARun.of(bench, List.of(id)),
                    AlteredReader.looking(bench.tenant.reader(), id, look -> looks.incrementAndGet() > 1
                            ? look
                            : AlteredReader.with(look, Facet.IDENTITY,
                                    new Reading.Seen(Identity.ABSENT, "test", bench.tenant.now()))))
                    .writing(id).judge();
            assertEquals(Verdict.PASSED, finding.verdict());
            assertEquals(waits(1), bench.waits);
        }
    }

    @Test
    void anAccountThatIsSaidTwiceToBeNowhereIsNotLookedForLonger(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            AtomicInteger looks = new AtomicInteger();
            Opened opened = Opened.of(bench, ARun.of(bench, List.of(id)),
                    AlteredReader.looking(bench.tenant.reader(), looking -> {
                        looks.incrementAndGet();
                        return looking;
                    })).writing(id);
            bench.tenant.alterAs("hr@sgu.example", id, account -> account.withIdentity(Identity.ABSENT,
                    Optional.empty()));
            HarmGate.Finding finding = opened.judge();
            assertEquals(2, looks.get());
            assertEquals(Set.of(id), finding.judgement().accounts(Outcome.BACKGROUND));
        }
    }

    @Test
    void whatCouldNotBeReadIsReadAgain(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            HarmGate.Finding finding = Opened.of(bench, ARun.of(bench, List.of(id)),
                    AlteredReader.looking(bench.tenant.reader(), id,
                            look -> bench.waits.size() < 2 ? AlteredReader.blind(look, Facet.GROUPS) : look))
                    .writing(id).judge();
            assertEquals(Verdict.PASSED, finding.verdict());
            assertEquals(waits(2), bench.waits);
        }
    }

    @Test
    void aLossEndsTheLookingWhateverElseIsStillOpen(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            bench.tenant.misbehave(new FakeFault.OtherAccountHit(1, sentinel));
            HarmGate.Finding finding = Opened.of(bench, ARun.of(bench, List.of(id)).sentinels(sentinel),
                    AlteredReader.looking(bench.tenant.reader(), id, look -> AlteredReader.blind(look, Facet.GROUPS)))
                    .writing(id).judge();
            assertEquals(Verdict.FAILED, finding.verdict());
            assertEquals(List.of("2 collateral on 1 accounts", "1 unobserved on 1 accounts"), finding.reasons());
            assertEquals(List.of(), bench.waits);
        }
    }

    @Test
    void anUndoIsGivenTimeUntilWhatWasLostIsBack(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            Map<AccountId, Observation> original = bench.observed(List.of(id));
            Opened opened = Opened.of(bench, ARun.of(bench, List.of(id)).undoing(original),
                    AlteredReader.looking(bench.tenant.reader(), id, look -> bench.waits.size() < 2
                            ? AlteredReader.with(look, Facet.ENABLED,
                                    new Reading.Seen(new Enabled(false), "test", bench.tenant.now()))
                            : look));
            HarmGate.Finding finding = opened.asWritten(id).judge(original);
            assertEquals(Verdict.PASSED, finding.verdict());
            assertEquals(waits(2), bench.waits);
        }
    }

    @Test
    void theProbedSentinelIsOneThatIsStillThere(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            AccountId gone = bench.tenant.addUser("sentinel-1");
            AccountId there = bench.tenant.addUser("sentinel-2");
            List<AccountId> asked = new ArrayList<>();
            Opened opened = new Opened(bench, ARun.of(bench, List.of(id)).sentinels(gone, there),
                    bench.tenant.reader(),
                    List.of(new Probe("sign-in", List.of("try"), Probe.Subject.UNTOUCHED, Duration.ofSeconds(9))),
                    (_, account) -> {
                        asked.add(account.id());
                        return Prober.Answer.PASSED;
                    }).writing(id);
            assertEquals(Verdict.PASSED, opened.judge().verdict());
            bench.tenant.alterAs("hr@sgu.example", gone, account -> account.withIdentity(Identity.SOFT_DELETED,
                    Optional.of(bench.tenant.now())));
            assertEquals(Verdict.PASSED, opened.judge().verdict());
            assertEquals(List.of(gone, there), asked, "the first by id that answers");
        }
    }

    /** Requests for a target may change that other account too. */
    private static ARun changing(Bench bench, List<AccountId> ids, AccountId other) throws Exception {
        return ARun.of(bench, ids).doing(target -> new Job(target.id(), Optional.of(target.fingerprint()),
                new Recipe() {
                    @Override
                    public int mostSteps() {
                        return 1;
                    }

                    @Override
                    public Optional<WireCall> next(Observation now, int done) {
                        return Recipe.of(KEEP).next(now, done);
                    }

                    @Override
                    public Set<AccountId> others() {
                        return target.id().equals(ids.getLast()) ? Set.of(other) : Set.of();
                    }
                }, KEEP.contract()));
    }

    private static String strayed(AccountId id) {
        return "the audit log holds writes of ours on accounts that were not to be written: [" + id + "]";
    }

    @Test
    void aWriteOnAnAccountThatARecipeNamesIsMeantOnceItsTargetIsWritten(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            AccountId other = bench.tenant.addUser("other");
            Opened opened = Opened.of(bench, changing(bench, ids, other)).writing(ids.getFirst());
            send(bench, other);
            HarmGate.Finding early = opened.judge();
            assertEquals(List.of(strayed(other)), early.reasons(), "its target has not been begun");
            assertEquals(Verdict.INCONCLUSIVE, early.verdict());
            HarmGate.Finding later = opened.writing(ids.getLast()).judge();
            assertEquals(List.of(), later.reasons());
            assertEquals(Verdict.PASSED, later.verdict());
        }
    }

    @Test
    void whatWasWrittenBeforeTheRunIsNotOfTheRun(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            AccountId rehearsed = bench.tenant.addUser("rehearsed");
            send(bench, rehearsed);
            bench.tenant.pass(Duration.ofSeconds(2));
            Opened opened = Opened.of(bench, ARun.of(bench, List.of(id)));
            assertEquals(List.of(), opened.writing(id).judge().reasons());
            AccountId stranger = bench.tenant.addUser("stranger");
            send(bench, stranger);
            assertTrue(opened.judge().reasons().contains(strayed(stranger)));
        }
    }

    @Test
    void everyGateReadsTheLogBackFromTheGateBeforeByAsLongAsARecordMayTake(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            List<Object> since = new ArrayList<>();
            Opened opened = Opened.of(bench, ARun.of(bench, List.of(id)),
                    AlteredReader.asking(bench.tenant.reader(), (method, arguments) -> {
                        if (method.equals("audits")) {
                            since.addAll(arguments);
                        }
                    })).writing(id);
            Instant start = bench.tenant.now();
            bench.tenant.pass(Duration.ofSeconds(20));
            opened.judge();
            bench.tenant.pass(Duration.ofSeconds(20));
            opened.judge();
            bench.tenant.pass(Duration.ofSeconds(20));
            opened.judge();
            assertEquals(List.of(start, start, start.plusSeconds(20 - 5), start.plusSeconds(40 - 5)), since);
        }
    }
}

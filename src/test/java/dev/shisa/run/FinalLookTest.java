package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Licences;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Licence;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Change;
import dev.shisa.catalog.Contract;
import dev.shisa.catalog.Effect;
import dev.shisa.execute.Bench;
import dev.shisa.execute.Gathering;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.tenant.AuditRecord.Move;
import dev.shisa.tenant.FakeAccount;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.FakeTenant;
import dev.shisa.tenant.TenantFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After a run nobody is left out: the written accounts are judged by all that is watched, every other one by what a listing carries. */
class FinalLookTest {
    private static final String HR = "hr@sgu.example";
    private static final int LISTED_FACETS = 5;

    /** A tenant as it was, and how it is asked afterwards. */
    private record Stage(Bench bench, AskedReader asked, Map<AccountId, Observation> before) {
        static Stage of(Bench bench) throws TenantFailure {
            return new Stage(bench, new AskedReader(bench), listing(bench));
        }

        Judgement judge(FinalLook.Written written) throws Exception {
            return judge(written, Baseline.still(), bench.watched(), listing(bench));
        }

        Judgement judge(FinalLook.Written written, Baseline baseline, Set<Facet> watched,
                Map<AccountId, Observation> after) throws Exception {
            return new FinalLook(asked.reader(), asked.trail(), watched, baseline).judge(written, before, after,
                    bench.tenant.now());
        }
    }

    /** Every account of the tenant as a snapshot shows it. */
    private static Map<AccountId, Observation> listing(Bench bench) throws TenantFailure {
        Map<AccountId, Roles> roles = bench.tenant.reader().roles();
        Map<AccountId, Observation> accounts = new TreeMap<>();
        bench.tenant.reader()
                .listActive(account -> accounts.put(account.id(), Gathering.withRoles(account, roles)));
        bench.tenant.reader().listDeleted(account -> accounts.put(account.id(), account));
        return accounts;
    }

    /** The accounts that were to be disabled, with how they were before and at their gate. */
    private static FinalLook.Written disabling(Duration within, Instant at, Map<AccountId, Observation> from,
            Map<AccountId, Observation> atGate) {
        Map<AccountId, Instant> written = new HashMap<>();
        from.keySet().forEach(id -> written.put(id, at));
        return new FinalLook.Written(
                new Contract(List.of(new Effect(new Change.ToEnabled(false), within, Optional.empty()))), written, from,
                atGate, Map.of());
    }

    private static FakeAccount disabled(FakeAccount account) {
        return account.withEnabled(false);
    }

    private static FakeAccount withoutGroups(FakeAccount account) {
        return account.withGroups(Set.of(), Set.of());
    }

    private static List<String> notable(Judgement judgement) {
        return judgement.notable().stream()
                .map(finding -> finding.account() + " " + finding.outcome().label() + " " + finding.describe())
                .toList();
    }

    @Test
    void aTenantThatIsAsItWasPassesWithoutASingleLook(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            bench.tenant.addUsers("u", 3);
            Stage stage = Stage.of(bench);
            Judgement judgement = stage.judge(FinalLook.Written.nothing());
            assertEquals(Verdict.PASSED, judgement.verdict());
            assertEquals(Map.of(Outcome.UNCHANGED, 3L * LISTED_FACETS), judgement.counts());
            assertEquals(List.of(), stage.asked().observed());
            assertEquals(List.of(), stage.asked().audited());
            assertEquals(List.of(), bench.waits);
        }
    }

    @Test
    void anAccountThatNobodyDisabledIsUnexplained(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId stranger = bench.tenant.addUsers("u", 3).get(1);
            Stage stage = Stage.of(bench);
            bench.tenant.alter(stranger, FinalLookTest::disabled);
            Judgement judgement = stage.judge(FinalLook.Written.nothing());
            assertEquals(List.of(stranger + " unexplained enabled: enabled -> disabled"), notable(judgement));
            assertEquals(Verdict.INCONCLUSIVE, judgement.verdict());
            assertEquals(bench.site.waits().auditLooks(), stage.asked().audited().size());
        }
    }

    @Test
    void anAccountThatSomebodyElseDisabledIsBackground(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId stranger = bench.tenant.addUsers("u", 3).get(1);
            Stage stage = Stage.of(bench);
            bench.tenant.alterAs(HR, stranger, FinalLookTest::disabled);
            Judgement judgement = stage.judge(FinalLook.Written.nothing());
            assertEquals(List.of(stranger + " background enabled: enabled -> disabled, by " + HR), notable(judgement));
            assertEquals(Verdict.PASSED, judgement.verdict());
        }
    }

    @Test
    void anAccountThatWeDisabledAndDidNotMeanIsCollateral(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId stranger = bench.tenant.addUsers("u", 3).get(1);
            Stage stage = Stage.of(bench);
            bench.tenant.alter(stranger, FinalLookTest::disabled);
            stage.asked().logsOurs(bench.tenant.now(), stranger, Move.NONE, Facet.ENABLED);
            Judgement judgement = stage.judge(FinalLook.Written.nothing());
            assertEquals(List.of(stranger + " collateral enabled: enabled -> disabled"), notable(judgement));
            assertEquals(Verdict.FAILED, judgement.verdict());
            assertEquals(Set.of(stranger), judgement.harmed());
        }
    }

    @Test
    void ofAnAccountThatWasNotWrittenOnlyWhatEveryListingCarriesIsJudged(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId stranger = bench.tenant.addUser("stranger");
            bench.tenant.alter(stranger, account -> account.withGroups(Set.of("g"), Set.of()));
            Map<AccountId, Observation> looks = bench.observed(List.of(stranger));
            Stage stage = new Stage(bench, new AskedReader(bench), looks);
            bench.tenant.alter(stranger, FinalLookTest::withoutGroups);
            FinalLook.Written others = new FinalLook.Written(new Contract(List.of()), Map.of(), looks, Map.of(),
                    Map.of());
            Judgement judgement = stage.judge(others, Baseline.still(), bench.watched(),
                    bench.observed(List.of(stranger)));
            assertEquals(Map.of(Outcome.UNCHANGED, (long) LISTED_FACETS), judgement.counts());
            bench.tenant.alter(stranger, account -> account.withRoles(Set.of("assigned:helpdesk")));
            assertEquals(List.of(stranger + " unexplained roles: [] -> [assigned:helpdesk]"),
                    notable(stage.judge(others)));
        }
    }

    @Test
    void anAccountThatNoListingShowsAnyMoreIsAskedForByItself(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            Stage stage = Stage.of(bench);
            bench.tenant.alterAs(HR, ids.get(2),
                    account -> account.withIdentity(Identity.ABSENT, Optional.empty()));
            Judgement judgement = stage.judge(FinalLook.Written.nothing());
            assertEquals(List.of(Set.of(ids.get(2))), stage.asked().observed(), "and no other");
            assertEquals("identity: active -> absent, by " + HR,
                    judgement.findings(Outcome.BACKGROUND).getFirst().describe());
            assertEquals(LISTED_FACETS - 1, judgement.count(Outcome.IMPLIED));
            assertEquals(Verdict.PASSED, judgement.verdict());
        }
    }

    @Test
    void anActiveAccountThatAListingLeavesOutIsNotLost(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            Stage stage = Stage.of(bench);
            Map<AccountId, Observation> after = listing(bench);
            after.remove(ids.get(1));
            Set<Facet> watched = Set.of(Facet.IDENTITY, Facet.ENABLED, Facet.LICENCES, Facet.ADDRESSES, Facet.ROLES);
            Judgement judgement = stage.judge(FinalLook.Written.nothing(), Baseline.still(), watched, after);
            assertEquals(List.of(Set.of(ids.get(1))), stage.asked().observed());
            assertEquals(Map.of(Outcome.UNCHANGED, 3L * watched.size()), judgement.counts());
        }
    }

    @Test
    void whatIsMissingInAListingAndCannotBeAskedForIsNoJudgement(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            Stage stage = Stage.of(bench);
            Map<AccountId, Observation> after = listing(bench);
            after.remove(ids.getFirst());
            bench.tenant.misbehave(new FakeFault.Unreachable());
            assertThrows(TenantFailure.class, () -> stage.judge(FinalLook.Written.nothing(), Baseline.still(),
                    bench.watched(), after));
        }
    }

    @Test
    void aWrittenAccountIsJudgedByAllThatWasSeenAtItsGate(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            AccountId written = ids.getFirst();
            bench.tenant.alter(written, account -> account.withGroups(Set.of("g"), Set.of()));
            Map<AccountId, Observation> from = bench.observed(List.of(written));
            Stage stage = Stage.of(bench);
            bench.tenant.alter(written, FinalLookTest::disabled);
            bench.tenant.alter(written, FinalLookTest::withoutGroups);
            FinalLook.Written done = disabling(Duration.ofSeconds(5), bench.tenant.now(), from,
                    bench.observed(List.of(written)));
            Judgement judgement = stage.judge(done);
            assertEquals(List.of(written + " met enabled: enabled -> disabled",
                    written + " extra groups: member of [g], owner of [] -> member of [], owner of []"),
                    notable(judgement));
            assertEquals(bench.watched().size() - 2 + LISTED_FACETS, judgement.count(Outcome.UNCHANGED));
            assertEquals(List.of(), stage.asked().observed(), "it was looked at at its gate");
        }
    }

    @Test
    void aWrittenAccountThatHadNoGateIsLookedAtNow(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            Map<AccountId, Observation> from = bench.observed(ids.subList(0, 2));
            Stage stage = Stage.of(bench);
            ids.subList(0, 2).forEach(id -> bench.tenant.alter(id, FinalLookTest::disabled));
            FinalLook.Written done = disabling(Duration.ofSeconds(5), bench.tenant.now(), from,
                    bench.observed(ids.subList(0, 1)));
            Judgement judgement = stage.judge(done);
            assertEquals(List.of(Set.of(ids.get(1))), stage.asked().observed(), "the one without a gate, and no other");
            assertEquals(Set.of(ids.get(0), ids.get(1)), judgement.accounts(Outcome.MET));
            assertEquals(2, judgement.notable().size());
            assertEquals(Verdict.PASSED, judgement.verdict());
        }
    }

    @Test
    void theListingAfterwardsCountsMoreThanTheGate(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            Map<AccountId, Observation> from = bench.observed(ids);
            Stage stage = Stage.of(bench);
            bench.tenant.alter(ids.getFirst(), FinalLookTest::disabled);
            FinalLook.Written done = disabling(Duration.ofSeconds(5), bench.tenant.now(), from, bench.observed(ids));
            bench.tenant.alter(ids.getFirst(), account -> account.withEnabled(true));
            bench.tenant.alter(ids.getLast(), FinalLookTest::disabled);
            Judgement judgement = stage.judge(done);
            assertEquals(Set.of(ids.getFirst()), judgement.accounts(Outcome.MISSING), "it was taken back");
            assertEquals(Set.of(ids.getLast()), judgement.accounts(Outcome.MET), "it came late");
        }
    }

    @Test
    void aWrittenAccountThatIsGoneFromTheListingIsGoneWhateverItsGateSaw(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            Map<AccountId, Observation> from = bench.observed(List.of(id));
            Stage stage = Stage.of(bench);
            bench.tenant.alter(id, FinalLookTest::disabled);
            FinalLook.Written done = disabling(Duration.ofSeconds(5), bench.tenant.now(), from,
                    bench.observed(List.of(id)));
            bench.tenant.alter(id, account -> account.withIdentity(Identity.ABSENT, Optional.empty()));
            Judgement judgement = stage.judge(done);
            assertEquals("identity: active -> absent", judgement.findings(Outcome.EXTRA).getFirst().describe());
            assertEquals(Verdict.FAILED, judgement.verdict());
        }
    }

    @ParameterizedTest
    @CsvSource({"23, MISSING, INCONCLUSIVE", "25, PENDING, INCONCLUSIVE"})
    void whatIsDueWithinADayIsDueNow(int hours, Outcome outcome, Verdict verdict, @TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId id = bench.tenant.addUser("u");
            Map<AccountId, Observation> looks = bench.observed(List.of(id));
            Judgement judgement = Stage.of(bench)
                    .judge(disabling(Duration.ofHours(hours), bench.tenant.now(), looks, looks));
            assertEquals(List.of(outcome), judgement.notable().stream().map(Finding::outcome).toList());
            assertEquals(verdict, judgement.verdict());
        }
    }

    /** Seen enabled at second 0, disabled at second 200, and judged once at second 100. */
    @ParameterizedTest
    @CsvSource({"enabled, 99, false", "enabled, 100, true", "disabled, -1, false", "disabled, 0, true",
            "unseen, -1, false", "unseen, 0, true", "not judged, -1, false", "not judged, 0, true"})
    void whoDidItIsLookedForFromWhenItWasLastSeenWithoutTheLoss(String earlier, int second, boolean explained,
            @TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId stranger = bench.tenant.addUser("stranger");
            Instant start = bench.tenant.now();
            Stage stage = Stage.of(bench);
            stage.asked().logs(HR, start.plusSeconds(second), stranger, Move.NONE, Facet.ENABLED);
            bench.tenant.pass(Duration.ofSeconds(100));
            Map<AccountId, Observation> enabled = bench.observed(List.of(stranger));
            bench.tenant.alter(stranger, FinalLookTest::disabled);
            Map<AccountId, Observation> seen = switch (earlier) {
                case "enabled" -> enabled;
                case "disabled" -> bench.observed(List.of(stranger));
                case "unseen" -> Map.of(stranger, unseen(enabled.values().iterator().next()));
                default -> Map.of();
            };
            bench.tenant.pass(Duration.ofSeconds(100));
            Judgement judgement = stage.judge(
                    new FinalLook.Written(new Contract(List.of()), Map.of(), Map.of(), Map.of(), seen));
            assertEquals(List.of(explained ? Outcome.BACKGROUND : Outcome.UNEXPLAINED),
                    judgement.notable().stream().map(Finding::outcome).toList());
        }
    }

    private static Observation unseen(Observation look) {
        EnumMap<Facet, Reading> readings = new EnumMap<>(look.readings());
        readings.put(Facet.ENABLED, new Reading.Unseen("503"));
        return new Observation(look.id(), look.traits(), readings);
    }

    @ParameterizedTest
    @CsvSource({"0, INCONCLUSIVE", "1, PASSED"})
    void smallLossesAreLifeAsFarAsTheBaselineShowsThem(int noisy, Verdict verdict, @TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 10);
            Licence own = Licence.direct(FakeTenant.SKU, Set.of(), Set.of(FakeTenant.MAILBOX_PLAN));
            Licence extra = Licence.direct("66b55226-6b4f-492c-910c-a3b7a3c9d993", Set.of(), Set.of());
            ids.forEach(id -> bench.tenant.alter(id,
                    account -> account.withLicences(Licences.of(List.of(own, extra)))));
            Stage stage = Stage.of(bench);
            bench.tenant.alter(ids.getFirst(), account -> account.withLicences(Licences.of(List.of(own))));
            Judgement judgement = stage.judge(FinalLook.Written.nothing(),
                    new Baseline(10, Map.of(Facet.LICENCES, noisy)), bench.watched(), listing(bench));
            assertEquals(verdict, judgement.verdict());
            assertEquals(Set.of(ids.getFirst()), judgement.accounts(Outcome.BACKGROUND));
            assertEquals(verdict == Verdict.PASSED, stage.asked().audited().isEmpty(),
                    "who did it is asked if need be");
        }
    }
}

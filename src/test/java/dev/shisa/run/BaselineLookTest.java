package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.execute.Bench;
import dev.shisa.judge.Baseline;
import dev.shisa.plan.Target;
import dev.shisa.tenant.AuditRecord.Move;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.TenantFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two looks with no write between: what is small and of life is noise, what nobody can explain lets nothing begin. */
class BaselineLookTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String HR = "hr@sgu.example";

    private static BaselineLook.Found take(Bench bench, AskedReader asked, List<AccountId> ids, int most,
            AccountId... sentinels) throws Exception {
        return new BaselineLook(asked.reader(), asked.trail(), bench.timer, bench.site, bench.watched())
                .take(targets(ids), Set.of(sentinels), most);
    }

    private static List<Target> targets(List<AccountId> ids) {
        return ids.stream().map(id -> new Target(id, id.value(), "shape", "fingerprint")).toList();
    }

    /** Between the two looks, once. */
    private static void between(Bench bench, Runnable work) {
        bench.whileWaiting(() -> {
            if (bench.waits.size() == 1) {
                work.run();
            }
        });
    }

    private static void disable(Bench bench, AccountId id) {
        bench.tenant.alter(id, account -> account.withEnabled(false));
    }

    private static String looked(int accounts, String found) {
        return "Baseline: " + accounts + " accounts looked at twice, 1 s apart, with no write between: " + found;
    }

    private static String found(BaselineLook.Found found) {
        assertEquals(1, found.refusals().size());
        Diagnostic refusal = found.refusals().getFirst();
        assertEquals(Diagnostic.Severity.REFUSAL, refusal.severity());
        assertEquals(ExitStatus.REFUSED, refusal.status());
        assertTrue(refusal.remedy().isPresent());
        return refusal.found().orElseThrow().toString();
    }

    @ParameterizedTest
    @CsvSource({"8, 4, 0 2 4 6", "9, 4, 0 3 6", "10, 10, 0 1 2 3 4 5 6 7 8 9", "11, 10, 0 2 4 6 8 10", "5, 1, 0",
            "3, 20, 0 1 2", "0, 1, ''"})
    void targetsAreTakenEvenlyOverTheListAsManyAsAWaveHolds(int count, int most, String places, @TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", count);
            AccountId sentinel = bench.tenant.addUser("sentinel-1");
            Set<AccountId> expected = new TreeSet<>(Set.of(sentinel));
            Arrays.stream(places.split(" ", -1)).filter(place -> !place.isEmpty())
                    .forEach(place -> expected.add(ids.get(Integer.parseInt(place))));
            AskedReader asked = new AskedReader(bench);
            BaselineLook.Found found = take(bench, asked, ids, most, sentinel);
            assertEquals(List.of(expected, expected), asked.observed(), "the same accounts twice");
            assertEquals(new Baseline(expected.size(), Map.of()), found.baseline());
        }
    }

    @Test
    void aStillTenantIsNoReasonToAskAnybody(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AskedReader asked = new AskedReader(bench);
            BaselineLook.Found found = take(bench, asked, bench.tenant.addUsers("u", 3), 10,
                    bench.tenant.addUser("sentinel-1"), bench.tenant.addUser("sentinel-2"));
            assertEquals(List.of(SECOND), bench.waits);
            assertEquals(List.of(looked(5, "nothing changed.")), found.sentences());
            assertEquals(List.of(), found.refusals());
            assertEquals(new Baseline(5, Map.of()), found.baseline());
            assertEquals(List.of(), asked.audited());
        }
    }

    @Test
    void whatNobodyIsNamedForLetsNothingBegin(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            between(bench, () -> disable(bench, ids.get(1)));
            BaselineLook.Found found = take(bench, new AskedReader(bench), ids, 10);
            assertEquals(ids.get(1) + " unexplained enabled: enabled -> disabled", found(found));
            assertEquals(List.of(looked(3, "1 enabled unexplained.")), found.sentences());
            assertEquals(6, bench.waits.size(), "one between the looks, five for the audit log");
        }
    }

    @Test
    void whatSomebodyElseDidIsNoReasonNotToBeginAndNoNoise(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            between(bench, () -> bench.tenant.alterAs(HR, ids.get(1), account -> account.withEnabled(false)));
            AskedReader asked = new AskedReader(bench);
            BaselineLook.Found found = take(bench, asked, ids, 10);
            assertEquals(List.of(), found.refusals());
            assertEquals(List.of(looked(3, "1 enabled background.")), found.sentences());
            assertEquals(new Baseline(3, Map.of()), found.baseline());
            assertEquals(List.of(bench.tenant.now().minus(SECOND)), asked.audited(), "since the first look");
        }
    }

    @Test
    void aWriteOfOursBetweenTheLooksIsCollateral(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            AskedReader asked = new AskedReader(bench);
            between(bench, () -> {
                disable(bench, ids.get(2));
                asked.logsOurs(bench.tenant.now(), ids.get(2), Move.NONE, Facet.ENABLED);
            });
            BaselineLook.Found found = take(bench, asked, ids, 10);
            assertEquals(ids.get(2) + " collateral enabled: enabled -> disabled", found(found));
            assertEquals(List.of(looked(3, "1 enabled collateral.")), found.sentences());
        }
    }

    @Test
    void whatCannotBeReadLetsNothingBegin(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            AskedReader asked = new AskedReader(bench).blindTo(ids.getFirst(), Facet.LICENCES);
            BaselineLook.Found found = take(bench, asked, ids, 10);
            assertEquals(ids.getFirst() + " unobserved licences: unseen (503) -> unseen (503)", found(found));
            assertEquals(List.of(looked(2, "1 licences unobserved.")), found.sentences());
            assertEquals(List.of(), asked.audited(), "what was not seen is no loss that somebody made");
        }
    }

    @Test
    void aFacetThatThisReaderNeverShowsIsNotJudged(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            AskedReader asked = new AskedReader(bench).blindTo(ids.getFirst(), Facet.LICENCES);
            EnumSet<Facet> watched = EnumSet.copyOf(bench.watched());
            watched.remove(Facet.LICENCES);
            BaselineLook.Found found = new BaselineLook(asked.reader(), asked.trail(), bench.timer, bench.site, watched)
                    .take(targets(ids), Set.of(), 10);
            assertEquals(List.of(looked(2, "nothing changed.")), found.sentences());
            assertEquals(List.of(), found.refusals());
        }
    }

    @Test
    void smallLossesOfNobodyAreTheNoiseOfTheTenant(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 6);
            ids.forEach(id -> bench.tenant.alter(id, account -> account.withGroups(Set.of("g"), Set.of())
                    .withRoles(Set.of("assigned:helpdesk"))));
            between(bench, () -> {
                ids.subList(0, 2).forEach(id -> bench.tenant.alter(id,
                        account -> account.withGroups(Set.of(), Set.of())));
                bench.tenant.alter(ids.getLast(), account -> account.withRoles(Set.of()));
            });
            BaselineLook.Found found = take(bench, new AskedReader(bench), ids, 10);
            assertEquals(new Baseline(6, Map.of(Facet.GROUPS, 2, Facet.ROLES, 1)), found.baseline());
            assertEquals(List.of(looked(6, "2 groups background, 1 roles background.")), found.sentences());
            assertEquals(List.of(), found.refusals());
        }
    }

    @Test
    void whatGoesWithAnAccountThatSomebodyElseDeletedIsNoReasonNotToBegin(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 3);
            between(bench, () -> bench.tenant.alterAs(HR, ids.getFirst(),
                    account -> account.withIdentity(Identity.SOFT_DELETED, Optional.of(bench.tenant.now()))));
            BaselineLook.Found found = take(bench, new AskedReader(bench), ids, 10);
            assertEquals(List.of(), found.refusals());
            assertEquals(new Baseline(3, Map.of()), found.baseline());
            assertTrue(found.sentences().getFirst().contains("1 identity background"),
                    () -> found.sentences().toString());
        }
    }

    @Test
    void ofManyOpenQuestionsTwentyAreTold(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 21);
            between(bench, () -> ids.forEach(id -> disable(bench, id)));
            BaselineLook.Found found = take(bench, new AskedReader(bench), ids, 50);
            assertEquals(ids.subList(0, 20).stream().map(id -> id + " unexplained enabled: enabled -> disabled")
                    .collect(Collectors.joining("; ")), found(found));
            assertEquals(List.of(looked(21, "21 enabled unexplained.")), found.sentences(), "all of them are counted");
        }
    }

    @Test
    void aTenantThatDoesNotAnswerGivesNoBaseline(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            List<AccountId> ids = bench.tenant.addUsers("u", 2);
            between(bench, () -> bench.tenant.misbehave(new FakeFault.Unreachable()));
            assertThrows(TenantFailure.class, () -> take(bench, new AskedReader(bench), ids, 10));
        }
    }

    @Test
    void whereNobodyLookedNothingIsNoiseAndNothingIsTold() {
        assertEquals(new BaselineLook.Found(Baseline.still(), Collections.emptyList(), Collections.emptyList()),
                BaselineLook.Found.nothing());
    }
}

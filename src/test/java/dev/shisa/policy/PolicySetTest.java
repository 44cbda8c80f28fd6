package dev.shisa.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts combine by the strictest, and a waiver lets pass what it names and no more. */
class PolicySetTest {
    private static final PolicySet SHIPPED = ShippedPoliciesTest.shipped();
    private static final Situation TOO_MANY = Situation.neutral().with(Variable.PLAN_TARGETS, 501L);
    private static final String TENANT = "11111111-2222-4333-8444-555555555555";
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private static Waiver waiver(String policy, String tenant, long count, Instant expires) {
        return new Waiver("w", policy, tenant, count, "graduation", "alice@contoso.example", expires, "0".repeat(64));
    }

    @Test
    void anUnsuspiciousPlanPassesWithOneApproval() {
        Verdict verdict = SHIPPED.judge(Situation.neutral(), List.of());
        assertEquals(List.of(), verdict.refusals());
        assertEquals(1, verdict.approvals());
        assertEquals(Optional.of(200), verdict.exposure());
        assertEquals(Optional.of(5.0), verdict.pace());
        assertEquals(List.of(), verdict.waivers());
        assertEquals(SHIPPED.policies().size(), verdict.rulings().size());
    }

    @Test
    void everyRefusalIsTold() {
        List<Diagnostic> refusals = SHIPPED
                .judge(TOO_MANY.with(Map.of(Variable.HISTORY_LOST, 900L, Variable.TARGETS_OWN, 1L)),
                        List.of())
                .refusals();
        assertEquals(List.of(ExitStatus.LIMIT, ExitStatus.LIMIT, ExitStatus.REFUSED),
                refusals.stream().map(Diagnostic::status).toList());
        assertTrue(refusals.getFirst().remedy().orElseThrow().toString()
                .contains("The policy cap of policies/limits.yaml decides this; a signed waiver"));
    }

    @ParameterizedTest
    @CsvSource({"cap, 501, 0, true", "cap, 500, 0, false", "cap, 501, 1, false", "daily-cap, 501, 0, false",
            "protected-accounts, 501, 0, false"})
    void aWaiverLetsPassWhatItNames(String policy, long count, int secondsLate, boolean passes) {
        Waiver waiver = waiver(policy, TENANT, count, NOW.plusSeconds(1 - secondsLate));
        Verdict verdict = SHIPPED.judge(TOO_MANY, List.of(waiver));
        assertEquals(passes, verdict.refusals().isEmpty());
        assertEquals(passes ? List.of("w") : List.of(), verdict.waivers());
    }

    @Test
    void aWaiverOfAnotherTenantDoesNotCount() {
        Waiver waiver = waiver("cap", "99999999-2222-4333-8444-555555555555", 501, NOW.plusSeconds(1));
        assertEquals(1, SHIPPED.judge(TOO_MANY, List.of(waiver)).refusals().size());
    }

    @Test
    void whatCannotBeWaivedIsNot() {
        Waiver waiver = waiver("own-account", TENANT, 501, NOW.plusSeconds(1));
        assertEquals(1, SHIPPED.judge(Situation.neutral().with(Variable.TARGETS_OWN, 1L), List.of(waiver))
                .refusals().size());
    }

    @Test
    void whatIsUnevaluableRefuses() {
        List<Diagnostic> refusals = SHIPPED.judge(Situation.neutral().with(Variable.LIMITS_PACE, 0.0), List.of())
                .refusals();
        assertEquals(1, refusals.size());
        assertEquals(ExitStatus.REFUSED, refusals.getFirst().status());
        assertEquals("The policy pace cannot be evaluated.", refusals.getFirst().summary().toString());
    }

    @Test
    void theStrictestOfSeveralDemandsCounts() {
        Verdict verdict = new Verdict(List.of(demands(Ruling.Demand.APPROVALS, 1), demands(Ruling.Demand.APPROVALS, 3),
                demands(Ruling.Demand.EXPOSURE, 9), demands(Ruling.Demand.EXPOSURE, 4),
                demands(Ruling.Demand.PACE, 2.5),
                demands(Ruling.Demand.PACE, 3)));
        assertEquals(3, verdict.approvals());
        assertEquals(Optional.of(4), verdict.exposure());
        assertEquals(Optional.of(2.5), verdict.pace());
        assertEquals(0, new Verdict(List.of()).approvals());
        assertEquals(Optional.empty(), new Verdict(List.of()).exposure());
    }

    private static Ruling demands(Ruling.Demand demand, double amount) {
        return new Ruling("p", "f", new dev.shisa.catalog.Texts("x", "x"), new Ruling.Outcome.Demands(demand, amount),
                new java.util.TreeMap<>());
    }

    @Test
    void aSituationKnowsEveryVariable() {
        EnumMap<Variable, Object> values = new EnumMap<>(Variable.class);
        Variable.all().forEach(variable -> values.put(variable, variable.neutral()));
        Situation.of(values);
        for (Variable variable : Variable.all()) {
            EnumMap<Variable, Object> without = new EnumMap<>(values);
            without.remove(variable);
            assertThrows(IllegalArgumentException.class, () -> Situation.of(without), variable.label());
            assertThrows(IllegalArgumentException.class,
                    () -> Situation.neutral().with(variable, new Object()), variable.label());
        }
    }

    @Test
    void withoutAPolicyNobodyDecides() {
        assertThrows(IllegalArgumentException.class, () -> new PolicySet(List.of(), List.of(), ""));
    }

    /** Law: more targets, more losses, or fewer accounts in the tenant never turn a refusal into a pass. */
    @Test
    void aWorsePlanIsNeverBetterOff() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            Situation better = Situation.neutral().with(Map.of(Variable.PLAN_TARGETS, (long) random.nextInt(1, 700),
                    Variable.HISTORY_LOST, (long) random.nextInt(0, 1200), Variable.TENANT_ACTIVE_ACCOUNTS,
                    (long) random.nextInt(1, 20_000), Variable.PLAN_NAMED, random.nextBoolean(), Variable.HISTORY_RUNS,
                    (long) random.nextInt(0, 5), Variable.HISTORY_LARGEST, (long) random.nextInt(0, 60)));
            Situation worse = better.with(Map.of(Variable.PLAN_TARGETS,
                    (long) better.value(Variable.PLAN_TARGETS) + random.nextInt(0, 300), Variable.HISTORY_LOST,
                    (long) better.value(Variable.HISTORY_LOST) + random.nextInt(0, 300),
                    Variable.TENANT_ACTIVE_ACCOUNTS,
                    Math.max(1, (long) better.value(Variable.TENANT_ACTIVE_ACCOUNTS) - random.nextInt(0, 3000))));
            Verdict first = SHIPPED.judge(better, List.of());
            Verdict second = SHIPPED.judge(worse, List.of());
            assertTrue(refusing(second).containsAll(refusing(first)), () -> first + " and " + second);
            assertTrue(second.approvals() >= first.approvals());
        }
    }

    private static List<String> refusing(Verdict verdict) {
        return verdict.rulings().stream().filter(ruling -> ruling.word().equals("refused")).map(Ruling::policy)
                .toList();
    }
}

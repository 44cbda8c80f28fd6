package dev.shisa.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shisa.account.AccountId;
import dev.shisa.account.AnAccount;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Enabled;
import dev.shisa.account.Harm;
import dev.shisa.account.Reading;
import dev.shisa.execute.Bench;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.tenant.AuditRecord.Move;
import dev.shisa.tenant.FakeFault;
import dev.shisa.tenant.TenantFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit log says who; it is asked for losses only, from when the loss was not there yet, and until its bound. */
class AuditTrailTest {
    private static final AccountId ONE = AnAccount.id(1);
    private static final AccountId TWO = AnAccount.id(2);
    private static final Instant START = Instant.parse("2012-04-01T00:00:00Z");
    private static final Attribution NOBODY = new Attribution.Nobody();
    private static final Attribution OURS = new Attribution.Ours();
    private static final Attribution HR = new Attribution.Other("hr@sgu.example");

    private static Finding finding(AccountId account, Facet facet, Outcome outcome, Reading before) {
        return new Finding(account, facet, outcome, Harm.CRITICAL, Optional.empty(), before,
                new Reading.Seen(new Enabled(false), "test", START.plusSeconds(3600)), new Attribution.NotAsked());
    }

    /** An account that is disabled, and was not when it was last seen. */
    private static Finding disabled(AccountId account, Instant lastSeen) {
        return finding(account, Facet.ENABLED, Outcome.COLLATERAL,
                new Reading.Seen(new Enabled(true), "test", lastSeen));
    }

    private static Set<Outcome> asked(Verdict verdict) {
        List<Finding> all = Arrays.stream(Outcome.values()).map(outcome -> finding(ONE, Facet.ENABLED, outcome,
                new Reading.Unseen("test"))).toList();
        return AuditTrail.questions(new Judgement(Map.of(), all, verdict, false)).stream().map(Finding::outcome)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
    }

    @Test
    void somebodyHasToBeFoundForWhatWouldFailTheJudgement() {
        assertEquals(EnumSet.of(Outcome.COLLATERAL, Outcome.EXTRA), asked(Verdict.PASSED));
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.class, names = "PASSED", mode = EnumSource.Mode.EXCLUDE)
    void somebodyHasToBeFoundForSmallLossesWhereTheyAreTooMany(Verdict verdict) {
        assertEquals(EnumSet.of(Outcome.COLLATERAL, Outcome.EXTRA, Outcome.BACKGROUND), asked(verdict));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void aRecordCountsFromTheMomentOnAtWhichTheLossWasNotThere(long millis, boolean counts, @TempDir Path folder)
            throws Exception {
        try (Bench bench = Bench.in(folder)) {
            Instant lastSeen = START.plusSeconds(100);
            AskedReader asked = new AskedReader(bench).logs("hr@sgu.example", lastSeen.plusMillis(millis), ONE,
                    Move.NONE, Facet.ENABLED);
            Attribution.Lookup found = asked.trail().attribute(List.of(disabled(ONE, lastSeen)));
            assertEquals(counts ? HR : NOBODY, found.of(ONE, Facet.ENABLED));
        }
    }

    @Test
    void whatWasNeverSeenWithoutTheLossCountsFromTheBeginningOfTheLog(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AskedReader asked = new AskedReader(bench).logs("hr@sgu.example", Instant.EPOCH, ONE, Move.NONE,
                    Facet.ENABLED);
            Finding loss = finding(ONE, Facet.ENABLED, Outcome.COLLATERAL, new Reading.Unseen("503"));
            assertEquals(HR, asked.trail().attribute(List.of(loss)).of(ONE, Facet.ENABLED));
            assertEquals(List.of(Instant.EPOCH), asked.audited());
        }
    }

    @Test
    void eachLossHasItsOwnMoment(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AskedReader asked = new AskedReader(bench)
                    .logs("hr@sgu.example", START.plusSeconds(10), ONE, Move.NONE, Facet.ENABLED)
                    .logs("hr@sgu.example", START.plusSeconds(10), TWO, Move.NONE, Facet.ENABLED);
            Attribution.Lookup found = asked.trail()
                    .attribute(List.of(disabled(ONE, START.plusSeconds(20)), disabled(TWO, START.plusSeconds(5))));
            assertEquals(NOBODY, found.of(ONE, Facet.ENABLED));
            assertEquals(HR, found.of(TWO, Facet.ENABLED));
            assertEquals(START.plusSeconds(5), asked.audited().getFirst(), "one request serves them all");
            assertEquals(START.plusSeconds(20), asked.audited().getLast(), "what has its answer is not asked again");
        }
    }

    @Test
    void aRecordOfAnotherFacetOrAnotherAccountNamesNobody(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AskedReader asked = new AskedReader(bench)
                    .logs("hr@sgu.example", START, ONE, Move.NONE, Facet.LICENCES, Facet.MAILBOX)
                    .logs("hr@sgu.example", START, TWO, Move.NONE, Facet.ENABLED)
                    .logs("hr@sgu.example", START, ONE, Move.NONE);
            Attribution.Lookup found = asked.trail().attribute(List.of(disabled(ONE, START)));
            assertEquals(NOBODY, found.of(ONE, Facet.ENABLED));
            assertEquals(NOBODY, found.of(TWO, Facet.ENABLED), "nobody asked for this one");
        }
    }

    @Test
    void aRecordOfOursDecidesWhoeverElseWasThere(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AskedReader asked = new AskedReader(bench)
                    .logs("hr@sgu.example", START, ONE, Move.NONE, Facet.ENABLED)
                    .logsOurs(START.plusSeconds(1), ONE, Move.NONE, Facet.ENABLED)
                    .logs("admin@sgu.example", START.plusSeconds(2), ONE, Move.NONE, Facet.ENABLED);
            assertEquals(OURS, asked.trail().attribute(List.of(disabled(ONE, START))).of(ONE, Facet.ENABLED));
            assertEquals(List.of(), bench.waits);
        }
    }

    @Test
    void ofSeveralOthersTheFirstInTheLogIsNamed(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AskedReader asked = new AskedReader(bench)
                    .logs("hr@sgu.example", START, ONE, Move.NONE, Facet.ENABLED)
                    .logs("admin@sgu.example", START, ONE, Move.NONE, Facet.ENABLED);
            assertEquals(HR, asked.trail().attribute(List.of(disabled(ONE, START))).of(ONE, Facet.ENABLED));
        }
    }

    @Test
    void theLogIsAskedUntilItsBoundAndNoLonger(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AskedReader asked = new AskedReader(bench);
            Attribution.Lookup found = asked.trail().attribute(List.of(disabled(ONE, START)));
            assertEquals(NOBODY, found.of(ONE, Facet.ENABLED));
            assertEquals(Collections.nCopies(6, START), asked.audited(), "at once and after each of five seconds");
            assertEquals(Collections.nCopies(5, Duration.ofSeconds(1)), bench.waits);
        }
    }

    @Test
    void aRecordThatComesLateEndsTheAsking(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId stranger = bench.tenant.addUser("stranger");
            bench.tenant.alterAs("hr@sgu.example", stranger, account -> account.withEnabled(false));
            bench.tenant.misbehave(new FakeFault.AuditLate(Duration.ofSeconds(2)));
            AskedReader asked = new AskedReader(bench);
            Attribution.Lookup found = asked.trail().attribute(List.of(disabled(stranger, START)));
            assertEquals(HR, found.of(stranger, Facet.ENABLED));
            assertEquals(3, asked.audited().size());
            assertEquals(Collections.nCopies(2, Duration.ofSeconds(1)), bench.waits);
        }
    }

    @Test
    void whereNothingIsLostNobodyIsAsked(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AskedReader asked = new AskedReader(bench);
            assertEquals(NOBODY, asked.trail().attribute(List.of()).of(ONE, Facet.ENABLED));
            assertEquals(List.of(), asked.audited());
            assertEquals(List.of(), bench.waits);
        }
    }

    @Test
    void aLogThatGivesNoAnswerNamesNobodyAndIsAskedAgain(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            bench.tenant.misbehave(new FakeFault.AuditUnreadable());
            bench.whileWaiting(() -> {
                if (bench.waits.size() == 4) {
                    bench.tenant.behave();
                }
            });
            AskedReader asked = new AskedReader(bench).logs("hr@sgu.example", START, ONE, Move.NONE, Facet.ENABLED);
            assertEquals(HR, asked.trail().attribute(List.of(disabled(ONE, START))).of(ONE, Facet.ENABLED));
            assertEquals(5, asked.audited().size());
            bench.tenant.misbehave(new FakeFault.AuditUnreadable());
            assertEquals(NOBODY, asked.trail().attribute(List.of(disabled(ONE, START))).of(ONE, Facet.ENABLED));
            assertEquals(List.of(), asked.trail().since(START));
        }
    }

    @Test
    void anAccountWeWroteAndDidNotMeanIsStrayed(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AccountId meant = AnAccount.id(3);
            AskedReader asked = new AskedReader(bench)
                    .logsOurs(START, TWO, Move.DELETED)
                    .logsOurs(START, ONE, Move.NONE, Facet.ENABLED)
                    .logsOurs(START, meant, Move.NONE, Facet.ENABLED)
                    .logsOurs(START.minusSeconds(1), AnAccount.id(4), Move.NONE)
                    .logs("hr@sgu.example", START, AnAccount.id(5), Move.NONE, Facet.ENABLED);
            AuditTrail trail = asked.trail();
            assertEquals(List.of(ONE, TWO), List.copyOf(trail.strayed(START, Set.of(), Set.of(meant))));
            assertEquals(List.of(START), asked.audited());
            assertEquals(Set.of(), trail.strayed(START, Set.of(), Set.of(ONE, TWO, meant)));
        }
    }

    @Test
    void recordsThatAreKnownAlreadyAreOfSomethingElse(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            AskedReader asked = new AskedReader(bench).logsOurs(START, ONE, Move.NONE, Facet.ENABLED)
                    .logs("hr@sgu.example", START, AnAccount.id(5), Move.NONE, Facet.ENABLED);
            AuditTrail trail = asked.trail();
            Set<String> known = trail.ours(START);
            assertEquals(Set.of("r-1"), known, "what others did is not ours");
            asked.logsOurs(START, TWO, Move.NONE, Facet.ENABLED);
            assertEquals(Set.of(TWO), trail.strayed(START, known, Set.of()));
            assertEquals(Set.of(), trail.ours(START.plusMillis(1)));
        }
    }

    @Test
    void thatNobodyStrayedIsNotSaidByALogThatGivesNoAnswer(@TempDir Path folder) throws Exception {
        try (Bench bench = Bench.in(folder)) {
            bench.tenant.misbehave(new FakeFault.AuditUnreadable());
            AuditTrail trail = new AskedReader(bench).trail();
            assertThrows(TenantFailure.class, () -> trail.strayed(START, Set.of(), Set.of()));
            assertThrows(TenantFailure.class, () -> trail.ours(START));
        }
    }
}

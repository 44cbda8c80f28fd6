package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.Observation;
import dev.shisa.catalog.Contract;
import dev.shisa.execute.Executor;
import dev.shisa.journal.RecoveryTable;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Attribution;
import dev.shisa.judge.Baseline;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judge;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was believed of a target, what was found, and what that makes of it.
 *
 * @param target the account
 * @param believed its state by the journal
 * @param cell the decision
 * @param found what was found beyond what was declared, one phrase each
 */
public record RecoveryLook(AccountId target, TargetState believed, RecoveryTable.Cell cell, List<String> found) {
    private static final Duration PAST_EVERY_BOUND = Duration.ofDays(1);

    public RecoveryLook {
        found = List.copyOf(found);
    }

    /**
     * Holds how accounts look against how they looked and what was declared; pure.
     *
     * @param tally what is believed
     * @param from how each looked before
     * @param looks how each looks now
     * @param contract what was declared
     * @param watched facets that can be read
     * @param isUndo whether the accounts were being brought back
     */
    public static SortedMap<AccountId, RecoveryLook> of(Tally tally, Map<AccountId, Observation> from,
            Map<AccountId, Observation> looks, Contract contract, Set<Facet> watched, boolean isUndo) {
        Map<AccountId, Observation> before = new HashMap<>(from);
        before.keySet().retainAll(looks.keySet());
        Map<AccountId, Instant> written = new HashMap<>();
        before.forEach((id, account) -> written.put(id, Executor.timeOf(account)));
        Instant now = looks.values().stream().map(Executor::timeOf).max(Instant::compareTo).orElse(Instant.EPOCH);
        Judgement judgement = Judge.judge(new Scene(contract, written, before, looks, now.plus(PAST_EVERY_BOUND),
                watched, Baseline.still(), Attribution.Lookup.notAsked()));
        Map<AccountId, List<Finding>> byAccount = judgement.notable().stream()
                .collect(Collectors.groupingBy(Finding::account));
        TreeMap<AccountId, RecoveryLook> recovered = new TreeMap<>();
        for (AccountId id : before.keySet()) {
            List<Finding> mine = byAccount.getOrDefault(id, List.of());
            recovered.put(id, new RecoveryLook(id, tally.states().getOrDefault(id, TargetState.NOT_STARTED),
                    Decisions.decide(tally, id, mine, isUndo), mine.stream().filter(RecoveryLook::isWorthNaming)
                            .map(finding -> finding.outcome().label() + " " + finding.describe()).toList()));
        }
        return recovered;
    }

    private static boolean isWorthNaming(Finding finding) {
        return finding.outcome() != Outcome.MET && finding.outcome() != Outcome.IMPLIED;
    }
}

package dev.shisa.judge;

import dev.shisa.account.AccountId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outcomes of all judged facets. Findings that say that all is as before are counted and not kept, so that the judgement of a large
 * tenant stays small.
 *
 * @param counts how many facets had each outcome
 * @param notable every finding but the unchanged ones, by account and facet
 * @param verdict what it means for going on
 * @param onItsWay whether nothing but effects that are still within their bound keeps the verdict from a pass
 */
public record Judgement(Map<Outcome, Long> counts, List<Finding> notable, Verdict verdict, boolean onItsWay) {

    public Judgement {
        EnumMap<Outcome, Long> copy = new EnumMap<>(Outcome.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        notable = List.copyOf(notable);
    }

    /** How many facets had that outcome. */
    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** The findings with that outcome. */
    public List<Finding> findings(Outcome outcome) {
        return notable.stream().filter(finding -> finding.outcome() == outcome).toList();
    }

    /** The accounts that lost something that was not declared. */
    public SortedSet<AccountId> harmed() {
        TreeSet<AccountId> harmed = new TreeSet<>();
        notable.stream().filter(Judgement::isHarm).map(Finding::account).forEach(harmed::add);
        return harmed;
    }

    /** The accounts, written or not, with an outcome that keeps this judgement from passing. */
    public SortedSet<AccountId> accounts(Outcome outcome) {
        TreeSet<AccountId> accounts = new TreeSet<>();
        findings(outcome).forEach(finding -> accounts.add(finding.account()));
        return accounts;
    }

    static boolean isHarm(Finding finding) {
        return finding.outcome() == Outcome.COLLATERAL || finding.outcome() == Outcome.EXTRA;
    }

    static Judgement of(Map<Outcome, Long> counts, List<Finding> notable, Verdict verdict, boolean onItsWay) {
        List<Finding> sorted = new ArrayList<>(notable);
        sorted.sort((a, b) -> a.account().equals(b.account())
                ? a.facet().compareTo(b.facet())
                : a.account().compareTo(b.account()));
        return new Judgement(counts, sorted, verdict, onItsWay);
    }
}

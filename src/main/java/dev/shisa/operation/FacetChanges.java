package dev.shisa.operation;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Reading;
import dev.shisa.catalog.Contract;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Outcome;
import dev.shisa.report.FacetChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what was declared against what was seen: one row for each facet, outcome and pair of values. A facet whose values are each account's own
 * has its rows counted together, so that the table of a large run fits on a page.
 */
final class FacetChanges {
    /** More pairs of values than this are told as various. */
    private static final int MOST_PAIRS = 4;

    private final Map<Told, Map<Pair, Long>> counted = new TreeMap<>();

    private record Told(Facet facet, Outcome outcome) implements Comparable<Told> {
        @Override
        public int compareTo(Told other) {
            return facet == other.facet ? outcome.compareTo(other.outcome) : facet.compareTo(other.facet);
        }
    }

    private record Pair(String before, String after) {
        static final Pair VARIOUS = new Pair(FacetChange.VARIOUS, FacetChange.VARIOUS);
    }

    private FacetChanges() {
    }

    /**
     * What those findings come to. What others did in the background is no change of the run, and neither is what went with something that was lost
     * before it and was never seen.
     */
    static List<FacetChange> of(Collection<Finding> findings, Contract contract) {
        FacetChanges changes = new FacetChanges();
        findings.stream().filter(FacetChanges::isOfTheRun).forEach(changes::count);
        List<FacetChange> rows = new ArrayList<>();
        changes.counted.forEach((told, pairs) -> pairs.forEach((pair, accounts) -> rows
                .add(new FacetChange(told.facet().label(), declared(contract, told.facet()), pair.before(),
                        pair.after(), told.outcome().label(), accounts))));
        return rows;
    }

    private static boolean isOfTheRun(Finding finding) {
        boolean neverSeen = finding.before() instanceof Reading.Unseen && finding.after() instanceof Reading.Unseen;
        return finding.outcome() != Outcome.BACKGROUND && !(finding.outcome() == Outcome.IMPLIED && neverSeen);
    }

    private void count(Finding finding) {
        Map<Pair, Long> pairs = counted.computeIfAbsent(new Told(finding.facet(), finding.outcome()),
                _ -> new LinkedHashMap<>());
        Pair pair = finding.outcome() == Outcome.IMPLIED
                ? Pair.VARIOUS
                : new Pair(value(finding.before()), value(finding.after()));
        pairs.merge(pairs.containsKey(pair) || pairs.size() < MOST_PAIRS ? pair : Pair.VARIOUS, 1L, Long::sum);
    }

    private static String declared(Contract contract, Facet facet) {
        return contract.effect(facet).map(effect -> effect.change().describe()).orElse(FacetChange.UNCHANGED);
    }

    /** A mailbox without its number, which no two accounts share. */
    private static String value(Reading reading) {
        return switch (reading) {
            case Reading.Seen(FacetValue.Mailbox mailbox, _, _) -> mailbox.state().label();
            case Reading.Seen seen -> seen.seen().describe();
            case Reading.Unseen _ -> FacetChange.UNSEEN;
        };
    }
}

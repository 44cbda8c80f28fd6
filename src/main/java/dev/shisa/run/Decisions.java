package dev.shisa.run;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.execute.Sights;
import dev.shisa.journal.RecoveryTable;
import dev.shisa.journal.Sight;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Outcome;
import java.util.Collection;
import java.util.Optional;

/** What is made of a target by what was found on it: the one place where findings meet {@link RecoveryTable}. */
public final class Decisions {
    private Decisions() {
    }

    /**
     * The decision for one target.
     *
     * @param believed its state so far
     * @param findings on it
     * @param isUndo whether it is being brought back, so that what still looks as it was found is as before and no new loss
     * @param found how it looked before its first request
     */
    public static RecoveryTable.Cell decide(TargetState believed, Collection<Finding> findings, boolean isUndo,
            Optional<Observation> found) {
        Sight sight = Sights.of(findings);
        boolean asFound = isUndo && sight == Sight.SOMETHING_ELSE
                && findings.stream().filter(finding -> finding.outcome() == Outcome.EXTRA)
                        .allMatch(finding -> isAsFound(finding, found));
        return RecoveryTable.decide(believed, asFound ? Sight.AS_BEFORE : sight);
    }

    private static boolean isAsFound(Finding finding, Optional<Observation> found) {
        Optional<FacetValue> was = found.flatMap(account -> account.value(finding.facet()));
        return was.isPresent() && finding.after() instanceof Reading.Seen seen && seen.seen().equals(was.get());
    }

    static RecoveryTable.Cell decide(Tally tally, AccountId target, Collection<Finding> findings, boolean isUndo) {
        return decide(tally.states().getOrDefault(target, TargetState.NOT_STARTED), findings, isUndo,
                Optional.ofNullable(tally.intended().get(target)));
    }
}

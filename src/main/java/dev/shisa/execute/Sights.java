package dev.shisa.execute;

import dev.shisa.account.Reading;
import dev.shisa.journal.Sight;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Outcome;
import java.util.Collection;

/** What the findings on one account come to, for {@link dev.shisa.journal.RecoveryTable}. */
public final class Sights {
    private Sights() {
    }

    /**
     * The sight of one account. The worst finding decides; of an account that was declared to change, nothing having changed is a sight of its
     * own.
     *
     * @param findings of this account, those as declared included
     */
    public static Sight of(Collection<Finding> findings) {
        if (has(findings, Outcome.EXTRA)) {
            return Sight.SOMETHING_ELSE;
        }
        if (has(findings, Outcome.UNOBSERVED)) {
            return Sight.NOT_READABLE;
        }
        boolean changed = findings.stream().anyMatch(Sights::isChangedAsDeclared);
        if (has(findings, Outcome.BACKGROUND) && !changed) {
            return Sight.BY_OTHERS;
        }
        if (has(findings, Outcome.MISSING) || has(findings, Outcome.PENDING)) {
            return changed ? Sight.PART : Sight.AS_BEFORE;
        }
        return Sight.AS_DECLARED;
    }

    private static boolean isChangedAsDeclared(Finding finding) {
        return finding.outcome() == Outcome.MET && !value(finding.before()).equals(value(finding.after()));
    }

    private static Object value(Reading reading) {
        return reading instanceof Reading.Seen seen ? seen.seen() : reading;
    }

    private static boolean has(Collection<Finding> findings, Outcome outcome) {
        return findings.stream().anyMatch(finding -> finding.outcome() == outcome);
    }
}

package dev.shisa.operation;

import dev.shisa.account.FacetValue;
import dev.shisa.account.Reading;
import dev.shisa.diag.ExitStatus;
import dev.shisa.journal.RunStatus;
import dev.shisa.journal.TargetState;
import dev.shisa.judge.Finding;
import dev.shisa.judge.Judgement;
import dev.shisa.judge.Outcome;
import dev.shisa.judge.Verdict;
import dev.shisa.run.RunEnding;
import dev.shisa.run.RunOrder;
import java.util.List;
import java.util.Optional;

/**
 * What a run ends with.
 *
 * @param status how it stands
 * @param exit how the process ends
 * @param open targets that are not settled
 */
record Ending(RunStatus status, ExitStatus exit, int open) {

    /**
     * Decides how a run ended, in the order of the contract: violated, targets remain, not visible, partly done, done.
     *
     * @param judgement of the whole tenant; without one nothing is done
     */
    static Ending of(RunOrder order, RunEnding ending, Optional<Judgement> judgement) {
        int targets = order.targets().size();
        int begun = ending.states().size();
        int verified = ending.count(TargetState.VERIFIED);
        int notVisible = ending.count(TargetState.MISSING) + ending.count(TargetState.ACCEPTED)
                + ending.count(TargetState.UNKNOWN) + ending.count(TargetState.PARTIAL)
                + ending.count(TargetState.NOT_APPLIED);
        int open = targets - verified - ending.count(TargetState.SKIPPED) - ending.count(TargetState.REJECTED)
                - ending.count(TargetState.OVERTAKEN);
        boolean violated = ending.violated() || judgement.filter(Ending::isViolation).isPresent();
        if (order.isUndo()) {
            return undo(order, ending, open, judgement);
        }
        if (violated) {
            return new Ending(RunStatus.VIOLATED, ExitStatus.VIOLATED, open);
        }
        if (begun < targets) {
            return new Ending(ending.halted().isPresent() ? RunStatus.HALTED : RunStatus.PAUSED, ExitStatus.PAUSED,
                    open);
        }
        boolean unseen = judgement.isEmpty() || judgement.filter(Ending::isOpen).isPresent();
        if (notVisible > 0 || unseen) {
            return new Ending(RunStatus.UNKNOWN, ExitStatus.NOT_VISIBLE, open);
        }
        return verified == targets
                ? new Ending(RunStatus.COMPLETED, ExitStatus.DONE, 0)
                : new Ending(RunStatus.PARTIAL, ExitStatus.PARTLY_DONE, 0);
    }

    /** An undo that did not bring everything back is stuck, however it came about. */
    private static Ending undo(RunOrder order, RunEnding ending, int open, Optional<Judgement> judgement) {
        int targets = order.targets().size();
        if (judgement.filter(seen -> isMadeWorse(seen, ending)).isPresent()) {
            return new Ending(RunStatus.STUCK, ExitStatus.VIOLATED, open);
        }
        int leftOut = order.original().size() - targets;
        if (ending.count(TargetState.VERIFIED) == targets && judgement.isPresent()) {
            return leftOut == 0
                    ? new Ending(RunStatus.COMPLETED, ExitStatus.DONE, 0)
                    : new Ending(RunStatus.STUCK, ExitStatus.PARTLY_DONE, leftOut);
        }
        if (ending.halted().isPresent() && open > 0) {
            return new Ending(RunStatus.HALTED, ExitStatus.PAUSED, open);
        }
        if (ending.states().size() < targets) {
            return new Ending(RunStatus.STUCK, ExitStatus.PAUSED, open);
        }
        boolean refused = ending.count(TargetState.REJECTED) > 0 || ending.count(TargetState.VERIFIED) > 0;
        return new Ending(RunStatus.STUCK,
                judgement.isPresent() && refused ? ExitStatus.PARTLY_DONE : ExitStatus.NOT_VISIBLE, open);
    }

    /** Whether the way back harmed somebody else, or left an account neither as it was before all nor as it was found. */
    private static boolean isMadeWorse(Judgement judgement, RunEnding ending) {
        return judgement.count(Outcome.COLLATERAL) > 0
                || judgement.notable().stream().filter(finding -> finding.outcome() == Outcome.EXTRA)
                        .anyMatch(finding -> !asFound(finding, ending));
    }

    private static boolean asFound(Finding finding, RunEnding ending) {
        Optional<FacetValue> found = Optional.ofNullable(ending.before().get(finding.account()))
                .flatMap(account -> account.value(finding.facet()));
        return found.isPresent() && finding.after() instanceof Reading.Seen seen && seen.seen().equals(found.get());
    }

    /** An undo that brought back all that can be judged, and not all that was kept, is done in part. It leaves nothing open. */
    Ending unless(List<String> notBack) {
        return status == RunStatus.COMPLETED && !notBack.isEmpty()
                ? new Ending(RunStatus.PARTIAL, ExitStatus.PARTLY_DONE, open)
                : this;
    }

    /** Whether the run came to its end, whatever was not done. */
    boolean isFinished() {
        return status == RunStatus.COMPLETED || status == RunStatus.PARTIAL;
    }

    private static boolean isViolation(Judgement judgement) {
        return judgement.verdict() == Verdict.FAILED;
    }

    private static boolean isOpen(Judgement judgement) {
        return judgement.verdict() != Verdict.PASSED;
    }
}

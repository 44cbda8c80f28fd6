package dev.shisa.cli;

import dev.shisa.operation.Resumption;
import dev.shisa.diag.Diagnostic;
import dev.shisa.operation.Draft;
import dev.shisa.operation.UndoDraft;
import dev.shisa.run.Progress;
import dev.shisa.site.TenantKind;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/** How a command shows itself. One implementation speaks to people, one to machines; both are told the same. */
interface View extends Progress {

    /** The first thing shown: what is at stake. */
    void begin(TenantKind kind, String command);

    /** Refusals, warnings and notes, all at once. */
    void diagnostics(List<Diagnostic> diagnostics);

    /** A plan as it was made. */
    void plan(Draft draft);

    /**
     * What an undo would bring back.
     *
     * @param left how many accounts have to be confirmed; fewer than its targets where an undo is gone on with
     */
    void undo(UndoDraft draft, int left);

    /** What is left of a run that paused, why it paused, and what changed since. */
    void resume(Resumption resumption);

    /**
     * Requests have to wait. Told by any thread.
     *
     * @param wait how long, by what is known now
     * @param why the reason, as a phrase
     */
    void waiting(Duration wait, String why);

    /** How a run stands now; told again whenever it changed. */
    void standing(RunStanding standing);

    /** One row of a listing, or one thing looked up: names to values, in the order in which they are read. */
    void row(String type, SortedMap<String, Object> members, List<String> order);

    /** Text that is itself the data asked for, such as a report. */
    void document(String text);

    /** The last word. */
    void end(Outcome outcome);
}

package dev.shisa.operation;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.account.Traits;
import dev.shisa.catalog.Catalog;
import dev.shisa.catalog.Impact;
import dev.shisa.diag.RefusedException;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.plan.PlanFile;
import dev.shisa.policy.Variable;
import dev.shisa.tenant.ListingReport;
import dev.shisa.tenant.TenantFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What was done of late: by the recycle bin's own dates, whoever did it, and by this store's journals. Nobody's clock but the service's decides what is of
 * late.
 */
final class History {
    private static final Duration DAY = Duration.ofHours(24);

    private final Connection connection;
    private final Archive archive;
    private final Catalog catalog;
    private final Instant since;

    History(Connection connection, Archive archive, Catalog catalog, Instant now) {
        this.connection = connection;
        this.archive = archive;
        this.catalog = catalog;
        this.since = now.minus(DAY);
    }

    /** The values of the variables about the past, for a draft. */
    Map<Variable, Object> of(Draft draft) throws TenantFailure, IOException, RefusedException {
        List<RunSummary> all = archive.runs().stream()
                .filter(run -> run.tenantId().equals(connection.identity().id())).toList();
        List<RunSummary> runs = all.stream().filter(run -> run.kind() == RunKind.RUN).toList();
        Set<AccountId> lost = new HashSet<>();
        deleted(draft.overview(), lost);
        for (RunSummary run : runs) {
            if (!isBroughtBack(run, all) && isDestructive(run) && isOfLate(run)) {
                lost.addAll(archive.standing(run.run()).state().before().keySet());
            }
        }
        // Who is meant now is counted as a target, and not as lost before.
        draft.plan().targets().forEach(target -> lost.remove(target.id()));
        List<RunSummary> same = runs.stream().filter(run -> run.command().equals(draft.plan().command())).toList();
        return Map.of(Variable.HISTORY_LOST, (long) lost.size(), Variable.HISTORY_RUNS, (long) same.size(),
                Variable.HISTORY_LARGEST, same.stream().mapToLong(RunSummary::targets).max().orElse(0));
    }

    private void deleted(Overview overview, Set<AccountId> lost) throws TenantFailure {
        // An entry without its date may be of this minute.
        BiConsumer<AccountId, Optional<Instant>> note = (id, deletedAt) -> {
            if (deletedAt.filter(at -> at.isBefore(since)).isEmpty()) {
                lost.add(id);
            }
        };
        if (overview instanceof Overview.Whole whole) {
            whole.deleted().forEach(note);
            return;
        }
        ListingReport report = connection.reader()
                .listDeleted(account -> note.accept(account.id(), account.traits().flatMap(Traits::deletedAt)));
        if (!report.finished() || !report.warnings().isEmpty()) {
            throw new TenantFailure(TenantFailure.Reason.MALFORMED,
                    Text.of("The recycle bin could not be listed to its end, so nobody can say how many accounts "
                            + "were lost of late."));
        }
    }

    /** An undo that came to its end; one that left somebody behind brought the run back only in part, and then all of it counts. */
    private static boolean isBroughtBack(RunSummary run, List<RunSummary> all) {
        return run.status() == RunStatus.UNDONE
                && all.stream().anyMatch(undo -> undo.isUndoOf(run.run()) && undo.status() == RunStatus.COMPLETED);
    }

    private boolean isDestructive(RunSummary run) {
        return catalog.find(run.command()).filter(command -> command.impact() == Impact.RESTORING).isEmpty();
    }

    /** A run is as young as the younger of two dates: the local one of its journal, and the service's of its plan. */
    private boolean isOfLate(RunSummary run) throws IOException {
        Optional<Instant> planned = archive.plan(run.plan()).filter(PlanFile.Content.Intact.class::isInstance)
                .map(content -> ((PlanFile.Content.Intact) content).plan().created());
        return !run.started().isBefore(since) || planned.filter(at -> at.isBefore(since)).isEmpty();
    }
}

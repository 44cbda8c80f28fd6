package dev.shisa.operation;

import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunStatus;
import dev.shisa.store.SealedObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a run stands, in a few words. The journal says more, and is what is believed; this says it quickly.
 *
 * @param run name of the run
 * @param kind why it was started
 * @param command noun and verb
 * @param tenantId the tenant
 * @param domain the tenant's default domain
 * @param status how it stands
 * @param started local time
 * @param targets number of targets
 * @param pending targets whose outcome is not settled
 * @param plan name of the plan; of the run that is brought back, for an undo
 */
public record RunSummary(String run, RunKind kind, String command, String tenantId, String domain, RunStatus status,
        Instant started,
        int targets, int pending, String plan) {

    /** Whether this brings that run back. */
    public boolean isUndoOf(String other) {
        return kind == RunKind.UNDO && plan.equals(other);
    }

    /** The same run with another status. */
    public RunSummary withStatus(RunStatus next, int stillPending) {
        return new RunSummary(run, kind, command, tenantId, domain, next, started, targets, stillPending, plan);
    }

    byte[] toFile() {
        return SealedObject.seal(SealedObject.object().put("format_version", "1.0").put("run", run)
                .put("kind_of_run", kind.label())
                .put("command", command).put("tenant_id", tenantId).put("domain", domain).put("status", status.label())
                .put("started", started.toString()).put("targets", targets).put("pending", pending).put("plan", plan));
    }

    /** The summary in a file's bytes; empty when they do not verify. */
    static Optional<RunSummary> fromFile(byte[] bytes) {
        if (!(SealedObject.open(bytes) instanceof SealedObject.Content.Intact intact)) {
            return Optional.empty();
        }
        ObjectNode node = intact.object();
        return Optional.of(
                new RunSummary(text(node, "run"), RunKind.valueOf(upper(node, "kind_of_run")), text(node, "command"),
                        text(node, "tenant_id"), text(node, "domain"), RunStatus.valueOf(upper(node, "status")),
                        Instant.parse(text(node, "started")), node.required("targets").intValue(),
                        node.required("pending").intValue(),
                        text(node, "plan")));
    }

    private static String text(ObjectNode node, String member) {
        return node.required(member).stringValue();
    }

    private static String upper(ObjectNode node, String member) {
        return text(node, member).toUpperCase(Locale.ROOT);
    }
}

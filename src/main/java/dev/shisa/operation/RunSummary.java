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
 * @param before name of the snapshot before it; empty when there is none
 * @param after name of the snapshot after it; empty while there is none
 * @param verifyFrom from when on it can be verified, by the service's clock; empty when nobody asks for that
 * @param verified whether it was
 */
public record RunSummary(String run, RunKind kind, String command, String tenantId, String domain, RunStatus status,
        Instant started, int targets, int pending, String plan, Optional<String> before, Optional<String> after,
        Optional<Instant> verifyFrom,
        boolean verified) {

    /** A run that begins. */
    public static RunSummary begun(String run, RunKind kind, String command, String tenantId, String domain,
            Instant started, int targets, String plan, Optional<String> before) {
        return new RunSummary(run, kind, command, tenantId, domain, RunStatus.RUNNING, started, targets, targets, plan,
                before, Optional.empty(), Optional.empty(), false);
    }

    /** Whether what it did has still to be looked at again. */
    public boolean isProvisional() {
        boolean ended = status == RunStatus.COMPLETED || status == RunStatus.PARTIAL;
        return ended && verifyFrom.isPresent() && !verified;
    }

    /** The same run, to be verified from then on. */
    RunSummary provisionalUntil(Instant from) {
        return new RunSummary(run, kind, command, tenantId, domain, status, started, targets, pending, plan, before,
                after, Optional.of(from), false);
    }

    /** The same run, with the snapshot after it. */
    RunSummary withAfter(Optional<String> snapshot) {
        return new RunSummary(run, kind, command, tenantId, domain, status, started, targets, pending, plan, before,
                snapshot, verifyFrom, verified);
    }

    /** The same run of a tenant that is no more: nobody can look again at what it did. */
    public RunSummary ofTheGone() {
        return new RunSummary(run, kind, command, tenantId, domain, status.isOpen() ? RunStatus.CLOSED : status,
                started,
                targets, 0, plan, before, after, Optional.empty(), false);
    }

    /** The same run, verified. */
    RunSummary asVerified() {
        return new RunSummary(run, kind, command, tenantId, domain, status, started, targets, pending, plan, before,
                after, verifyFrom, true);
    }

    /** Whether this brings that run back. */
    public boolean isUndoOf(String other) {
        return kind == RunKind.UNDO && plan.equals(other);
    }

    /** The same run with another status. */
    public RunSummary withStatus(RunStatus next, int stillPending) {
        return new RunSummary(run, kind, command, tenantId, domain, next, started, targets, stillPending, plan, before,
                after, verifyFrom, verified);
    }

    byte[] toFile() {
        return SealedObject.seal(SealedObject.object().put("format_version", "1.0").put("run", run)
                .put("kind_of_run", kind.label())
                .put("command", command).put("tenant_id", tenantId).put("domain", domain).put("status", status.label())
                .put("started", started.toString()).put("targets", targets).put("pending", pending).put("plan", plan)
                .put("snapshot_before", before.orElse(null)).put("snapshot_after", after.orElse(null))
                .put("verify_from", verifyFrom.map(Instant::toString).orElse(null)).put("verified", verified));
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
                        node.required("pending").intValue(), text(node, "plan"), optional(node, "snapshot_before"),
                        optional(node, "snapshot_after"),
                        optional(node, "verify_from").map(Instant::parse), node.required("verified").booleanValue()));
    }

    private static Optional<String> optional(ObjectNode node, String member) {
        return node.required(member).isNull() ? Optional.empty() : Optional.of(text(node, member));
    }

    private static String text(ObjectNode node, String member) {
        return node.required(member).stringValue();
    }

    private static String upper(ObjectNode node, String member) {
        return text(node, member).toUpperCase(Locale.ROOT);
    }
}

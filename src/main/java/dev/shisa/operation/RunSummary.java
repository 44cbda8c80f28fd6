package dev.shisa.operation;

import dev.shisa.journal.Entry;
import dev.shisa.journal.RunKind;
import dev.shisa.journal.RunState;
import dev.shisa.journal.RunStatus;
import dev.shisa.store.SealedObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a run stands, in a few words: what its journal folds to. A file of it beside the journal only spares reading a long journal again, and is
 * believed only while the journal ends as it did then.
 *
 * @param run name of the run
 * @param kind why it was started
 * @param command noun and verb
 * @param tenantId the tenant
 * @param domain the tenant's default domain
 * @param status how it stands
 * @param started local time
 * @param by who started it
 * @param targets number of targets
 * @param pending targets whose outcome is not settled
 * @param plan name of the plan; of the run that is brought back, for an undo
 * @param before name of the snapshot before it; empty when there is none
 * @param after name of the snapshot after it; empty while there is none
 * @param verifyFrom from when on it can be verified, by the service's clock; empty when nobody asks for that
 * @param verified whether it was
 */
public record RunSummary(String run, RunKind kind, String command, String tenantId, String domain, RunStatus status,
        Instant started, String by, int targets, int pending, String plan, Optional<String> before,
        Optional<String> after, Optional<Instant> verifyFrom, boolean verified) {

    /**
     * What a journal says.
     *
     * @param alive whether a process works on it
     */
    static RunSummary of(RunState state, boolean alive) {
        Entry.Opened opened = state.opened();
        return new RunSummary(opened.run(), opened.kind(), opened.command(), opened.tenantId(), opened.domain(),
                state.status(alive), opened.at(), opened.by(), opened.targets(), state.pending(), opened.plan(),
                opened.snapshot(), state.closed().flatMap(Entry.Closed::snapshot),
                state.closed().flatMap(Entry.Closed::verifyFrom), state.isVerified());
    }

    /** Whether what it did has still to be looked at again. */
    public boolean isProvisional() {
        boolean ended = status == RunStatus.COMPLETED || status == RunStatus.PARTIAL;
        return ended && verifyFrom.isPresent() && !verified;
    }

    /** Whether it can be taken up again: it stopped before its end, and harmed nobody. Of a rehearsal only its account is brought back. */
    public boolean goesOn() {
        return goesOn(kind, status);
    }

    /** Whether a run of that kind that stands so can be taken up again; as {@link #goesOn()}. */
    public static boolean goesOn(RunKind kind, RunStatus status) {
        return switch (status) {
            case PAUSED, UNKNOWN, INTERRUPTED, HALTED -> true;
            case STUCK -> kind == RunKind.REHEARSAL;
            case RUNNING, COMPLETED, PARTIAL, VIOLATED, UNDONE, CLOSED -> false;
        };
    }

    /** Whether this brings that run back. */
    public boolean isUndoOf(String other) {
        return kind == RunKind.UNDO && plan.equals(other);
    }

    /** The same run, which another one has brought back. */
    RunSummary undone() {
        return new RunSummary(run, kind, command, tenantId, domain, RunStatus.UNDONE, started, by, targets, 0, plan,
                before, after, verifyFrom, verified);
    }

    byte[] toFile(String head) {
        return SealedObject.seal(SealedObject.object().put("format_version", "1.1").put("head", head).put("run", run)
                .put("kind_of_run", kind.label())
                .put("command", command).put("tenant_id", tenantId).put("domain", domain).put("status", status.label())
                .put("started", started.toString()).put("by", by).put("targets", targets).put("pending", pending)
                .put("plan", plan)
                .put("snapshot_before", before.orElse(null)).put("snapshot_after", after.orElse(null))
                .put("verify_from", verifyFrom.map(Instant::toString).orElse(null)).put("verified", verified));
    }

    /**
     * The summary in a file's bytes.
     *
     * @param head digest of the journal's last record
     * @return empty when they do not verify, or are of an earlier state of the journal
     */
    static Optional<RunSummary> fromFile(byte[] bytes, String head) {
        if (!(SealedObject.open(bytes) instanceof SealedObject.Content.Intact intact)
                || !intact.object().path("head").asString("").equals(head)) {
            return Optional.empty();
        }
        try {
            RunSummary summary = decode(intact.object());
            return Arrays.equals(summary.toFile(head), SealedObject.seal(intact.object()))
                    ? Optional.of(summary)
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            // Sealed by another version, or by another hand: the journal tells.
            return Optional.empty();
        }
    }

    private static RunSummary decode(ObjectNode node) {
        return new RunSummary(text(node, "run"), RunKind.valueOf(upper(node, "kind_of_run")), text(node, "command"),
                text(node, "tenant_id"), text(node, "domain"), RunStatus.valueOf(upper(node, "status")),
                Instant.parse(text(node, "started")), text(node, "by"), node.required("targets").intValue(),
                node.required("pending").intValue(), text(node, "plan"), optional(node, "snapshot_before"),
                optional(node, "snapshot_after"),
                optional(node, "verify_from").map(Instant::parse), node.required("verified").booleanValue());
    }

    private static Optional<String> optional(ObjectNode node, String member) {
        return node.required(member).isNull() ? Optional.empty() : Optional.of(text(node, member));
    }

    private static String text(ObjectNode node, String member) {
        return SealedObject.text(node.required(member));
    }

    private static String upper(ObjectNode node, String member) {
        return text(node, member).toUpperCase(Locale.ROOT);
    }
}

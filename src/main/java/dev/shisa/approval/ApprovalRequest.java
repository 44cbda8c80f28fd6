package dev.shisa.approval;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.plan.Plan;
import dev.shisa.plan.Target;
import dev.shisa.site.TenantKind;
import dev.shisa.store.Digest;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an approver signs: everything that decides what would be done, to how many, and by what it was proved. All times are the service's.
 *
 * @param tenantId the tenant
 * @param domain its default domain, for people
 * @param kind what is at stake, for people
 * @param plan name of the plan, for people
 * @param planDigest digest of the plan, which names every target
 * @param command noun and verb
 * @param commandDigest digest of the catalog entry
 * @param choices the decided options and parameters as typed
 * @param targets how many accounts, at least one
 * @param targetsDigest digest of their ids, {@link #targetsDigest}
 * @param countsByShape how many of each shape; together {@code targets}
 * @param sample names of the first targets, {@link #SAMPLE} or all, for people
 * @param loss what is lost
 * @param leftOut how many accounts were left out, by reason
 * @param exposure how many accounts may be written and not yet judged
 * @param evidence digest of the evidence for each shape
 * @param policies digest of the policies
 * @param catalog digest of the catalog
 * @param waivers exceptions that are made use of, by their digests
 * @param undo the way back; empty when there is none
 * @param notBefore from when it may be done, inclusive
 * @param notAfter until when it may be begun, exclusive
 * @param requester who asks
 * @param auditHead head of the audit log when it was asked, if it is known
 * @param reason why, in the requester's words; empty when not given
 * @param ticket the requester's ticket; empty when not given
 */
public record ApprovalRequest(String tenantId, String domain, TenantKind kind, String plan, String planDigest,
        String command, String commandDigest, List<String> choices, int targets, String targetsDigest,
        SortedMap<String, Integer> countsByShape, List<String> sample, SortedSet<Facet> loss,
        SortedMap<String, Integer> leftOut, int exposure, SortedMap<String, String> evidence, String policies,
        String catalog, List<Waiver> waivers, Optional<Undo> undo, Instant notBefore, Instant notAfter,
        Requester requester, Optional<String> auditHead, String reason, String ticket) {
    /** How many targets are named. */
    public static final int SAMPLE = 10;

    /**
     * An exception from a policy.
     *
     * @param digest its digest
     * @param text what it excepts, in one line
     */
    public record Waiver(String digest, String text) {
    }

    /**
     * The way back that is approved together with the way there.
     *
     * @param command what brings it back, as it would be typed
     * @param deadline until when it is promised, exclusive
     */
    public record Undo(String command, Instant deadline) {
    }

    /**
     * Who asks for an approval; never the one who gives it.
     *
     * @param principal the name by which the site knows this person; not blank
     * @param user the user of the operating system; not blank
     * @param host the machine; may be empty
     */
    public record Requester(String principal, String user, String host) {
        public Requester {
            if (principal.isBlank() || user.isBlank()) {
                throw new IllegalArgumentException("nobody is named as requester");
            }
        }
    }

    /**
     * What a plan is held against.
     *
     * @param evidence digest of the evidence for each shape
     * @param policies digest of the policies
     * @param catalog digest of the catalog
     * @param waivers exceptions that are made use of
     * @param undo the way back, if there is one
     * @param auditHead head of the audit log, if it is known
     */
    public record Grounds(SortedMap<String, String> evidence, String policies, String catalog, List<Waiver> waivers,
            Optional<Undo> undo, Optional<String> auditHead) {
    }

    /**
     * @throws IllegalArgumentException when the numbers contradict each other, or it is never valid
     */
    public ApprovalRequest {
        choices = List.copyOf(choices);
        countsByShape = Collections.unmodifiableSortedMap(new TreeMap<>(countsByShape));
        sample = List.copyOf(sample);
        loss = Collections.unmodifiableSortedSet(new TreeSet<>(loss));
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
        waivers = waivers.stream().sorted(Comparator.comparing(Waiver::digest).thenComparing(Waiver::text)).toList();
        if (targets < 1 || countsByShape.values().stream().anyMatch(count -> count < 1)
                || countsByShape.values().stream().mapToLong(Integer::longValue).sum() != targets) {
            throw new IllegalArgumentException("its counts by shape are not together its number of targets");
        }
        if (sample.size() != Math.min(SAMPLE, targets)) {
            throw new IllegalArgumentException("it does not name its first " + SAMPLE + " targets");
        }
        if (exposure < 0 || leftOut.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("it has a number below 0");
        }
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException("it is never valid: not_before is not before not_after");
        }
    }

    /**
     * The request for a plan.
     *
     * @param digest digest of the plan as its file has it
     * @param words the decided options and parameters as typed
     */
    public static ApprovalRequest of(Plan plan, String digest, List<String> words, Grounds grounds, Requester requester,
            Instant notBefore, Instant notAfter) {
        return new ApprovalRequest(plan.tenantId(), plan.domain(), plan.kind(), plan.id(), digest,
                plan.command(), plan.commandDigest(), words, plan.targets().size(),
                targetsDigest(plan.targets().stream().map(Target::id).toList()), plan.shapes(),
                plan.targets().stream().limit(SAMPLE).map(Target::name).toList(), plan.loss(), plan.leftOut(),
                plan.exposure(), grounds.evidence(), grounds.policies(), grounds.catalog(), grounds.waivers(),
                grounds.undo(), notBefore, notAfter, requester, grounds.auditHead(), plan.reason(), plan.ticket());
    }

    /** The same with another exposure. */
    public ApprovalRequest exposing(int accounts) {
        return new ApprovalRequest(tenantId, domain, kind, plan, planDigest, command, commandDigest, choices, targets,
                targetsDigest, countsByShape, sample, loss, leftOut, accounts, evidence, policies, catalog, waivers,
                undo,
                notBefore, notAfter, requester, auditHead, reason, ticket);
    }

    /** The same with another head of the audit log. */
    public ApprovalRequest anchored(Optional<String> head) {
        return new ApprovalRequest(tenantId, domain, kind, plan, planDigest, command, commandDigest, choices, targets,
                targetsDigest, countsByShape, sample, loss, leftOut, exposure, evidence, policies, catalog, waivers,
                undo,
                notBefore, notAfter, requester, head, reason, ticket);
    }

    /** SHA-256 over the ids in their order, each with a line feed after it. */
    public static String targetsDigest(Collection<AccountId> targets) {
        return Digest.of(targets.stream().distinct().sorted().map(id -> id + "\n").collect(Collectors.joining()));
    }
}

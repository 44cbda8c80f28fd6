package dev.shisa.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A log held against what is known of it elsewhere: heads that somebody wrote down, and the runs of the store.
 *
 * @param records how many records there are
 * @param anchored up to which record, from 1, an anchor vouches for the log; 0 where none does
 * @param findings what does not fit, in sentences; empty when all is well
 * @param unfinished invocations that were begun and never ended; they died, or are still at work
 */
public record AuditCheck(int records, int anchored, List<String> findings, List<String> unfinished) {
    public AuditCheck {
        findings = List.copyOf(findings);
        unfinished = List.copyOf(unfinished);
    }

    /**
     * Checks a log.
     *
     * @param anchors heads of the log, as results, reports and tickets hold them
     * @param runs the names of the store's runs
     */
    public static AuditCheck of(AuditLog.Content content, Collection<String> anchors, Collection<String> runs) {
        return switch (content) {
            case AuditLog.Content.Damaged damaged -> new AuditCheck(damaged.record() - 1, 0,
                    List.of(damaged.sentence() + "; the " + (damaged.record() - 1) + " records before it verify"),
                    List.of());
            case AuditLog.Content.Verified verified -> of(verified, anchors, runs);
        };
    }

    private static AuditCheck of(AuditLog.Content.Verified verified, Collection<String> anchors,
            Collection<String> runs) {
        List<String> findings = new ArrayList<>();
        int anchored = 0;
        for (String anchor : anchors) {
            int record = verified.digests().indexOf(anchor) + 1;
            if (record == 0) {
                findings.add("no record has the anchored head " + anchor
                        + ": the log was cut before it, or written anew");
            }
            anchored = Math.max(anchored, record);
        }
        Set<String> worked = verified.entries().stream().filter(AuditEntry.Worked.class::isInstance)
                .map(entry -> ((AuditEntry.Worked) entry).run()).collect(Collectors.toSet());
        new TreeSet<>(runs).stream().filter(run -> !worked.contains(run))
                .map(run -> "the store holds " + run + ", and no record tells of it: the log was cut, or written anew")
                .forEach(findings::add);
        return new AuditCheck(verified.entries().size(), anchored, findings, unfinished(verified.entries()));
    }

    private static List<String> unfinished(List<AuditEntry> entries) {
        Set<String> ended = entries.stream().filter(AuditEntry.Ended.class::isInstance).map(AuditEntry::invocation)
                .collect(Collectors.toSet());
        return entries.stream().filter(AuditEntry.Begun.class::isInstance).map(AuditEntry.Begun.class::cast)
                .filter(begun -> !ended.contains(begun.invocation()))
                .map(begun -> begun.invocation() + " of " + begun.at() + ", by " + begun.by() + ": " + begun.command())
                .toList();
    }

    /** The records that no anchor vouches for; empty when there are none. */
    public Optional<String> unanchored() {
        return anchored == records ? Optional.empty() : Optional.of(anchored + 1 + " to " + records);
    }
}

package dev.shisa.snapshot;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.tenant.ListingReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One listing with the counts around it: of the active accounts, or of the recycle bin. Used by one thread.
 */
final class Census {
    /** Where listings are known to stop. A tenant may really have that many accounts; then both counts say so. */
    private static final Set<Long> CAPS = Set.of(100L, 200L, 250L, 500L, 999L, 1000L, 2000L, 5000L, 10_000L);

    private final String what;
    private final Map<AccountId, Observation> kept = new HashMap<>();
    private final Set<AccountId> twice = new HashSet<>();
    private final Set<AccountId> joined = new HashSet<>();
    private final Set<AccountId> left = new HashSet<>();
    private int touchedAndListed;
    private long before;
    private long after;
    private long listed;
    private ListingReport report = new ListingReport(0, 0, 0, false, List.of());

    Census(String what) {
        this.what = what;
    }

    void countedBefore(long count) {
        before = count;
    }

    void countedAfter(long count) {
        after = count;
    }

    /** One row of the listing. */
    void list(Observation account) {
        listed++;
        if (kept.put(account.id(), account) != null) {
            twice.add(account.id());
        }
    }

    void ended(ListingReport ending) {
        report = ending;
    }

    /** A changed account was read again and belongs here. */
    void belongs(Observation account) {
        if (kept.put(account.id(), account) == null) {
            joined.add(account.id());
        } else {
            touchedAndListed++;
        }
    }

    /** A changed account was read again and does not belong here. */
    void doesNotBelong(AccountId id) {
        if (kept.remove(id) != null) {
            left.add(id);
        }
    }

    Collection<Observation> accounts() {
        return kept.values();
    }

    Set<AccountId> ids() {
        return kept.keySet();
    }

    ListingReport report() {
        return report;
    }

    SnapshotManifest.Tally tally() {
        return new SnapshotManifest.Tally(before, listed, after, kept.size());
    }

    /** Why this may not be all; empty when counts, changes and listing agree. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (!report.finished()) {
            doubts.add(
                    "The listing of " + what + " was believed to go on to its end; it ended with more pages to come.");
        }
        if (!report.warnings().isEmpty()) {
            doubts.add(
                    "The listing of " + what + " came with a warning of the service: " + report.warnings().getFirst());
        }
        if (!twice.isEmpty()) {
            doubts.add("Each of " + what + " was believed to be listed once; " + twice.size() + " came twice, such as "
                    + twice.stream().sorted().findFirst().map(AccountId::value).orElse("") + ".");
        }
        if (report.rows() != listed) {
            doubts.add("The listing of " + what + " says it delivered " + report.rows() + "; " + listed + " arrived.");
        }
        addCountDoubts(doubts);
        return doubts;
    }

    private void addCountDoubts(List<String> doubts) {
        // Whoever changed while we looked may stand on either side of a count; everybody else may not.
        long settled = listed - touchedAndListed - left.size();
        long touched = touchedAndListed + joined.size() + (long) left.size();
        if (before < settled || before > settled + touched) {
            doubts.add("The service counted " + before + " " + what + " before the listing; it listed " + listed
                    + explained());
        }
        if (after < kept.size() - joined.size() || after > kept.size() + left.size()) {
            doubts.add("The service counted " + after + " " + what
                    + " after the listing; with its changes the listing gave "
                    + kept.size() + explained());
        }
        if (CAPS.contains(listed) && (before != listed || after != listed)) {
            doubts.add("The listing of " + what + " gave exactly " + listed
                    + ", where listings are known to stop; the service counted "
                    + before + " before and " + after + " after.");
        }
    }

    private String explained() {
        return ", and " + (joined.size() + left.size()) + " came or went meanwhile by its list of changes.";
    }

    /** Why this is held to be all. */
    String proof() {
        return "The service counted " + before + " " + what + " before and " + after + " after; it listed " + listed
                + " on "
                + report.pages() + " pages to the last link; " + joined.size() + " came and " + left.size()
                + " went meanwhile, which makes " + kept.size() + ".";
    }
}

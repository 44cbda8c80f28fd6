package dev.shisa.snapshot;

import dev.shisa.account.AccountId;
import dev.shisa.account.Observation;
import dev.shisa.account.ObservationLine;
import dev.shisa.tenant.ListingReport;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One listing with the counts around it: of the active accounts, or of the recycle bin. Used by one thread.
 */
final class Census implements Closeable {
    /** Where listings are known to stop. A tenant may really have that many accounts; then both counts say so. */
    private static final Set<Long> CAPS = Set.of(100L, 200L, 250L, 500L, 999L, 1000L, 2000L, 5000L, 10_000L);

    private final String what;
    private final LineSorter sorter;
    private long kept;
    private long twice;
    private Optional<AccountId> firstTwice = Optional.empty();
    private long joined;
    private long left;
    private long touchedAndListed;
    private long before;
    private long after;
    private long listed;
    private ListingReport report = new ListingReport(0, 0, 0, false, List.of());

    /**
     * @param what is listed, for sentences
     * @param sorter takes the rows
     */
    Census(String what, LineSorter sorter) {
        this.what = what;
        this.sorter = sorter;
    }

    void countedBefore(long count) {
        before = count;
    }

    void countedAfter(long count) {
        after = count;
    }

    /**
     * One row of the listing.
     *
     * @throws UncheckedIOException when it cannot be kept
     */
    void list(Observation account) {
        listed++;
        try {
            sorter.add(ObservationLine.write(account));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the listing by id. */
    Lines rows() throws IOException {
        return sorter.sorted();
    }

    void ended(ListingReport ending) {
        report = ending;
    }

    /**
     * An account of this listing that did not change meanwhile.
     *
     * @param id the account
     * @param times how often it was listed, at least once
     */
    void unchanged(AccountId id, int times) {
        kept++;
        isTwice(id, times);
    }

    /**
     * A changed account was read again and belongs here.
     *
     * @param times how often it was listed
     */
    void belongs(AccountId id, int times) {
        kept++;
        isTwice(id, times);
        if (times == 0) {
            joined++;
        } else {
            touchedAndListed++;
        }
    }

    /**
     * A changed account was read again and does not belong here.
     *
     * @param times how often it was listed
     */
    void doesNotBelong(AccountId id, int times) {
        isTwice(id, times);
        if (times > 0) {
            left++;
        }
    }

    private void isTwice(AccountId id, int times) {
        if (times > 1) {
            twice++;
            firstTwice = firstTwice.or(() -> Optional.of(id));
        }
    }

    ListingReport report() {
        return report;
    }

    SnapshotManifest.Tally tally() {
        return new SnapshotManifest.Tally(before, listed, after, kept);
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
        if (twice > 0) {
            doubts.add("Each of " + what + " was believed to be listed once; " + twice + " came twice, such as "
                    + firstTwice.map(AccountId::value).orElse("") + ".");
        }
        if (report.rows() != listed) {
            doubts.add("The listing of " + what + " says it delivered " + report.rows() + "; " + listed + " arrived.");
        }
        addCountDoubts(doubts);
        return doubts;
    }

    private void addCountDoubts(List<String> doubts) {
        // Whoever changed while we looked may stand on either side of a count; everybody else may not.
        long settled = listed - touchedAndListed - left;
        long touched = touchedAndListed + joined + left;
        if (before < settled || before > settled + touched) {
            doubts.add("The service counted " + before + " " + what + " before the listing; it listed " + listed
                    + explained());
        }
        if (after < kept - joined || after > kept + left) {
            doubts.add("The service counted " + after + " " + what
                    + " after the listing; with its changes the listing gave "
                    + kept + explained());
        }
        if (CAPS.contains(listed) && (before != listed || after != listed)) {
            doubts.add("The listing of " + what + " gave exactly " + listed
                    + ", where listings are known to stop; the service counted "
                    + before + " before and " + after + " after.");
        }
    }

    private String explained() {
        return ", and " + (joined + left) + " came or went meanwhile by its list of changes.";
    }

    /** Why this is held to be all. */
    String proof() {
        return "The service counted " + before + " " + what + " before and " + after + " after; it listed " + listed
                + " on "
                + report.pages() + " pages to the last link; " + joined + " came and " + left
                + " went meanwhile, which makes " + kept + ".";
    }

    @Override
    public void close() throws IOException {
        sorter.close();
    }
}

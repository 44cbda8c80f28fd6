package dev.shisa.snapshot;

import dev.shisa.text.Text;
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

    private final Text what;
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
    Census(Text what, LineSorter sorter) {
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
    List<Text> doubts() {
        List<Text> doubts = new ArrayList<>();
        if (!report.finished()) {
            doubts.add(Text.of(
                    "The listing of {0} was believed to go on to its end; it ended with more pages to come.", what));
        }
        if (!report.warnings().isEmpty()) {
            doubts.add(Text.of("The listing of {0} came with a warning of the service: {1}", what,
                    report.warnings().getFirst()));
        }
        if (twice > 0) {
            doubts.add(Text.of("Each of {0} was believed to be listed once; {1} came twice, such as {2}.", what, twice,
                    firstTwice.map(AccountId::value).orElse("")));
        }
        if (report.rows() != listed) {
            doubts.add(Text.of("The listing of {0} says it delivered {1}; {2} arrived.", what, report.rows(), listed));
        }
        addCountDoubts(doubts);
        return doubts;
    }

    private void addCountDoubts(List<Text> doubts) {
        // Whoever changed while we looked may stand on either side of a count; everybody else may not.
        long settled = listed - touchedAndListed - left;
        long touched = touchedAndListed + joined + left;
        if (before < settled || before > settled + touched) {
            doubts.add(Text.of("The service counted {0} {1} before the listing; it listed {2}, and {3} came or went "
                    + "meanwhile by its list of changes.", before, what, listed, joined + left));
        }
        if (after < kept - joined || after > kept + left) {
            doubts.add(Text.of("The service counted {0} {1} after the listing; with its changes the listing gave {2}, "
                    + "and {3} came or went meanwhile by its list of changes.", after, what, kept, joined + left));
        }
        if (CAPS.contains(listed) && (before != listed || after != listed)) {
            doubts.add(Text
                    .of("The listing of {0} gave exactly {1}, where listings are known to stop; the service counted "
                            + "{2} before and {3} after.", what, listed, before, after));
        }
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

package dev.shisa.snapshot;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What differs between two snapshots of a tenant.
 *
 * @param differences sorted by account id, then by facet
 */
public record SnapshotComparison(List<Difference> differences) {
    public SnapshotComparison {
        differences = List.copyOf(differences);
    }

    /** Compares an earlier snapshot with a later one. */
    public static SnapshotComparison compare(Snapshot earlier, Snapshot later) {
        TreeSet<AccountId> ids = new TreeSet<>(earlier.accounts().keySet());
        ids.addAll(later.accounts().keySet());
        List<Difference> differences = new ArrayList<>();
        for (AccountId id : ids) {
            Observation before = earlier.accounts().get(id);
            Observation after = later.accounts().get(id);
            if (before != null && after != null) {
                compare(before, after, differences);
            } else if (after != null) {
                differences.add(new Difference.Added(after));
            } else if (before != null) {
                differences.add(new Difference.Removed(before));
            }
        }
        return new SnapshotComparison(differences);
    }

    private static void compare(Observation before, Observation after, List<Difference> differences) {
        boolean sameIdentity = before.value(Facet.IDENTITY).equals(after.value(Facet.IDENTITY));
        for (Facet facet : Facet.values()) {
            // What becomes of an account in the recycle bin cannot be seen, and goes with its identity.
            if (facet == Facet.IDENTITY || sameIdentity) {
                compare(facet, before, after, differences);
            }
        }
    }

    private static void compare(Facet facet, Observation before, Observation after, List<Difference> differences) {
        Reading earlier = before.reading(facet);
        Reading later = after.reading(facet);
        if (earlier instanceof Reading.Seen(FacetValue was, _, _)
                && later instanceof Reading.Seen(FacetValue is, _, _)) {
            if (!was.equals(is)) {
                differences.add(new Difference.Changed(after.id(), after.name(), was, is));
            }
        } else if (earlier instanceof Reading.Seen && later instanceof Reading.Unseen(String reason)) {
            differences.add(new Difference.Unseen(after.id(), after.name(), facet, reason));
        } else if (earlier instanceof Reading.Unseen(String reason) && later instanceof Reading.Seen) {
            differences.add(new Difference.Unseen(after.id(), after.name(), facet, reason));
        }
    }
}

package dev.shisa.snapshot;

import dev.shisa.text.Text;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue;
import dev.shisa.account.Observation;
import dev.shisa.account.ObservationLine;
import dev.shisa.account.Reading;
import dev.shisa.diag.Diagnostic;
import dev.shisa.diag.ExitStatus;
import dev.shisa.diag.RefusedException;
import dev.shisa.store.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What differs between two kept snapshots of a tenant, found by walking through both at once. An account whose bytes are the same in both is not
 * looked into. Nothing is told before both were read to their end and verified.
 */
public final class SnapshotComparison {
    /** Differences that are remembered; when there are more, both snapshots are read once more to tell them. */
    private static final int REMEMBERED = 20_000;

    private final Path earlier;
    private final Path later;
    private final Disk disk;

    private SnapshotComparison(Path earlier, Path later, Disk disk) {
        this.earlier = earlier;
        this.later = later;
        this.disk = disk;
    }

    /**
     * Compares.
     *
     * @param earlier folder of the earlier snapshot
     * @param later folder of the later one
     * @param told takes every difference, sorted by account id, then by facet
     * @return how many there are
     * @throws RefusedException when one of them does not verify; then nothing is told
     * @throws IOException when one of them cannot be read
     */
    public static long compare(Path earlier, Path later, Disk disk, Consumer<Difference> told)
            throws IOException, RefusedException {
        return compare(earlier, later, disk, REMEMBERED, told);
    }

    static long compare(Path earlier, Path later, Disk disk, int remembered, Consumer<Difference> told)
            throws IOException, RefusedException {
        SnapshotComparison comparison = new SnapshotComparison(earlier, later, disk);
        List<Difference> first = new ArrayList<>();
        long[] count = new long[1];
        comparison.walk(difference -> {
            if (count[0]++ < remembered) {
                first.add(difference);
            }
        });
        if (count[0] <= remembered) {
            first.forEach(told);
        } else {
            comparison.walk(told);
        }
        return count[0];
    }

    private void walk(Consumer<Difference> differences) throws IOException, RefusedException {
        SnapshotSeal before = FolderReading.seal(earlier, disk);
        SnapshotSeal after = FolderReading.seal(later, disk);
        try (Lines one = new VerifiedLines(earlier, before, disk);
                Lines other = new VerifiedLines(later, after, disk)) {
            merge(one, other, differences);
        } catch (VerifiedLines.SnapshotRefused e) {
            throw e.refusal();
        }
    }

    private static void merge(Lines one, Lines other, Consumer<Difference> differences) throws IOException {
        boolean hasOne = one.next();
        boolean hasOther = other.next();
        while (hasOne || hasOther) {
            int order = hasOne && hasOther
                    ? ObservationLine.compareIds(one.bytes(), one.from(), other.bytes(), other.from())
                    : hasOne ? -1 : 1;
            if (order < 0) {
                differences.accept(new Difference.Removed(read(one)));
            } else if (order > 0) {
                differences.accept(new Difference.Added(read(other)));
            } else if (!isSame(one, other)) {
                compare(read(one), read(other), differences);
            }
            hasOne = order <= 0 ? one.next() : hasOne;
            hasOther = order >= 0 ? other.next() : hasOther;
        }
    }

    /** Whether an account is the same to the last byte, but for when it was read. */
    private static boolean isSame(Lines one, Lines other) {
        return Arrays.equals(one.bytes(), one.from(), ObservationLine.stateEnd(one.bytes(), one.from(), one.to()),
                other.bytes(), other.from(), ObservationLine.stateEnd(other.bytes(), other.from(), other.to()));
    }

    private static Observation read(Lines lines) throws IOException {
        try {
            return ObservationLine.read(lines.bytes(), lines.from(), lines.to());
        } catch (IllegalArgumentException e) {
            throw new VerifiedLines.SnapshotRefused(Diagnostic.refusal(ExitStatus.NOT_VERIFIED,
                    Text.of("A snapshot has an account that is not understood: {0}", String.valueOf(e.getMessage()))));
        }
    }

    private static void compare(Observation before, Observation after, Consumer<Difference> differences) {
        boolean sameIdentity = before.value(Facet.IDENTITY).equals(after.value(Facet.IDENTITY));
        for (Facet facet : Facet.values()) {
            // What becomes of an account in the recycle bin cannot be seen, and goes with its identity.
            if (facet == Facet.IDENTITY || sameIdentity) {
                compare(facet, before, after, differences);
            }
        }
    }

    private static void compare(Facet facet, Observation before, Observation after, Consumer<Difference> differences) {
        Reading earlier = before.reading(facet);
        Reading later = after.reading(facet);
        if (earlier instanceof Reading.Seen(FacetValue was, _, _)
                && later instanceof Reading.Seen(FacetValue is, _, _)) {
            if (!was.equals(is)) {
                differences.accept(new Difference.Changed(after.id(), after.name(), was, is));
            }
        } else if (earlier instanceof Reading.Seen && later instanceof Reading.Unseen(String reason)) {
            differences.accept(new Difference.Unseen(after.id(), after.name(), facet, reason));
        } else if (earlier instanceof Reading.Unseen(String reason) && later instanceof Reading.Seen) {
            differences.accept(new Difference.Unseen(after.id(), after.name(), facet, reason));
        }
    }
}

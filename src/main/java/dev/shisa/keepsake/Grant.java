package dev.shisa.keepsake;

import java.util.Comparator;

/**
 * A right that somebody else has on a mailbox, given on this mailbox and not inherited.
 *
 * @param who as the service names it
 * @param right such as {@code FullAccess} or {@code SendAs}
 * @param denied whether it is the opposite: the right is taken
 */
public record Grant(String who, String right, boolean denied) implements Comparable<Grant> {
    private static final Comparator<Grant> ORDER = Comparator.comparing(Grant::who).thenComparing(Grant::right)
            .thenComparing(Grant::denied);

    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }
}

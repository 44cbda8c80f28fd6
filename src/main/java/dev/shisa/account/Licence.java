package dev.shisa.account;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One assigned SKU.
 *
 * @param sku the SKU id
 * @param disabledPlans service plans of that SKU that are switched off for this account
 * @param mailboxPlans service plans of that SKU that give a mailbox, whether switched off here or not
 * @param direct whether it is assigned to the account itself
 * @param groups ids of the groups it is inherited from
 */
public record Licence(String sku, SortedSet<String> disabledPlans, SortedSet<String> mailboxPlans, boolean direct,
        SortedSet<String> groups) implements Comparable<Licence> {
    private static final Comparator<Licence> ORDER = Comparator.comparing(Licence::sku)
            .thenComparing(l -> l.disabledPlans.toString())
            .thenComparing(l -> l.mailboxPlans.toString()).thenComparing(Licence::direct)
            .thenComparing(l -> l.groups.toString());

    public Licence {
        disabledPlans = FrozenSet.of(disabledPlans);
        mailboxPlans = FrozenSet.of(mailboxPlans);
        groups = FrozenSet.of(groups);
    }

    /** A licence assigned to the account itself. */
    public static Licence direct(String sku, Collection<String> disabledPlans, Collection<String> mailboxPlans) {
        return new Licence(sku, FrozenSet.of(disabledPlans), FrozenSet.of(mailboxPlans), true,
                Collections.emptySortedSet());
    }

    /** Whether this licence entitles to a mailbox as it stands. */
    public boolean givesMailbox() {
        return !disabledPlans.containsAll(mailboxPlans);
    }

    /** The same licence with every mailbox plan switched off. */
    public Licence withoutMailbox() {
        TreeSet<String> off = new TreeSet<>(disabledPlans);
        off.addAll(mailboxPlans);
        return new Licence(sku, off, mailboxPlans, direct, groups);
    }

    /** The same licence with every mailbox plan switched on. */
    public Licence withMailbox() {
        TreeSet<String> off = new TreeSet<>(disabledPlans);
        off.removeAll(mailboxPlans);
        return new Licence(sku, off, mailboxPlans, direct, groups);
    }

    /** Whether everything the other licence gives is given by this one too. */
    boolean covers(Licence other) {
        return sku.equals(other.sku) && other.disabledPlans.containsAll(disabledPlans) && (direct || !other.direct)
                && groups.containsAll(other.groups);
    }

    @Override
    public int compareTo(Licence other) {
        // The texts of the order are dear, and sets compare an element with itself or its equal most of the time.
        return equals(other) ? 0 : ORDER.compare(this, other);
    }
}

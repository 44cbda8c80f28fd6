package dev.shisa.tenant;

import dev.shisa.account.AccountId;
import java.util.Set;

/**
 * What changed since a cursor was taken. A hint, never a proof: the service is known to leave removals out.
 *
 * @param changed ids that were added or changed
 * @param removed ids that were removed
 */
public record Drain(Set<AccountId> changed, Set<AccountId> removed) {
    public Drain {
        changed = Set.copyOf(changed);
        removed = Set.copyOf(removed);
    }
}

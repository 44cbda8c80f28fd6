package dev.shisa.plan;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import dev.shisa.text.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An account that a way back cannot bring back by itself, and why. Nothing is reconciled silently: an address that somebody else has by now would
 * have to be taken away from that person.
 *
 * @param target the account
 * @param name its sign-in name before
 * @param sentence why, and what would be lost
 */
public record Conflict(AccountId target, String name, String sentence) {
    /**
     * What stands in the way of each account; pure.
     *
     * @param before how the accounts looked before they were first written
     * @param now how they look
     * @param accounts every account of the tenant; the active ones hold their addresses
     */
    public static SortedMap<AccountId, Conflict> of(Map<AccountId, Observation> before, Map<AccountId, Observation> now,
            Iterable<Observation> accounts) {
        Set<String> asked = before.values().stream().flatMap(was -> addresses(was).stream())
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Observation> holders = new HashMap<>();
        for (Observation account : accounts) {
            if (account.isActive()) {
                addresses(account).stream().filter(asked::contains)
                        .forEach(address -> holders.putIfAbsent(address, account));
            }
        }
        TreeMap<AccountId, Conflict> conflicts = new TreeMap<>();
        now.forEach((id, look) -> Optional.ofNullable(before.get(id)).flatMap(was -> conflict(was, look, holders))
                .ifPresent(conflict -> conflicts.put(id, conflict)));
        return conflicts;
    }

    private static Optional<Conflict> conflict(Observation was, Observation is, Map<String, Observation> holders) {
        if (identity(was) == Identity.ABSENT || identity(was) == identity(is)) {
            return Optional.empty();
        }
        if (identity(is) == Identity.ABSENT) {
            return Optional.of(new Conflict(was.id(), was.name(),
                    Text.of("it is gone for good: it is neither active nor in the recycle bin, which keeps accounts for 30 days. "
                            + "Its identity, group memberships and mailbox cannot be brought back").toString()));
        }
        TreeSet<String> taken = new TreeSet<>();
        for (String address : addresses(was)) {
            Optional.ofNullable(holders.get(address)).filter(holder -> !holder.id().equals(was.id()))
                    .ifPresent(holder -> taken.add(Text.of("{0} is {1}'s by now", address, holder.name()).toString()));
        }
        boolean back = identity(was) == Identity.ACTIVE && !taken.isEmpty();
        return back
                ? Optional.of(new Conflict(was.id(), was.name(), Text.of(
                        "{0}. Bringing it back with its addresses would take them away there; a person has to decide who keeps them",
                        String.join("; ", taken)).toString()))
                : Optional.empty();
    }

    private static Identity identity(Observation account) {
        return account.value(Facet.IDENTITY, Identity.class).orElse(Identity.ABSENT);
    }

    private static SortedSet<String> addresses(Observation account) {
        TreeSet<String> all = new TreeSet<>();
        account.value(Facet.ADDRESSES, Addresses.class).ifPresent(addresses -> addresses.all().stream()
                .map(address -> address.substring(address.indexOf(':') + 1)).forEach(all::add));
        return all;
    }
}

package dev.shisa.plan;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.Observation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds accounts by what people call them: object id to the letter, sign-in name and addresses without regard to case. Only accounts in one
 * identity state are found, because a recycled name is another person.
 */
final class AccountIndex {
    private final Map<AccountId, Observation> byId = new HashMap<>();
    private final Map<String, Set<AccountId>> byName = new HashMap<>();

    AccountIndex(Collection<Observation> accounts, Identity state) {
        for (Observation account : accounts) {
            if (account.value(Facet.IDENTITY).filter(state::equals).isPresent()) {
                add(account);
            }
        }
    }

    private void add(Observation account) {
        byId.put(account.id(), account);
        account.traits().ifPresent(traits -> name(traits.userPrincipalName(), account.id()));
        account.signInName().ifPresent(name -> name(name, account.id()));
        account.value(Facet.ADDRESSES, Addresses.class).ifPresent(addresses -> {
            name(addresses.mail(), account.id());
            addresses.proxies().stream().filter(proxy -> proxy.startsWith("smtp:")).map(proxy -> proxy.substring(5))
                    .forEach(proxy -> name(proxy, account.id()));
        });
    }

    private void name(String name, AccountId id) {
        if (!name.isEmpty()) {
            byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new HashSet<>()).add(id);
        }
    }

    /** Every account that this text names. */
    Set<AccountId> find(String text) {
        Optional<AccountId> id = AccountId.parse(text);
        if (id.isPresent()) {
            return byId.containsKey(id.get()) ? Set.of(id.get()) : Set.of();
        }
        return byName.getOrDefault(text.toLowerCase(Locale.ROOT), Set.of());
    }

    /** The account with that id. */
    Optional<Observation> get(AccountId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Every account. */
    Collection<Observation> all() {
        return byId.values();
    }
}

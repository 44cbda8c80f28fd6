package dev.shisa.plan;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.Observation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds accounts by what people call them: object id to the letter, sign-in name and addresses without regard to case. It knows what it will be
 * asked before it is shown the accounts, and keeps nothing of those that nobody asks for. Only accounts in one identity state are shown to
 * it, because a recycled name is another person.
 */
final class AccountIndex {
    private final Map<String, Set<AccountId>> found = new HashMap<>();

    /** @param texts what will be asked */
    AccountIndex(Collection<String> texts) {
        texts.forEach(text -> found.put(key(text), new TreeSet<>()));
        found.remove("");
    }

    private static String key(String text) {
        String stripped = text.strip();
        return AccountId.parse(stripped).isPresent() ? stripped : stripped.toLowerCase(Locale.ROOT);
    }

    /** Shows it an account. */
    void add(Observation account) {
        note(account.id().value(), account.id());
        account.traits().ifPresent(traits -> name(traits.userPrincipalName(), account.id()));
        account.signInName().ifPresent(name -> name(name, account.id()));
        account.value(Facet.ADDRESSES, Addresses.class).ifPresent(addresses -> {
            name(addresses.mail(), account.id());
            addresses.proxies().stream().filter(proxy -> proxy.startsWith("smtp:")).map(proxy -> proxy.substring(5))
                    .forEach(proxy -> name(proxy, account.id()));
        });
    }

    private void name(String name, AccountId id) {
        note(name.toLowerCase(Locale.ROOT), id);
    }

    private void note(String key, AccountId id) {
        Set<AccountId> asked = found.get(key);
        if (asked != null) {
            asked.add(id);
        }
    }

    /** Every account that this text names, of those that were shown. */
    Set<AccountId> find(String text) {
        return found.getOrDefault(key(text), Set.of());
    }
}

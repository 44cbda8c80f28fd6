package dev.shisa.snapshot;

import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Addresses;
import dev.shisa.account.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds accounts by what they are called. Made at the first question, because most commands ask none. Safe for several threads. */
final class NameIndex {
    private final Collection<Observation> accounts;
    private @Nullable Map<String, List<Observation>> index;

    NameIndex(Collection<Observation> accounts) {
        this.accounts = accounts;
    }

    /** The accounts of that name or address, without regard to case. */
    List<Observation> find(String text) {
        return index().getOrDefault(text.strip().toLowerCase(Locale.ROOT), List.of());
    }

    private synchronized Map<String, List<Observation>> index() {
        Map<String, List<Observation>> made = index;
        if (made == null) {
            Map<String, List<Observation>> names = new HashMap<>();
            accounts.forEach(account -> namesOf(account)
                    .forEach(name -> names.computeIfAbsent(name, _ -> new ArrayList<>()).add(account)));
            made = names;
            index = made;
        }
        return made;
    }

    private static Set<String> namesOf(Observation account) {
        Set<String> names = new LinkedHashSet<>();
        account.traits().ifPresent(traits -> {
            String name = traits.userPrincipalName().toLowerCase(Locale.ROOT);
            names.add(name);
            // In the recycle bin the service puts the id, without its dashes, before the sign-in name.
            String mark = account.id().value().replace("-", "").toLowerCase(Locale.ROOT);
            if (traits.deletedAt().isPresent() && name.startsWith(mark)) {
                names.add(name.substring(mark.length()));
            }
        });
        account.value(Facet.ADDRESSES, Addresses.class).ifPresent(addresses -> {
            names.add(addresses.userPrincipalName());
            names.add(addresses.mail());
            addresses.proxies().forEach(proxy -> names.add(proxy.substring(proxy.indexOf(':') + 1)));
        });
        names.remove("");
        return names;
    }
}

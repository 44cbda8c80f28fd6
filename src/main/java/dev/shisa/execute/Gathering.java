package dev.shisa.execute;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads accounts one by one and lays their roles into them, so that an observation has every facet that can be read. */
public final class Gathering {
    private Gathering() {
    }

    /** Single observations of those accounts, each with its roles. */
    public static Map<AccountId, Observation> observe(TenantReader reader, Collection<AccountId> ids,
            Map<AccountId, Roles> roles)
            throws TenantFailure {
        Map<AccountId, Observation> observed = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            reader.observe(ids).forEach(account -> observed.put(account.id(), withRoles(account, roles)));
        }
        return observed;
    }

    /** A single observation of one account with its roles. */
    public static Observation observeOne(TenantReader reader, AccountId id, Map<AccountId, Roles> roles)
            throws TenantFailure {
        return withRoles(reader.observe(List.of(id)).getFirst(), roles);
    }

    /** The account with its roles; one that is in nobody's list holds none. */
    public static Observation withRoles(Observation account, Map<AccountId, Roles> roles) {
        if (!account.isActive()) {
            return account;
        }
        Roles held = roles.getOrDefault(account.id(), new Roles(new TreeSet<>()));
        return account.overlaidWith(new Observation(account.id(), account.traits(),
                Map.of(Facet.ROLES, new Reading.Seen(held, "graph:roleManagement", Executor.timeOf(account)))));
    }
}

package dev.shisa.snapshot;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.account.Reading;
import dev.shisa.tenant.Drain;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One try at reading a whole tenant: cursor, counts, both listings, counts, changes, and every changed account once more by itself.
 *
 * @param active the active accounts
 * @param deleted the recycle bin
 */
record Sweep(Census active, Census deleted) {

    static Sweep over(TenantReader reader) throws TenantFailure {
        Sweep sweep = new Sweep(new Census("active accounts"), new Census("accounts in the recycle bin"));
        String cursor = reader.deltaCursor();
        sweep.active.countedBefore(reader.countActive());
        sweep.deleted.countedBefore(reader.countDeleted());
        sweep.active.ended(reader.listActive(sweep.active::list));
        sweep.deleted.ended(reader.listDeleted(sweep.deleted::list));
        sweep.active.countedAfter(reader.countActive());
        sweep.deleted.countedAfter(reader.countDeleted());
        Drain drain = reader.drain(cursor);
        TreeSet<AccountId> touched = new TreeSet<>(drain.changed());
        touched.addAll(drain.removed());
        for (AccountId id : touched) {
            sweep.settle(reader.glance(id));
        }
        return sweep;
    }

    /** A single read by id is fresher than any listing. */
    private void settle(Observation account) {
        Optional<Identity> identity = account.value(Facet.IDENTITY, Identity.class);
        if (identity.filter(Identity.ACTIVE::equals).isPresent()) {
            active.belongs(account);
            deleted.doesNotBelong(account.id());
        } else if (identity.filter(Identity.SOFT_DELETED::equals).isPresent()) {
            deleted.belongs(account);
            active.doesNotBelong(account.id());
        } else {
            active.doesNotBelong(account.id());
            deleted.doesNotBelong(account.id());
        }
    }

    /** Why this may not be the whole tenant. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>(active.doubts());
        doubts.addAll(deleted.doubts());
        if (!Collections.disjoint(active.ids(), deleted.ids())) {
            doubts.add(
                    "An account is either active or in the recycle bin; the service listed one in both, without a change between.");
        }
        return doubts;
    }

    /** Why this is held to be the whole tenant. */
    List<String> proof() {
        return List.of(active.proof(), deleted.proof());
    }

    int pages() {
        return active.report().pages() + deleted.report().pages();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(active.report().warnings());
        warnings.addAll(deleted.report().warnings());
        return warnings;
    }

    /** All accounts; roles are laid over the active ones, and whoever is not among their holders has none. */
    List<Observation> accounts(Map<AccountId, Roles> roles, Instant readAt) {
        List<Observation> all = new ArrayList<>(deleted.accounts());
        for (Observation account : active.accounts()) {
            Map<Facet, Reading> readings = new EnumMap<>(Facet.class);
            readings.putAll(account.readings());
            Roles held = roles.getOrDefault(account.id(), new Roles(Collections.emptySortedSet()));
            readings.put(Facet.ROLES, new Reading.Seen(held, "graph:roles", readAt));
            all.add(new Observation(account.id(), account.traits(), readings));
        }
        return all;
    }
}

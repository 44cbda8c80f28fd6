package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.site.Site;
import dev.shisa.snapshot.Snapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What is known of a tenant around the accounts of a plan. */
public sealed interface Overview {

    /** When it was seen, by the service's clock. */
    Instant takenAt();

    /** Active accounts of the tenant. */
    long activeAccounts();

    /** Everybody of this overview, for comparing with afterwards. */
    Map<AccountId, Observation> accounts();

    /** Who holds a role. */
    Map<AccountId, Roles> roles();

    /** The sentinels. */
    Set<AccountId> sentinels();

    /** Name of the snapshot it was taken from, if it is of the whole tenant. */
    Optional<String> snapshotName();

    /**
     * The whole tenant.
     *
     * @param snapshot a complete snapshot
     * @param site tells who is a sentinel
     */
    record Whole(Snapshot snapshot, Site site) implements Overview {
        @Override
        public Instant takenAt() {
            return snapshot.manifest().takenAt();
        }

        @Override
        public long activeAccounts() {
            return snapshot.active().size();
        }

        @Override
        public Map<AccountId, Observation> accounts() {
            return snapshot.accounts();
        }

        @Override
        public Map<AccountId, Roles> roles() {
            Map<AccountId, Roles> roles = new HashMap<>();
            snapshot.accounts().forEach(
                    (id, account) -> account.value(Facet.ROLES, Roles.class).ifPresent(held -> roles.put(id, held)));
            return roles;
        }

        @Override
        public Set<AccountId> sentinels() {
            return listed(site::isSentinel, Identity.ACTIVE);
        }

        /** The accounts that a site lists, by how the snapshot shows them. */
        Set<AccountId> listed(Predicate<String> isListed, Identity state) {
            Set<AccountId> listed = new TreeSet<>();
            for (Observation account : snapshot.accounts().values()) {
                boolean inState = account.value(Facet.IDENTITY).filter(state::equals).isPresent();
                if (inState && account.signInName().filter(isListed).isPresent()) {
                    listed.add(account.id());
                }
            }
            return listed;
        }

        @Override
        public Optional<String> snapshotName() {
            return Optional.of(snapshot.manifest().id());
        }
    }

    /**
     * A few accounts that were named one by one, and the sentinels.
     *
     * @param takenAt when they were seen
     * @param activeAccounts as the service counts them
     * @param accounts the named accounts and the sentinels, each read singly
     * @param roles who holds a role
     * @param sentinels the sentinels
     */
    record Few(Instant takenAt, long activeAccounts, Map<AccountId, Observation> accounts,
            Map<AccountId, Roles> roles, Set<AccountId> sentinels) implements Overview {
        public Few {
            accounts = Map.copyOf(accounts);
            roles = Map.copyOf(roles);
            sentinels = Set.copyOf(sentinels);
        }

        @Override
        public Optional<String> snapshotName() {
            return Optional.empty();
        }
    }
}

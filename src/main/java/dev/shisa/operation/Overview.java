package dev.shisa.operation;

import dev.shisa.account.AccountId;
import dev.shisa.account.AccountOverlay;
import dev.shisa.account.Facet;
import dev.shisa.account.FacetValue.Identity;
import dev.shisa.account.FacetValue.Roles;
import dev.shisa.account.Observation;
import dev.shisa.account.Traits;
import dev.shisa.site.Site;
import dev.shisa.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
     * The whole tenant. What is asked of all accounts is found in one walk through them, when it is first asked for. Safe for several threads.
     */
    final class Whole implements Overview {
        private final Snapshot snapshot;
        private final Site site;
        private final Set<AccountId> without;
        private @Nullable Gist gist;

        /**
         * @param snapshot a complete snapshot
         * @param site tells who is a sentinel
         */
        public Whole(Snapshot snapshot, Site site) {
            this(snapshot, site, Set.of());
        }

        private Whole(Snapshot snapshot, Site site, Set<AccountId> without) {
            this.snapshot = snapshot;
            this.site = site;
            this.without = Set.copyOf(without);
        }

        /**
         * What a walk through all accounts finds.
         *
         * @param roles who holds a role
         * @param pinned the accounts that the site lists, in any state
         * @param deleted the recycle bin, each with the time of its deletion where it is known
         */
        private record Gist(Map<AccountId, Roles> roles, List<Observation> pinned,
                Map<AccountId, Optional<Instant>> deleted) {
        }

        private synchronized Gist gist() {
            Gist known = gist;
            if (known == null) {
                known = new Gist(new HashMap<>(), new ArrayList<>(), new HashMap<>());
                for (Observation account : accounts().values()) {
                    add(account, known);
                }
                gist = known;
            }
            return known;
        }

        private void add(Observation account, Gist to) {
            account.value(Facet.ROLES, Roles.class).filter(roles -> !roles.isEmpty())
                    .ifPresent(roles -> to.roles().put(account.id(), roles));
            if (account.signInName().filter(name -> site.isSentinel(name) || site.isRehearsal(name)).isPresent()) {
                to.pinned().add(account);
            }
            if (isIn(Identity.SOFT_DELETED, account)) {
                to.deleted().put(account.id(), account.traits().flatMap(Traits::deletedAt));
            }
        }

        private static boolean isIn(Identity state, Observation account) {
            return account.value(Facet.IDENTITY).filter(state::equals).isPresent();
        }

        /** The snapshot it was taken from. */
        Snapshot snapshot() {
            return snapshot;
        }

        /** The same tenant without accounts that are nobody's loss. */
        Whole without(Set<AccountId> accounts) {
            return new Whole(snapshot, site, accounts);
        }

        @Override
        public Instant takenAt() {
            return snapshot.manifest().takenAt();
        }

        /** All that were counted, those that are looked away from too. */
        @Override
        public long activeAccounts() {
            return snapshot.manifest().active().kept();
        }

        @Override
        public Map<AccountId, Observation> accounts() {
            return without.isEmpty()
                    ? snapshot.accounts()
                    : new AccountOverlay(snapshot.accounts(), UnaryOperator.identity(), Map.of(), without);
        }

        @Override
        public Map<AccountId, Roles> roles() {
            return Collections.unmodifiableMap(gist().roles());
        }

        /** The recycle bin, each account with the time of its deletion where the service tells it. */
        Map<AccountId, Optional<Instant>> deleted() {
            return Collections.unmodifiableMap(gist().deleted());
        }

        @Override
        public Set<AccountId> sentinels() {
            return listed(site::isSentinel, Identity.ACTIVE);
        }

        /** The sentinels and rehearsal accounts of a site, by how the snapshot shows them. */
        Set<AccountId> listed(Predicate<String> isListed, Identity state) {
            Set<AccountId> listed = new TreeSet<>();
            for (Observation account : gist().pinned()) {
                if (isIn(state, account) && account.signInName().filter(isListed).isPresent()) {
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

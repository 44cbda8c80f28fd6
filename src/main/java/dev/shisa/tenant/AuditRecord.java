package dev.shisa.tenant;

import dev.shisa.account.AccountId;
import dev.shisa.account.Facet;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One record of the service's directory audit: who did what to whom. It says who, never that something happened.
 *
 * @param id the service's name of the record
 * @param at when it was done, by the service's clock
 * @param activity what was done, in the service's words
 * @param actor who did it
 * @param accounts the objects it was done to; those that are no accounts do no harm here
 * @param facets what of them it can have changed; empty when its words are not known
 * @param move what it does to the tenant's numbers
 */
public record AuditRecord(String id, Instant at, String activity, Actor actor, Set<AccountId> accounts,
        Set<Facet> facets, Move move) {
    public AuditRecord {
        accounts = Set.copyOf(accounts);
        facets = Set.copyOf(facets);
    }

    /**
     * Who did something.
     *
     * @param name for people: a sign-in name or the name of an application
     * @param application its client id, where it is an application
     */
    public record Actor(String name, Optional<String> application) {
        /** Whether this is the application of that client id. */
        public boolean is(String clientId) {
            return application.filter(clientId::equals).isPresent();
        }
    }

    /** What a record does to the numbers of active accounts and of accounts in the recycle bin. */
    public enum Move {
        /** Neither number changes. */
        NONE(0, 0),
        /** A new account. */
        ADDED(1, 0),
        /** Into the recycle bin. */
        DELETED(-1, 1),
        /** Out of the recycle bin. */
        RESTORED(1, -1),
        /** Gone for good. */
        PURGED(0, -1);

        private final int active;
        private final int deleted;

        Move(int active, int deleted) {
            this.active = active;
            this.deleted = deleted;
        }

        /** The change of the number of active accounts. */
        public int active() {
            return active;
        }

        /** The change of the number of accounts in the recycle bin. */
        public int deleted() {
            return deleted;
        }
    }
}

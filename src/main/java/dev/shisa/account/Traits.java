package dev.shisa.account;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an account is, beyond its facets: what finds it, and what decides how a command behaves on it.
 *
 * @param userPrincipalName the sign-in name as the service writes it
 * @param displayName the name people read; empty when the service has none
 * @param kind what sort of principal it is
 * @param synced whether a directory on premises owns it
 * @param managementRestricted whether it lives in a restricted management unit
 * @param deletedAt when it went into the recycle bin, by the service's clock
 * @param conditions what the Exchange service says of its mailbox beyond the facets; empty where it was not asked
 */
public record Traits(String userPrincipalName, String displayName, Kind kind, boolean synced,
        boolean managementRestricted,
        Optional<Instant> deletedAt, Set<Condition> conditions) {

    public Traits {
        EnumSet<Condition> copy = EnumSet.noneOf(Condition.class);
        copy.addAll(conditions);
        conditions = Collections.unmodifiableSet(copy);
    }

    /** Traits of an account of whose mailbox the Exchange service was not asked. */
    public Traits(String userPrincipalName, String displayName, Kind kind, boolean synced, boolean managementRestricted,
            Optional<Instant> deletedAt) {
        this(userPrincipalName, displayName, kind, synced, managementRestricted, deletedAt, Set.of());
    }

    /** The same with these conditions. */
    public Traits with(Set<Condition> others) {
        return new Traits(userPrincipalName, displayName, kind, synced, managementRestricted, deletedAt, others);
    }

    /** Something about a mailbox that makes it unfit for changes. */
    public enum Condition {
        /** Its archive grows without bound; once such a mailbox is lost, the service cannot give it back. */
        AUTO_EXPANDING_ARCHIVE,
        /** A migration moves it, or waits for moving it. */
        PENDING_MIGRATION,
        /** The directory shows a mailbox, and the Exchange service tells nothing, or something else, of it. */
        UNTOLD;

        /** The name in files and output. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The sort of principal. */
    public enum Kind {
        /** A person's account. */
        USER,
        /** An invited account of another organisation. */
        GUEST,
        /** A shared mailbox. */
        SHARED,
        /** A room. */
        ROOM,
        /** A piece of equipment. */
        EQUIPMENT,
        /** Something the mailbox service calls neither of these. */
        OTHER,
        /** A member of the directory of which only a listing was read: the mailbox service was not asked. */
        MEMBER;

        /** The name in files and output. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

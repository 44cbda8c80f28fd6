package dev.shisa.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What an account is, beyond its facets: what finds it, and what decides how a command behaves on it.
 *
 * @param userPrincipalName the sign-in name as the service writes it
 * @param displayName the name people read; empty when the service has none
 * @param kind what sort of principal it is
 * @param synced whether a directory on premises owns it
 * @param managementRestricted whether it lives in a restricted management unit
 * @param deletedAt when it went into the recycle bin, by the service's clock
 */
public record Traits(String userPrincipalName, String displayName, Kind kind, boolean synced,
        boolean managementRestricted,
        Optional<Instant> deletedAt) {

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

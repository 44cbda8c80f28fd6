package dev.shisa.exchange;

import dev.shisa.account.AccountId;
import dev.shisa.account.FacetValue.Archive;
import dev.shisa.account.FacetValue.Holds;
import dev.shisa.account.FacetValue.Mailbox;
import dev.shisa.account.FacetValue.Visibility;
import dev.shisa.account.Traits.Condition;
import dev.shisa.tenant.MailboxLook;
import dev.shisa.tenant.TenantFailure;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads one row of Get-Mailbox. A property that is missing is a fault, never a "none". */
final class MailboxDecoder {
    private static final String NO_GUID = "00000000-0000-0000-0000-000000000000";
    private static final Set<String> ARCHIVE_STATES = Set.of("None", "Active", "HostedPending", "HostedProvisioned");
    /** Properties that say of a hold by being true. */
    private static final Map<String, String> FLAGS = Map.of("LitigationHoldEnabled", "litigation",
            "RetentionHoldEnabled", "retention", "ComplianceTagHoldApplied", "compliance-tag", "DelayHoldApplied",
            "delay", "DelayReleaseHoldApplied", "delay-release");

    private final Row row;

    MailboxDecoder(Row row) {
        this.row = row;
    }

    /** Whose mailbox it is; empty for a mailbox of the service's own. */
    Optional<AccountId> owner() throws TenantFailure {
        String id = row.textOrEmpty("ExternalDirectoryObjectId");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(AccountId.parse(id)
                .orElseThrow(() -> row.wrong("ExternalDirectoryObjectId", "an object id")));
    }

    /** When it went out of use; empty while it is in use. */
    String outOfUseSince() throws TenantFailure {
        return row.textOrEmpty("WhenSoftDeleted");
    }

    /**
     * The mailbox.
     *
     * @param everywhere the holds that are on every mailbox that does not say otherwise
     * @param migrations who is on the move
     */
    MailboxLook look(Set<String> everywhere, Migrations migrations) throws TenantFailure {
        String guid = guid("ExchangeGuid");
        if (guid.equals(NO_GUID)) {
            throw row.wrong("ExchangeGuid", "the GUID of a mailbox");
        }
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        if (row.flag("AutoExpandingArchiveEnabled")) {
            conditions.add(Condition.AUTO_EXPANDING_ARCHIVE);
        }
        if (migrations.concern(guid, row.texts("EmailAddresses"))) {
            conditions.add(Condition.PENDING_MIGRATION);
        }
        return new MailboxLook(new Mailbox(state(), Optional.of(guid)), new Archive(archive()),
                new Visibility(row.flag("HiddenFromAddressListsEnabled")), new Holds(holds(everywhere)), conditions,
                row.page().serverTime());
    }

    private Mailbox.State state() throws TenantFailure {
        boolean inactive = row.flag("IsInactiveMailbox");
        boolean removed = row.flag("IsSoftDeletedByRemove");
        boolean disabled = row.flag("IsSoftDeletedByDisable");
        if (inactive) {
            return Mailbox.State.INACTIVE;
        }
        if (removed) {
            return Mailbox.State.SOFT_DELETED;
        }
        return disabled ? Mailbox.State.TOMBSTONE : Mailbox.State.PRESENT;
    }

    private boolean archive() throws TenantFailure {
        String status = row.text("ArchiveStatus");
        if (!ARCHIVE_STATES.contains(status)) {
            throw row.wrong("ArchiveStatus", "a known one: " + status);
        }
        return !status.equals("None") || !guid("ArchiveGuid").equals(NO_GUID);
    }

    /**
     * A policy's hold ends in {@code :1} where it only deletes and keeps nothing; with a dash in front of its name the mailbox is left out of a
     * hold on everybody.
     */
    private SortedSet<String> holds(Set<String> everywhere) throws TenantFailure {
        TreeSet<String> holds = new TreeSet<>(everywhere);
        for (String name : row.texts("InPlaceHolds")) {
            if (name.startsWith("-")) {
                holds.removeIf(hold -> policy(hold).equals(policy(name.substring(1))));
            }
        }
        for (String name : row.texts("InPlaceHolds")) {
            if (!name.startsWith("-") && !name.endsWith(":1")) {
                holds.add(name);
            }
        }
        for (Map.Entry<String, String> flag : FLAGS.entrySet()) {
            if (row.flag(flag.getKey())) {
                holds.add(flag.getValue());
            }
        }
        return holds;
    }

    private static String policy(String hold) {
        int colon = hold.indexOf(':');
        return colon < 0 ? hold : hold.substring(0, colon);
    }

    private String guid(String property) throws TenantFailure {
        String guid = row.text(property).toLowerCase(Locale.ROOT);
        if (AccountId.parse(guid).isEmpty()) {
            throw row.wrong(property, "a GUID");
        }
        return guid;
    }
}

package dev.shisa.sandbox.exchange;

import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.MailboxProperties;
import dev.shisa.sandbox.directory.MailboxProperties.Quota;
import dev.shisa.sandbox.directory.MailboxProperties.Right;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mailbox as Get-Mailbox shows it, with the types of what is not plain JSON beside it. */
final class MailboxRow {

    private static final String NO_GUID = "00000000-0000-0000-0000-000000000000";
    /** Everything else among a mailbox's holds is a policy's, and stands in InPlaceHolds. */
    private static final Set<String> FLAGS = Set.of("litigation", "retention", "compliance-tag", "delay",
            "delay-release");

    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    private final Set<String> selected;

    private MailboxRow(Set<String> selected) {
        this.selected = selected;
    }

    static Map<String, @Nullable Object> of(User user, Set<String> selected) {
        Mailbox mailbox = user.mailbox();
        if (mailbox == null) {
            throw new IllegalArgumentException(user.id() + " has no mailbox");
        }
        MailboxRow row = new MailboxRow(selected);
        row.names(user, mailbox);
        row.holds(mailbox);
        row.life(user, mailbox);
        row.archive(mailbox);
        row.put("HiddenFromAddressListsEnabled", mailbox.hidden());
        row.arranged(mailbox.properties());
        row.quota(Quotas.of(user, mailbox));
        return row.properties;
    }

    private void names(User user, Mailbox mailbox) {
        typed("ExchangeGuid", "#Guid", mailbox.guid());
        put("ExternalDirectoryObjectId", user.id());
        put("UserPrincipalName", user.principalName());
        put("DisplayName", user.text(UserField.DISPLAY_NAME));
        put("Alias", user.text(UserField.MAIL_NICKNAME));
        put("PrimarySmtpAddress", user.text(UserField.MAIL));
        typed("EmailAddresses", "#Collection(String)", user.texts(UserField.PROXY_ADDRESSES));
        put("RecipientTypeDetails", type(mailbox));
        put("IsDirSynced", user.synced());
        put("IsShared", mailbox.purpose().equals("shared"));
        put("IsResource", mailbox.purpose().equals("room") || mailbox.purpose().equals("equipment"));
    }

    private void holds(Mailbox mailbox) {
        put("LitigationHoldEnabled", mailbox.holds().contains("litigation"));
        typed("InPlaceHolds", "#Collection(String)",
                mailbox.holds().stream().filter(hold -> !FLAGS.contains(hold)).toList());
        put("RetentionHoldEnabled", mailbox.holds().contains("retention"));
        put("ComplianceTagHoldApplied", mailbox.holds().contains("compliance-tag"));
        put("DelayHoldApplied", mailbox.holds().contains("delay"));
        put("DelayReleaseHoldApplied", mailbox.holds().contains("delay-release"));
    }

    private void life(User user, Mailbox mailbox) {
        put("IsInactiveMailbox", MailboxPool.inactive(user));
        put("IsSoftDeletedByRemove", user.identity() == Identity.SOFT_DELETED);
        put("IsSoftDeletedByDisable", mailbox.state() == Mailbox.State.TOMBSTONE);
        typed("WhenSoftDeleted", "#DateTime", mailbox.since());
    }

    private void archive(Mailbox mailbox) {
        boolean archive = !mailbox.archive().equals("none");
        put("ArchiveStatus", archive ? "Active" : "None");
        typed("ArchiveGuid", "#Guid", archive ? archiveGuid(mailbox.guid()) : NO_GUID);
        put("AutoExpandingArchiveEnabled", mailbox.archive().equals("auto-expanding"));
    }

    /** A recipient's name in Exchange Online is its object id. */
    private void arranged(MailboxProperties properties) {
        String address = properties.forwardToAddress();
        put("ForwardingAddress", properties.forwardTo());
        put("ForwardingSmtpAddress", address == null ? null : "smtp:" + address);
        put("DeliverToMailboxAndForward", properties.deliverAndForward());
        typed("GrantSendOnBehalfTo", "#Collection(String)", properties.holders(Right.SEND_ON_BEHALF));
    }

    private void quota(Quota quota) {
        put("IssueWarningQuota", Quotas.text(quota.warning()));
        put("ProhibitSendQuota", Quotas.text(quota.send()));
        put("ProhibitSendReceiveQuota", Quotas.text(quota.sendReceive()));
    }

    private static String archiveGuid(String mailboxGuid) {
        return UUID.nameUUIDFromBytes(("archive of " + mailboxGuid).getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String type(Mailbox mailbox) {
        return switch (mailbox.purpose()) {
            case "shared" -> "SharedMailbox";
            case "room" -> "RoomMailbox";
            case "equipment" -> "EquipmentMailbox";
            default -> "UserMailbox";
        };
    }

    private void put(String name, @Nullable Object value) {
        if (selected.isEmpty() || selected.contains(name)) {
            properties.put(name, value);
        }
    }

    private void typed(String name, String type, @Nullable Object value) {
        if (selected.isEmpty() || selected.contains(name)) {
            properties.put(name + "@odata.type", type);
            properties.put(name, value instanceof List<?> list ? List.copyOf(list) : value);
        }
    }
}

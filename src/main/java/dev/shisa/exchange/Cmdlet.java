package dev.shisa.exchange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One question to the service. There is no way to make one with the name of another cmdlet than these five, and none of them writes; a request
 * that changes something cannot be built.
 */
final class Cmdlet {
    private static final List<String> OF_A_MAILBOX = List.of("ExternalDirectoryObjectId", "ExchangeGuid",
            "EmailAddresses", "LitigationHoldEnabled", "InPlaceHolds", "RetentionHoldEnabled",
            "ComplianceTagHoldApplied",
            "DelayHoldApplied", "DelayReleaseHoldApplied", "IsInactiveMailbox", "IsSoftDeletedByRemove",
            "IsSoftDeletedByDisable", "WhenSoftDeleted", "ArchiveStatus", "ArchiveGuid", "AutoExpandingArchiveEnabled",
            "HiddenFromAddressListsEnabled");
    private static final List<String> SETTINGS = List.of("ExternalDirectoryObjectId", "ForwardingAddress",
            "ForwardingSmtpAddress", "DeliverToMailboxAndForward", "GrantSendOnBehalfTo",
            "HiddenFromAddressListsEnabled", "IssueWarningQuota", "ProhibitSendQuota", "ProhibitSendReceiveQuota");
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final Map<String, Object> parameters;
    private final List<String> properties;

    private Cmdlet(String name, Map<String, Object> parameters, List<String> properties) {
        this.name = name;
        this.parameters = new TreeMap<>(parameters);
        this.properties = properties;
    }

    /** The mailbox in use of one account. */
    static Cmdlet mailbox(String identity) {
        return new Cmdlet("Get-Mailbox", Map.of("Identity", identity), OF_A_MAILBOX);
    }

    /** The kept mailbox of one account. */
    static Cmdlet keptMailbox(String identity) {
        return new Cmdlet("Get-Mailbox", Map.of("Identity", identity, "SoftDeletedMailbox", true), OF_A_MAILBOX);
    }

    /** How the mailbox in use of one account is set up. */
    static Cmdlet settings(String identity) {
        return new Cmdlet("Get-Mailbox", Map.of("Identity", identity), SETTINGS);
    }

    /** Who has rights inside the mailbox of one account. */
    static Cmdlet permissions(String identity) {
        return new Cmdlet("Get-MailboxPermission", Map.of("Identity", identity, "ResultSize", "Unlimited"),
                List.of("User", "AccessRights", "IsInherited", "Deny"));
    }

    /** Who may send as one account. */
    static Cmdlet senders(String identity) {
        return new Cmdlet("Get-RecipientPermission", Map.of("Identity", identity, "ResultSize", "Unlimited"),
                List.of("Trustee", "AccessRights", "IsInherited", "AccessControlType"));
    }

    /** All mailboxes in use. */
    static Cmdlet mailboxes() {
        return new Cmdlet("Get-Mailbox", Map.of("ResultSize", "Unlimited"), OF_A_MAILBOX);
    }

    /** All kept mailboxes. */
    static Cmdlet keptMailboxes() {
        return new Cmdlet("Get-Mailbox", Map.of("ResultSize", "Unlimited", "SoftDeletedMailbox", true), OF_A_MAILBOX);
    }

    /** Settings of the whole organisation. */
    static Cmdlet organization() {
        return new Cmdlet("Get-OrganizationConfig", Map.of(), List.of("DelayedDelicensingEnabled", "InPlaceHolds"));
    }

    /** Everybody who is part of a migration. */
    static Cmdlet migrations() {
        return new Cmdlet("Get-MigrationUser", Map.of("ResultSize", "Unlimited"),
                List.of("Identity", "MailboxGuid", "Status"));
    }

    /** The cmdlet's name. */
    String name() {
        return name;
    }

    /** The wanted properties, as the query of the address. */
    String query() {
        return "?$select=" + String.join(",", properties);
    }

    /** The body of the request. */
    String body() {
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("CmdletName", name);
        ObjectNode given = input.putObject("Parameters");
        parameters.forEach((key, value) -> {
            if (value instanceof Boolean flag) {
                given.put(key, flag);
            } else {
                given.put(key, String.valueOf(value));
            }
        });
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("CmdletInput", input);
        return JSON.writeValueAsString(body);
    }

    @Override
    public String toString() {
        return parameters.containsKey("Identity") ? name + " " + parameters.get("Identity") : name;
    }
}

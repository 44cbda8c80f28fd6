package dev.shisa.exchange;

import dev.shisa.text.Text;
import dev.shisa.account.AccountId;
import dev.shisa.keepsake.Grant;
import dev.shisa.keepsake.MailboxKeepsake;
import dev.shisa.keepsake.MailboxSettings;
import dev.shisa.keepsake.MailboxSettings.Quotas;
import dev.shisa.keepsake.Part;
import dev.shisa.tenant.TenantFailure;
import dev.shisa.tenant.TenantFailure.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What of one mailbox goes into a keepsake: three cmdlets, each with a right of its own. */
final class KeepsakeQuestions {
    /** The owner's own right, which every mailbox has. */
    private static final String SELF = "NT AUTHORITY\\SELF";

    private KeepsakeQuestions() {
    }

    static MailboxKeepsake of(ExchangeWire wire, AccountId id) throws TenantFailure {
        return new MailboxKeepsake(unlessDenied(() -> settings(wire, id)),
                unlessDenied(() -> grants(wire, Cmdlet.permissions(id.value()), "User",
                        row -> row.word("Deny", "True", "False").equals("True"))),
                unlessDenied(() -> grants(wire, Cmdlet.senders(id.value()), "Trustee",
                        row -> row.word("AccessControlType", "Allow", "Deny").equals("Deny"))));
    }

    /** Asks one thing. */
    private interface Question<T> {
        T ask() throws TenantFailure;
    }

    /** Says of a row whether it takes a right. */
    private interface Taking {
        boolean isSaidBy(Row row) throws TenantFailure;
    }

    private static <T> Part<T> unlessDenied(Question<T> question) throws TenantFailure {
        try {
            return new Part.Read<>(question.ask());
        } catch (TenantFailure e) {
            if (e.reason() == Reason.DENIED) {
                return new Part.Unreadable<>(e.sentence().toString());
            }
            throw e;
        }
    }

    private static MailboxSettings settings(ExchangeWire wire, AccountId id) throws TenantFailure {
        Cmdlet cmdlet = Cmdlet.settings(id.value());
        Optional<Reply> reply = wire.one(cmdlet);
        if (reply.isEmpty()) {
            throw new TenantFailure(Reason.MALFORMED,
                    Text.of("The Exchange service knows no mailbox of {0} any more, and a moment ago it did.", id));
        }
        List<JsonNode> rows = ExchangeWire.rows(reply.get(), cmdlet);
        if (rows.size() != 1) {
            throw reply.get().malformed("tells of " + rows.size() + " mailboxes instead of one");
        }
        Row row = new Row(rows.getFirst(), reply.get());
        if (!row.textOrEmpty("ExternalDirectoryObjectId").equalsIgnoreCase(id.value())) {
            throw reply.get().malformed("tells of another mailbox than the one asked for");
        }
        return new MailboxSettings(given(row, "ForwardingAddress"), given(row, "ForwardingSmtpAddress"),
                row.flag("DeliverToMailboxAndForward"), row.texts("GrantSendOnBehalfTo"),
                row.flag("HiddenFromAddressListsEnabled"), new Quotas(row.text("IssueWarningQuota"),
                        row.text("ProhibitSendQuota"), row.text("ProhibitSendReceiveQuota")));
    }

    private static Optional<String> given(Row row, String name) throws TenantFailure {
        return Optional.of(row.textOrEmpty(name)).filter(text -> !text.isBlank());
    }

    private static List<Grant> grants(ExchangeWire wire, Cmdlet cmdlet, String who, Taking taking)
            throws TenantFailure {
        List<Grant> grants = new ArrayList<>();
        wire.all(cmdlet, (node, page) -> {
            Row row = new Row(node, page);
            String name = row.text(who);
            boolean own = row.word("IsInherited", "True", "False").equals("True") || name.equalsIgnoreCase(SELF);
            boolean taken = taking.isSaidBy(row);
            for (String right : row.texts("AccessRights")) {
                Grant grant = new Grant(name, right, taken);
                if (!own && !grants.contains(grant)) {
                    grants.add(grant);
                }
            }
        });
        return grants;
    }
}

package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.wire.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Graph tells about a mailbox: its settings, its purpose, its id. */
final class MailboxReads {

    private final UserReads users;
    private final String tenantId;

    MailboxReads(UserReads users, String tenantId) {
        this.users = users;
        this.tenantId = tenantId;
    }

    void offerOn(Routes routes) {
        routes.get("users/{user}/mailboxSettings", Permissions.READ_MAILBOX, this::settings);
        routes.get("users/{user}/mailboxSettings/userPurpose", Permissions.READ_MAILBOX, this::purpose);
        routes.get("users/{user}/settings/exchange", Permissions.READ_EXCHANGE, this::exchange);
    }

    static Map<String, Object> settings(Mailbox mailbox) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("archiveFolder", "");
        settings.put("timeZone", "Tokyo Standard Time");
        settings.put("delegateMeetingMessageDeliveryOptions", "sendToDelegateOnly");
        settings.put("dateFormat", "yyyy/MM/dd");
        settings.put("timeFormat", "H:mm");
        settings.put("userPurpose", mailbox.purpose());
        return settings;
    }

    private Answer settings(GraphCall call) {
        User user = users.shown(call);
        Map<String, Object> settings = settings(present(user));
        return Replies.object(call, 200, generator -> {
            Replies.context(call, generator, "users('" + user.id() + "')/mailboxSettings");
            settings.forEach((name, value) -> generator.writeStringProperty(name, String.valueOf(value)));
        });
    }

    private Answer purpose(GraphCall call) {
        User user = users.shown(call);
        return Replies.value(call, "users('" + user.id() + "')/mailboxSettings/userPurpose", present(user).purpose());
    }

    private Answer exchange(GraphCall call) {
        User user = users.shown(call);
        Mailbox mailbox = present(user);
        return Replies.object(call, 200, generator -> {
            Replies.context(call, generator, "users('" + user.id() + "')/settings/exchange/$entity");
            generator.writeStringProperty("primaryMailboxId", "MBX:" + mailbox.guid() + "@" + tenantId);
        });
    }

    private static Mailbox present(User user) {
        Mailbox mailbox = user.mailbox();
        if (mailbox == null || !mailbox.present()) {
            throw GraphProblem.of(404, "MailboxNotEnabledForRESTAPI",
                    "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
        }
        return mailbox;
    }
}

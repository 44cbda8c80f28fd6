package dev.shisa.sandbox.exchange;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Get-MigrationUser: the mailboxes that are on the move, with how far they have come. */
final class GetMigrationUser {

    private final Directory directory;

    GetMigrationUser(Directory directory) {
        this.directory = directory;
    }

    Page answer(Invocation call) {
        call.allow("Identity", "MailboxGuid", "ResultSize");
        Optional<String> identity = call.text("Identity");
        Optional<String> guid = call.text("MailboxGuid");
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (User user : directory.active().values()) {
            String status = user.text(UserField.MIGRATION);
            Mailbox mailbox = user.mailbox();
            if (status != null && mailbox != null && identity.filter(name -> !name.equalsIgnoreCase(address(user)))
                    .isEmpty() && guid.filter(wanted -> !wanted.equalsIgnoreCase(mailbox.guid())).isEmpty()) {
                rows.add(row(user, mailbox, status));
            }
        }
        if (rows.isEmpty() && (identity.isPresent() || guid.isPresent())) {
            throw ExchangeProblem.notFound(identity.or(() -> guid).orElseThrow());
        }
        return Page.last(rows);
    }

    private static Map<String, @Nullable Object> row(User user, Mailbox mailbox, String status) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("Identity", address(user));
        row.put("BatchId", "sandbox-batch");
        row.put("MailboxEmailAddress", address(user));
        row.put("MailboxGuid@odata.type", "#Guid");
        row.put("MailboxGuid", mailbox.guid());
        row.put("RecipientType", "Mailbox");
        row.put("Status", status);
        row.put("StatusSummary", status.equals("Completed") ? "Completed" : "Active");
        return row;
    }

    private static String address(User user) {
        String mail = user.text(UserField.MAIL);
        return mail == null ? user.principalName() : mail;
    }
}

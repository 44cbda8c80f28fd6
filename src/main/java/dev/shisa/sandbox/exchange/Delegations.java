package dev.shisa.sandbox.exchange;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.MailboxProperties.Right;
import dev.shisa.sandbox.directory.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Get-MailboxPermission and Get-RecipientPermission of one mailbox: what its owner may do, and what others may. Somebody
 * whose account is not active is left out.
 */
final class Delegations {

    private static final String OWNER = "NT AUTHORITY\\SELF";

    private final Directory directory;

    Delegations(Directory directory) {
        this.directory = directory;
    }

    Page mailbox(Invocation call) {
        call.allow("Identity", "ResultSize");
        User user = user(call);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        rows.add(permission(user, OWNER, List.of("FullAccess", "ReadPermission")));
        for (String name : holders(user, Right.FULL_ACCESS)) {
            rows.add(permission(user, name, List.of("FullAccess")));
        }
        return Page.last(rows);
    }

    private static Map<String, @Nullable Object> permission(User user, String name, List<String> rights) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("Identity", user.id());
        row.put("User", name);
        row.put("AccessRights@odata.type", "#Collection(String)");
        row.put("AccessRights", rights);
        row.put("IsInherited", false);
        row.put("Deny", false);
        row.put("InheritanceType", "All");
        return row;
    }

    Page recipient(Invocation call) {
        call.allow("Identity", "ResultSize");
        User user = user(call);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        rows.add(trust(user, OWNER));
        holders(user, Right.SEND_AS).forEach(name -> rows.add(trust(user, name)));
        return Page.last(rows);
    }

    private static Map<String, @Nullable Object> trust(User user, String name) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("Identity", user.id());
        row.put("Trustee", name);
        row.put("AccessControlType", "Allow");
        row.put("AccessRights@odata.type", "#Collection(String)");
        row.put("AccessRights", List.of("SendAs"));
        row.put("IsInherited", false);
        row.put("InheritanceType", "None");
        return row;
    }

    private User user(Invocation call) {
        Optional<String> identity = call.text("Identity");
        call.resultSize();
        return MailboxPool.of(directory, call)
                .one(identity.orElseThrow(() -> ExchangeProblem.missingParameter("Identity")));
    }

    private List<String> holders(User user, Right right) {
        Mailbox mailbox = user.mailbox();
        List<String> names = new ArrayList<>();
        if (mailbox != null) {
            for (String id : mailbox.properties().holders(right)) {
                User holder = directory.active().get(id);
                if (holder != null) {
                    names.add(holder.principalName());
                }
            }
        }
        return names;
    }
}

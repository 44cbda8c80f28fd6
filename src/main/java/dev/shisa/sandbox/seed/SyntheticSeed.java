package dev.shisa.sandbox.seed;

import dev.shisa.sandbox.directory.DirectoryContent;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Mailbox;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.Sku;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Any number of accounts: of 100, about 90 cloud users with a direct licence, 4 synced, 3 guests, 2 disabled, 1 without
 * a licence. One administrator, two rehearsal accounts and three sentinels are among them when there is room.
 */
final class SyntheticSeed {

    private static final String DOMAIN = "contoso.example";
    private static final String CREATED = "2020-04-01T00:00:00Z";
    private static final int GROUP_SIZE = 500;

    private final int accounts;
    private final IdSource ids = new IdSource(7331);
    private final List<User> users;
    private final Map<Integer, Group> groups = new LinkedHashMap<>();

    SyntheticSeed(int accounts) {
        this.accounts = accounts;
        this.users = new ArrayList<>(accounts);
    }

    DirectoryContent content() {
        User administrator = Draft.member(ids.next(), "admin", DOMAIN, "Tenant Administrator", CREATED).withoutMail()
                .user();
        users.add(administrator);
        for (String special : List.of("rehearsal-direct-1", "rehearsal-direct-2", "sentinel-1", "sentinel-2",
                "sentinel-3")) {
            if (users.size() < accounts) {
                users.add(licensed(special, special, Skus.E3));
            }
        }
        for (int i = 1; users.size() < accounts; i++) {
            users.add(ordinary(i));
        }
        users.sort(Comparator.comparing(User::id));
        RoleAssignment role = new RoleAssignment(ids.next(), administrator.id(), Role.GLOBAL_ADMINISTRATOR, false,
                CREATED);
        return new DirectoryContent("Contoso (synthetic)", DOMAIN, "contosoexample.onmicrosoft.example",
                Map.of(Skus.E3.id(), accounts + 100, Skus.EXCHANGE.id(), accounts + 100),
                List.copyOf(groups.values()), List.of(), List.of(role), users);
    }

    private User ordinary(int number) {
        String local = "user" + number;
        String display = Names.given(ids).latin() + " " + Names.family(ids).latin();
        int kind = ids.below(100);
        if (kind < 3) {
            return Draft.member(ids.next(), local, DOMAIN, display, CREATED).withoutMail()
                    .set(UserField.USER_PRINCIPAL_NAME,
                            local + "_fabrikam.example#EXT#@contosoexample.onmicrosoft.example")
                    .set(UserField.USER_TYPE, "Guest").user();
        }
        if (kind == 3) {
            return Draft.member(ids.next(), local, DOMAIN, display, CREATED).withoutMail().user();
        }
        User user = licensed(local, display, kind < 40 ? Skus.EXCHANGE : Skus.E3);
        if (kind < 8) {
            return user.with(UserField.ON_PREMISES_SYNC_ENABLED, true);
        }
        return kind < 10 ? user.with(UserField.ACCOUNT_ENABLED, false) : user;
    }

    private User licensed(String local, String display, Sku sku) {
        return Draft.member(ids.next(), local, DOMAIN, display, CREATED).work("Operations", "Employee").in(group())
                .licence(sku, null, List.of(), CREATED).mailbox(Mailbox.ofUser(ids.next())).user();
    }

    private String group() {
        int number = users.size() / GROUP_SIZE + 1;
        return groups.computeIfAbsent(number, key -> Group.of(ids.next(), "Group " + key, "group-" + key, "Assigned",
                List.of(), Group.Kind.ASSIGNED, CREATED)).id();
    }
}

package dev.shisa.sandbox.seed;

import dev.shisa.sandbox.directory.DirectoryContent;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.Shape;
import dev.shisa.sandbox.directory.Sku;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
    /** Enough for the place of an account among more than the two millions that a seed may have. */
    private static final int PLACE_BITS = 31;

    /** What accounts with a licence have in common. */
    private record Kind(Sku sku, boolean synced, boolean enabled) {
    }

    private final int accounts;
    private final IdSource ids = new IdSource(7331);
    private final List<User> users;
    private final Map<Integer, Group> groups = new LinkedHashMap<>();
    private final Map<Kind, Shape> shapes = new HashMap<>();
    private final Map<String, String> displayNames = new HashMap<>();
    private List<String> lastGroup = List.of();

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
                users.add(licensed(special, special, new Kind(Skus.E3, false, true)));
            }
        }
        for (int i = 1; users.size() < accounts; i++) {
            users.add(ordinary(i));
        }
        List<User> ordered = ordered();
        RoleAssignment role = new RoleAssignment(ids.next(), administrator.id(), Role.GLOBAL_ADMINISTRATOR, false,
                CREATED);
        return new DirectoryContent("Contoso (synthetic)", DOMAIN, "contosoexample.onmicrosoft.example",
                Map.of(Skus.E3.id(), accounts + 100, Skus.EXCHANGE.id(), accounts + 100),
                List.copyOf(groups.values()), List.of(), List.of(role), ordered);
    }

    /**
     * By id: sorted by the first digits as numbers, which is many times faster than by text, and then as a whole, which
     * only has to mend those whose first digits are equal.
     */
    private List<User> ordered() {
        long[] keys = new long[users.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Long.parseLong(users.get(i).id(), 0, 8, 16) << PLACE_BITS | i;
        }
        Arrays.sort(keys);
        List<User> ordered = new ArrayList<>(keys.length);
        for (long key : keys) {
            ordered.add(users.get((int) (key & (1L << PLACE_BITS) - 1)));
        }
        ordered.sort(Comparator.comparing(User::id));
        return ordered;
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
        return licensed(local, displayNames.computeIfAbsent(display, name -> name),
                new Kind(kind < 40 ? Skus.EXCHANGE : Skus.E3, kind < 8, kind < 8 || kind >= 10));
    }

    /** The ids are drawn in this order: account, group where it is a new one, mailbox. */
    private User licensed(String local, String display, Kind kind) {
        String id = ids.next();
        List<String> group = group();
        return shapes.computeIfAbsent(kind, SyntheticSeed::shape).user(id, local + "@" + DOMAIN, display, group,
                ids.uuid());
    }

    private static Shape shape(Kind kind) {
        Draft model = Draft.member("", "model", DOMAIN, "", CREATED).work("Operations", "Employee")
                .licence(kind.sku(), null, List.of(), CREATED).set(UserField.ACCOUNT_ENABLED, kind.enabled());
        return Shape.of(kind.synced() ? model.set(UserField.ON_PREMISES_SYNC_ENABLED, true).user() : model.user());
    }

    /** The group of the next account, the same list for all of its members. */
    private List<String> group() {
        int number = users.size() / GROUP_SIZE + 1;
        String id = groups.computeIfAbsent(number, key -> Group.of(ids.next(), "Group " + key, "group-" + key,
                "Assigned", List.of(), Group.Kind.ASSIGNED, CREATED)).id();
        if (!lastGroup.contains(id)) {
            lastGroup = List.of(id);
        }
        return lastGroup;
    }
}

package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.query.ListQuery;
import dev.shisa.sandbox.query.QueryRefused;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.query.Schema.Reach;
import dev.shisa.sandbox.wire.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Groups, who is in them, who owns them. */
final class GroupReads {

    /** The properties of {@code microsoft.graph.group}. */
    static final Schema<Group> SCHEMA = Schema.<Group>named("group")
            .add("id", Schema.Type.TEXT, Reach.COMMON, Group::id)
            .add("deletedDateTime", Schema.Type.DATE, Reach.COMMON, group -> null)
            .add("createdDateTime", Schema.Type.DATE, Reach.COMMON, Group::created)
            .add("description", Schema.Type.TEXT, Reach.COMMON, Group::description)
            .add("displayName", Schema.Type.TEXT, Reach.COMMON, Group::displayName)
            .add("groupTypes", Schema.Type.TEXTS, Reach.COMMON,
                    group -> group.kind() == Group.Kind.DYNAMIC ? List.of("DynamicMembership") : List.of())
            .add("isAssignableToRole", Schema.Type.FLAG, Reach.COMMON, group -> group.roleAware() ? true : null)
            .add("mail", Schema.Type.TEXT, Reach.COMMON, group -> null)
            .add("mailEnabled", Schema.Type.FLAG, Reach.COMMON, group -> false)
            .add("mailNickname", Schema.Type.TEXT, Reach.COMMON, Group::mailNickname)
            .add("membershipRule", Schema.Type.TEXT, Reach.COMMON, Group::membershipRule)
            .add("membershipRuleProcessingState", Schema.Type.TEXT, Reach.COMMON,
                    group -> group.kind() == Group.Kind.DYNAMIC ? "On" : null)
            .add("onPremisesSyncEnabled", Schema.Type.FLAG, Reach.COMMON,
                    group -> group.kind() == Group.Kind.SYNCED ? true : null)
            .add("proxyAddresses", Schema.Type.TEXTS, Reach.COMMON, group -> List.of())
            .add("securityEnabled", Schema.Type.FLAG, Reach.COMMON, group -> true)
            .add("visibility", Schema.Type.TEXT, Reach.COMMON, group -> null)
            .objects("assignedLicenses", Reach.SELECTED, Map.of("skuId", Schema.Type.GUID), GroupReads::licences)
            .build();

    private final Directory directory;
    private final UserReads users;
    private final Principals principals;

    GroupReads(Directory directory, UserReads users, Principals principals) {
        this.directory = directory;
        this.users = users;
        this.principals = principals;
    }

    void offerOn(Routes routes) {
        routes.get("groups", Permissions.READ_GROUPS, this::list);
        routes.get("groups/$count", Permissions.READ_GROUPS, this::count);
        routes.get("groups/{group}", Permissions.READ_GROUPS, this::single);
        routes.get("groups/{group}/members", Permissions.READ_GROUPS, call -> members(call, false));
        routes.get("groups/{group}/transitiveMembers", Permissions.READ_GROUPS, call -> members(call, true));
        routes.get("groups/{group}/owners", Permissions.READ_GROUPS, this::owners);
        routes.get("users/{user}/memberOf", Permissions.READ_USERS, call -> memberships(call, false));
        routes.get("users/{user}/transitiveMemberOf", Permissions.READ_USERS, call -> memberships(call, true));
        routes.get("users/{user}/ownedObjects", Permissions.READ_USERS, this::owned);
    }

    /** The group that the path names. */
    Group group(GraphCall call) {
        Group group = directory.groups().get(call.parameter("group").toLowerCase(Locale.ROOT));
        if (group == null) {
            throw GraphProblem.notFound(call.parameter("group"));
        }
        return group;
    }

    private static List<Object> licences(Group group) {
        return List.copyOf(group.licences().stream()
                .map(sku -> (Object) Map.of("skuId", sku, "disabledPlans", List.of())).toList());
    }

    private Answer list(GraphCall call) {
        ListQuery<Group> query = ListQuery.of(call.options(), SCHEMA, call.eventual(), List.of("displayName"));
        return new Listing<>(call, "groups", query, directory.groups(), null).answer();
    }

    private Answer count(GraphCall call) {
        call.options().offering();
        if (!call.eventual()) {
            throw QueryRefused.bad("$count is not currently supported.");
        }
        return Answer.text(200, Answer.TEXT, String.valueOf(directory.groups().size())).with("OData-Version", "4.0");
    }

    private Answer single(GraphCall call) {
        call.options().offering("$select");
        return Replies.entity(call, 200, "groups", SCHEMA, group(call));
    }

    private Answer members(GraphCall call, boolean transitive) {
        NavigableMap<String, Principals.Principal> found = new TreeMap<>();
        collect(group(call).id(), transitive, found, new HashSet<>());
        return principals.list(call, found);
    }

    private void collect(String group, boolean transitive, NavigableMap<String, Principals.Principal> found,
            Set<String> seen) {
        if (!seen.add(group)) {
            return;
        }
        for (String id : directory.members(group)) {
            Principals.Principal member = principals.find(id);
            if (member != null) {
                found.put(id, member);
            }
        }
        for (Group child : directory.groups().values()) {
            if (child.parents().contains(group)) {
                found.put(child.id(), new Principals.Principal.OfGroup(child));
                if (transitive) {
                    collect(child.id(), true, found, seen);
                }
            }
        }
    }

    private Answer owners(GraphCall call) {
        NavigableMap<String, Principals.Principal> found = new TreeMap<>();
        for (String id : directory.owners(group(call).id())) {
            Principals.Principal owner = principals.find(id);
            if (owner != null) {
                found.put(id, owner);
            }
        }
        return principals.list(call, found);
    }

    private Answer memberships(GraphCall call, boolean transitive) {
        User user = users.shown(call);
        NavigableMap<String, Principals.Principal> found = new TreeMap<>();
        user.texts(UserField.GROUPS).forEach(id -> climb(id, transitive, found));
        Set<String> holders = new HashSet<>(Set.of(user.id()));
        if (transitive) {
            holders.addAll(found.keySet());
        }
        for (RoleAssignment role : directory.roles()) {
            if (!role.eligible() && holders.contains(role.principal())) {
                found.put(role.role().roleId(), new Principals.Principal.OfRole(role.role()));
            }
        }
        return principals.list(call, found);
    }

    private void climb(String id, boolean transitive, NavigableMap<String, Principals.Principal> found) {
        Group group = directory.groups().get(id);
        if (group == null || found.containsKey(id)) {
            return;
        }
        found.put(id, new Principals.Principal.OfGroup(group));
        if (transitive) {
            group.parents().forEach(parent -> climb(parent, true, found));
        }
    }

    private Answer owned(GraphCall call) {
        NavigableMap<String, Principals.Principal> found = new TreeMap<>();
        for (String id : users.shown(call).texts(UserField.OWNED)) {
            Group group = directory.groups().get(id);
            if (group != null) {
                found.put(id, new Principals.Principal.OfGroup(group));
            }
        }
        return principals.list(call, found);
    }
}

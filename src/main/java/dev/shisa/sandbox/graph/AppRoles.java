package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.AppRoleAssignment;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.ServicePrincipal;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.query.ListQuery;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.query.Schema.Reach;
import dev.shisa.sandbox.wire.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** {@code /users/{id}/appRoleAssignments}: which roles of applications a user was granted. No group here is granted any. */
final class AppRoles {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** An assignment with the names that Graph tells beside the ids. */
    private record Shown(AppRoleAssignment assignment, User principal, ServicePrincipal resource) {
    }

    /** The properties of {@code microsoft.graph.appRoleAssignment}. */
    private static final Schema<Shown> SCHEMA = Schema.<Shown>named("appRoleAssignment")
            .add("id", Schema.Type.TEXT, Reach.COMMON, shown -> shown.assignment().id())
            .add("deletedDateTime", Schema.Type.DATE, Reach.COMMON, shown -> null)
            .add("appRoleId", Schema.Type.GUID, Reach.COMMON, shown -> shown.assignment().role())
            .add("createdDateTime", Schema.Type.DATE, Reach.COMMON, shown -> shown.assignment().since())
            .add("principalDisplayName", Schema.Type.TEXT, Reach.COMMON,
                    shown -> shown.principal().text(UserField.DISPLAY_NAME))
            .add("principalId", Schema.Type.GUID, Reach.COMMON, shown -> shown.principal().id())
            .add("principalType", Schema.Type.TEXT, Reach.COMMON, shown -> "User")
            .add("resourceDisplayName", Schema.Type.TEXT, Reach.COMMON, shown -> shown.resource().displayName())
            .add("resourceId", Schema.Type.GUID, Reach.COMMON, shown -> shown.resource().id()).build();

    private final Directory directory;
    private final UserReads reads;
    private final Writes writes;

    AppRoles(UserReads reads, Writes writes) {
        this.directory = writes.directory();
        this.reads = reads;
        this.writes = writes;
    }

    void offerOn(Routes routes) {
        String set = "users/{user}/appRoleAssignments";
        routes.get(set, Permissions.READ_APP_ROLES, this::list);
        routes.get(set + "/{assignment}", Permissions.READ_APP_ROLES, this::single);
        routes.offer("POST", set, Permissions.WRITE_APP_ROLES, this::grant);
        routes.offer("DELETE", set + "/{assignment}", Permissions.WRITE_APP_ROLES, this::revoke);
    }

    private static String set(User user) {
        return "users('" + user.id() + "')/appRoleAssignments";
    }

    private Answer list(GraphCall call) {
        call.options().offering("$select", "$top", "$count", "$skiptoken");
        User user = reads.shown(call);
        NavigableMap<String, Shown> found = new TreeMap<>();
        user.appRoles().forEach(assignment -> found.put(assignment.id(), shown(user, assignment)));
        ListQuery<Shown> query = ListQuery.of(call.options(), SCHEMA, call.eventual(), List.of());
        return new Listing<>(call, set(user), query, found, null).answer();
    }

    private Shown shown(User user, AppRoleAssignment assignment) {
        return new Shown(assignment, user, resource(assignment.resource()));
    }

    private ServicePrincipal resource(String id) {
        for (ServicePrincipal application : directory.content().applications()) {
            if (application.id().equals(id.toLowerCase(Locale.ROOT))) {
                return application;
            }
        }
        throw GraphProblem.notFound(id);
    }

    private Answer single(GraphCall call) {
        call.options().offering("$select");
        User user = reads.shown(call);
        return Replies.entity(call, 200, set(user), SCHEMA, shown(user, assignment(call, user)));
    }

    private static AppRoleAssignment assignment(GraphCall call, User user) {
        String id = call.parameter("assignment");
        if (!ID.matcher(id).matches()) {
            throw GraphProblem.badRequest("Invalid resource identifier for EntitlementGrant.");
        }
        return user.appRoles().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> GraphProblem.notFound(id));
    }

    private Answer grant(GraphCall call) {
        JsonNode body = call.json(false);
        String principal = id(body, "principalId");
        String role = id(body, "appRoleId");
        String resource = id(body, "resourceId");
        return directory.exclusively(() -> {
            User user = reads.user(call);
            if (!user.id().equals(principal)) {
                throw GraphProblem.badRequest("Not a valid reference update.");
            }
            ServicePrincipal application = resource(resource);
            check(user, application, role);
            AppRoleAssignment granted = new AppRoleAssignment(
                    AppRoleAssignment.id(UUID.fromString(user.id()), UUID.randomUUID()), application.id(), role,
                    directory.clock().stamp());
            writes.accept(call, user, Writes.Kind.NEUTRAL, target -> with(target, granted));
            return Replies.entity(call, 201, set(user), SCHEMA, new Shown(granted, user, application))
                    .with("Location", call.root() + "/" + set(user) + "/" + granted.id());
        });
    }

    private static String id(JsonNode body, String name) {
        for (String given : body.propertyNames()) {
            if (!given.startsWith("@odata.") && SCHEMA.property(given) == null) {
                throw GraphProblem.badRequest("One or more property values specified are invalid: Could not find a "
                        + "property named '" + given + "' on type 'microsoft.graph.appRoleAssignment'.");
            }
        }
        String text = body.path(name).asString("").toLowerCase(Locale.ROOT);
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw GraphProblem.invalidValue(name,
                    "Invalid value specified for property '" + name + "' of resource 'AppRoleAssignment'.");
        }
        return text;
    }

    private static void check(User user, ServicePrincipal application, String role) {
        if (!application.assignable(role)) {
            throw GraphProblem.badRequest("Permission being assigned was not found on application '"
                    + application.appId() + "'.");
        }
        if (user.appRoles().stream().anyMatch(one -> same(one, application, role))) {
            throw GraphProblem.badRequest("Permission being assigned already exists on the object");
        }
    }

    private static boolean same(AppRoleAssignment one, ServicePrincipal application, String role) {
        return one.resource().equals(application.id()) && one.role().equals(role);
    }

    private static User with(User user, AppRoleAssignment granted) {
        List<AppRoleAssignment> all = new ArrayList<>(user.appRoles());
        all.add(granted);
        return user.with(UserField.APP_ROLES, List.copyOf(all));
    }

    private Answer revoke(GraphCall call) {
        return directory.exclusively(() -> {
            User user = reads.user(call);
            AppRoleAssignment revoked = assignment(call, user);
            writes.accept(call, user, Writes.Kind.NEUTRAL, target -> target.with(UserField.APP_ROLES,
                    target.appRoles().stream().filter(one -> !one.id().equals(revoked.id())).toList()));
            return Replies.noContent();
        });
    }
}

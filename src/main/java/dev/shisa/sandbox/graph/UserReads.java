package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Skus;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.query.ListQuery;
import dev.shisa.sandbox.query.QueryRefused;
import dev.shisa.sandbox.query.Schema;
import dev.shisa.sandbox.wire.Answer;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import java.nio.charset.StandardCharsets;

/** Reading users, active and deleted. */
final class UserReads {

    private final Directory directory;
    private final UserViews views;

    UserReads(Directory directory, UserViews views) {
        this.directory = directory;
        this.views = views;
    }

    void offerOn(Routes routes) {
        routes.get("users", Permissions.READ_USERS, this::list);
        routes.get("users/$count", Permissions.READ_USERS, call -> count(call, views.active(call)));
        routes.get("users/{user}", Permissions.READ_USERS, this::single);
        routes.get("users/{user}/licenseDetails", Permissions.READ_LICENCES, this::licenseDetails);
        routes.get("users/{user}/manager", Permissions.READ_USERS, this::manager);
        routes.get("users/{user}/directReports", Permissions.READ_USERS, this::directReports);
        routes.get("directory/deletedItems/microsoft.graph.user", Permissions.READ_USERS, this::listDeleted);
        routes.get("directory/deletedItems/microsoft.graph.user/$count", Permissions.READ_USERS,
                call -> count(call, views.deleted(call)));
        routes.get("directory/deletedItems/{deleted}", Permissions.READ_USERS, this::singleDeleted);
    }

    /** The active user that the path names, as it is. */
    User user(GraphCall call) {
        String key = call.parameter("user");
        return found(directory.find(key), key);
    }

    /** The active user that the path names, as a read shows it. */
    User shown(GraphCall call) {
        String key = call.parameter("user");
        return found(views.find(call, key), key);
    }

    private static User found(@Nullable User user, String key) {
        if (user == null) {
            throw GraphProblem.notFound(key);
        }
        return user;
    }

    /** The deleted user that the path names, as it is. */
    User deletedUser(GraphCall call) {
        String key = call.parameter("deleted");
        return found(directory.deleted().get(key.toLowerCase(Locale.ROOT)), key);
    }

    private Answer list(GraphCall call) {
        return listing(call, views.active(call));
    }

    private Answer listDeleted(GraphCall call) {
        return listing(call, views.deleted(call));
    }

    private static Answer listing(GraphCall call, NavigableMap<String, User> users) {
        ListQuery<User> query = query(call);
        return new Listing<>(call, "users", query, users, null).swiftly(new UserWriter(query.selected())::write);
    }

    private static ListQuery<User> query(GraphCall call) {
        return ListQuery.of(call.options(), UserSchema.SCHEMA, call.eventual(), UserSchema.SORTABLE);
    }

    private static Answer count(GraphCall call, NavigableMap<String, User> users) {
        call.options().offering("$filter", "$count");
        if (!call.eventual()) {
            throw QueryRefused.bad("$count is not currently supported.");
        }
        Predicate<User> test = ListQuery.test(call.options(), UserSchema.SCHEMA, true);
        long count = test == null ? users.size() : users.values().stream().filter(test).count();
        return Answer.of(200, Answer.TEXT, Long.toString(count).getBytes(StandardCharsets.UTF_8))
                .with("OData-Version", "4.0");
    }

    private Answer single(GraphCall call) {
        call.options().offering("$select");
        return Replies.entity(call, 200, "users", UserSchema.SCHEMA, shown(call));
    }

    private Answer singleDeleted(GraphCall call) {
        call.options().offering("$select");
        String key = call.parameter("deleted");
        return deletedObject(call, found(views.findDeleted(call, key), key));
    }

    /** A user as the directory-object collection shows it. */
    static Answer deletedObject(GraphCall call, User user) {
        String select = call.options().get("$select");
        List<Schema.Property<User>> selected = select == null
                ? UserSchema.SCHEMA.common()
                : UserSchema.SCHEMA.select(select, false);
        return Replies.object(call, 200, generator -> {
            Replies.context(call, generator, "directoryObjects/$entity");
            Replies.type(call, generator, "user");
            Replies.properties(generator, user, selected);
        });
    }

    private Answer licenseDetails(GraphCall call) {
        call.options().offering("$select");
        User user = shown(call);
        return Listing.plain(call, "users('" + user.id() + "')/licenseDetails",
                user.assignments().stream().map(assignment -> assignment.skuId()).distinct()
                        .map(sku -> TenantReads.licenseDetail(detailId(user, sku), Skus.known(sku),
                                directory.retiredPlans()))
                        .toList());
    }

    private static String detailId(User user, String sku) {
        return UUID.nameUUIDFromBytes((user.id() + sku).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Answer manager(GraphCall call) {
        call.options().offering("$select");
        String id = shown(call).text(UserField.MANAGER);
        User manager = id == null ? null : views.find(call, id);
        if (manager == null) {
            throw GraphProblem.notFound("manager");
        }
        return deletedObject(call, manager);
    }

    private Answer directReports(GraphCall call) {
        String id = shown(call).id();
        NavigableMap<String, User> seen = views.active(call);
        TreeMap<String, User> reports = new TreeMap<>();
        // A view of the past may show other managers than those of today, so nothing but a walk through it tells.
        for (String candidate : call.lag().isZero() ? directory.reports(id) : seen.keySet()) {
            User other = seen.get(candidate);
            if (other != null && id.equals(other.text(UserField.MANAGER))) {
                reports.put(candidate, other);
            }
        }
        return new Listing<>(call, "directoryObjects", query(call), reports, "user").answer();
    }
}

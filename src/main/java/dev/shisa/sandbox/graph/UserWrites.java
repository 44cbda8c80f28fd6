package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Accounts;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.wire.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Making, changing and deleting users. */
final class UserWrites {

    /** What a synced user's home directory decides. */
    private static final Set<String> ANYWHERE = Set.of("usagelocation");

    private final Directory directory;
    private final UserReads reads;
    private final Writes writes;
    private final Administrators administrators;
    private final Newcomers newcomers;

    UserWrites(UserReads reads, Writes writes) {
        this.directory = writes.directory();
        this.reads = reads;
        this.writes = writes;
        this.administrators = new Administrators(directory);
        this.newcomers = new Newcomers(writes);
    }

    void offerOn(Routes routes) {
        routes.offer("POST", "users", Permissions.WRITE_USERS, this::create);
        routes.offer("PATCH", "users/{user}", Permissions.PATCH_USERS, this::patch);
        routes.offer("DELETE", "users/{user}", Permissions.DELETE_USERS, this::delete);
        routes.offer("POST", "users/{user}/revokeSignInSessions", Permissions.REVOKE, this::revoke);
    }

    private Answer create(GraphCall call) {
        JsonNode body = call.json(false);
        return directory.exclusively(() -> {
            User made = new NewUser(directory).from(body);
            writes.accept(call, made, Writes.Kind.NEUTRAL, user -> user);
            return Replies.entity(call, 201, "users", UserSchema.SCHEMA, made).with("Location",
                    call.root() + "/users/" + made.id());
        });
    }

    private Answer patch(GraphCall call) {
        JsonNode body = call.json(false);
        return directory.exclusively(() -> {
            User user = changeable(call);
            UserPatch patch = new UserPatch(directory, user, body);
            patch.permit(call.caller());
            if (user.synced() && !patch.names(ANYWHERE)) {
                throw GraphProblem.synced();
            }
            if (patch.disables() && administrators.isLast(user)) {
                throw GraphProblem.denied();
            }
            writes.accept(call, user, patch.disables() ? Writes.Kind.REMOVING : Writes.Kind.NEUTRAL, patch::apply);
            return Replies.noContent();
        });
    }

    private Answer delete(GraphCall call) {
        return directory.exclusively(() -> {
            User user = changeable(call);
            if (administrators.isLast(user)) {
                throw GraphProblem.denied();
            }
            writes.accept(call, user, Writes.Kind.REMOVING,
                    target -> Accounts.softDelete(target, directory.clock().stamp()));
            newcomers.follow(user);
            return Replies.noContent();
        });
    }

    private Answer revoke(GraphCall call) {
        return directory.exclusively(() -> {
            User user = changeable(call);
            writes.accept(call, user, Writes.Kind.NEUTRAL,
                    target -> target.with(UserField.SESSIONS_VALID_FROM, directory.clock().stamp()));
            return Replies.value(call, "Edm.Boolean", true);
        });
    }

    private User changeable(GraphCall call) {
        User user = reads.user(call);
        if (user.flag(UserField.MANAGEMENT_RESTRICTED)) {
            throw GraphProblem.denied();
        }
        return user;
    }

    /** Whether a name belongs to one of the tenant's domains. */
    static void requireDomain(Directory directory, String principalName) {
        int at = principalName.lastIndexOf('@');
        String domain = principalName.substring(at + 1).toLowerCase(Locale.ROOT);
        List<String> domains = List.of(directory.content().defaultDomain(), directory.content().initialDomain());
        if (at < 1 || !domains.contains(domain)) {
            throw GraphProblem.invalidValue("userPrincipalName",
                    "The domain portion of the userPrincipalName property is invalid. You must use one of the verified "
                            + "domain names in your organization.");
        }
    }
}

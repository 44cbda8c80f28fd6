package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Accounts;
import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.wire.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Bringing deleted users back, and letting them go for good. */
final class RecycleBin {

    private static final String NEW_NAME = "newUserPrincipalName";
    private static final String RECONCILE = "autoReconcileProxyConflict";

    private final Directory directory;
    private final UserReads reads;
    private final Writes writes;

    RecycleBin(UserReads reads, Writes writes) {
        this.directory = writes.directory();
        this.reads = reads;
        this.writes = writes;
    }

    void offerOn(Routes routes) {
        routes.offer("POST", "directory/deletedItems/{deleted}/restore", Permissions.DELETE_USERS, this::restore);
        routes.offer("DELETE", "directory/deletedItems/{deleted}", Permissions.DELETE_USERS, this::purge);
    }

    private Answer restore(GraphCall call) {
        JsonNode body = call.json(true);
        for (String name : body.propertyNames()) {
            if (!Set.of(NEW_NAME, RECONCILE).contains(name) && !name.startsWith("@odata.")) {
                throw GraphProblem.badRequest("The parameter '" + name + "' in the request payload is not a valid "
                        + "parameter for the operation 'restore'.");
            }
        }
        String newName = newName(body);
        boolean reconcile = body.path(RECONCILE).asBoolean(false);
        return directory.exclusively(() -> {
            User deleted = reads.deletedUser(call);
            User named = named(deleted, newName);
            User restorable = addressed(named, reconcile);
            User after = writes.accept(call, restorable, Writes.Kind.GIVING,
                    user -> restored(user, directory.clock().stamp()));
            return UserReads.deletedObject(call, after);
        });
    }

    /** Back, but without a licence that others have taken meanwhile. */
    private User restored(User user, String now) {
        User seated = AssignLicense.unseated(user, sku -> writes.conditions().noSeats(sku.partNumber()), now);
        return Accounts.restore(seated, now, writes.delicensing());
    }

    private static @Nullable String newName(JsonNode body) {
        JsonNode node = body.path(NEW_NAME);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw GraphProblem.invalidValue(NEW_NAME, "Invalid value specified for parameter '" + NEW_NAME + "'.");
        }
        return node.asString();
    }

    private User named(User deleted, @Nullable String newName) {
        String name = newName == null ? Accounts.originalName(deleted) : newName;
        if (newName != null) {
            UserWrites.requireDomain(directory, newName);
        }
        if (directory.find(name) != null) {
            throw GraphProblem.conflict("userPrincipalName");
        }
        return newName == null ? deleted : deleted.with(UserField.USER_PRINCIPAL_NAME, newName);
    }

    private User addressed(User user, boolean reconcile) {
        List<String> free = new ArrayList<>();
        for (String address : user.texts(UserField.PROXY_ADDRESSES)) {
            if (directory.addresses().owner(address) == null) {
                free.add(address);
            } else if (!reconcile) {
                throw GraphProblem.conflict("proxyAddresses");
            }
        }
        if (free.size() == user.texts(UserField.PROXY_ADDRESSES).size()) {
            return user;
        }
        User stripped = user.with(UserField.PROXY_ADDRESSES, List.copyOf(free));
        String mail = user.text(UserField.MAIL);
        boolean kept = mail == null
                || free.stream().anyMatch(address -> address.toLowerCase(Locale.ROOT)
                        .equals("smtp:" + mail.toLowerCase(Locale.ROOT)));
        return kept ? stripped : stripped.with(UserField.MAIL, null);
    }

    private Answer purge(GraphCall call) {
        return directory.exclusively(() -> {
            User deleted = reads.deletedUser(call);
            writes.accept(call, deleted, Writes.Kind.NEUTRAL, Accounts::purge);
            return Replies.noContent();
        });
    }
}

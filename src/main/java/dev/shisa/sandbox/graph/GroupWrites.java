package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Group;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.wire.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Putting users into groups and taking them out, as members and as owners. Groups inside groups belong to the seed and
 * do not change.
 */
final class GroupWrites {

    private final Directory directory;
    private final GroupReads groups;
    private final Writes writes;
    private final References references;

    GroupWrites(GroupReads groups, Writes writes) {
        this.directory = writes.directory();
        this.groups = groups;
        this.writes = writes;
        this.references = new References(directory);
    }

    void offerOn(Routes routes) {
        routes.offer("POST", "groups/{group}/members/$ref", Permissions.WRITE_GROUPS,
                call -> add(call, UserField.GROUPS, "members"));
        routes.offer("DELETE", "groups/{group}/members/{member}/$ref", Permissions.WRITE_GROUPS, this::leave);
        routes.offer("POST", "groups/{group}/owners/$ref", Permissions.WRITE_OWNERS,
                call -> add(call, UserField.OWNED, "owners"));
        routes.offer("DELETE", "groups/{group}/owners/{owner}/$ref", Permissions.WRITE_OWNERS, this::disown);
    }

    private Answer add(GraphCall call, UserField field, String property) {
        String id = References.named(call);
        return directory.exclusively(() -> {
            Group group = changeable(call, field);
            User user = references.user(id);
            if (user.texts(field).contains(group.id())) {
                throw GraphProblem.badRequest("One or more added object references already exist for the following "
                        + "modified properties: '" + property + "'.");
            }
            writes.accept(call, user, Writes.Kind.NEUTRAL, target -> with(target, field, group));
            return Replies.noContent();
        });
    }

    private Answer leave(GraphCall call) {
        return directory.exclusively(
                () -> remove(call, changeable(call, UserField.GROUPS), UserField.GROUPS, call.parameter("member")));
    }

    private Answer disown(GraphCall call) {
        return directory.exclusively(() -> {
            Group group = changeable(call, UserField.OWNED);
            User owner = references.user(call.parameter("owner"));
            if (directory.owners(group.id()).equals(Set.of(owner.id()))) {
                throw GraphProblem.badRequest(
                        "The group must have at least one owner, hence this owner cannot be removed.");
            }
            return remove(call, group, UserField.OWNED, owner.id());
        });
    }

    private Answer remove(GraphCall call, Group group, UserField field, String id) {
        User user = references.user(id);
        if (!user.texts(field).contains(group.id())) {
            throw GraphProblem.notFound(id);
        }
        writes.accept(call, user, Writes.Kind.NEUTRAL, target -> without(target, field, group));
        return Replies.noContent();
    }

    /** The group of the path, if the caller and the group's kind let that relation be changed. */
    private Group changeable(GraphCall call, UserField field) {
        Group group = groups.group(call);
        boolean allowed = switch (group.kind()) {
            case ASSIGNED -> true;
            case ROLE_ASSIGNABLE -> call.caller().mayAny(Permissions.WRITE_ROLE_GROUPS);
            case DYNAMIC -> field != UserField.GROUPS;
            case SYNCED -> throw GraphProblem.synced();
        };
        if (!allowed) {
            throw GraphProblem.denied();
        }
        return group;
    }

    private static User with(User user, UserField field, Group group) {
        List<String> ids = new ArrayList<>(user.texts(field));
        if (!ids.contains(group.id())) {
            ids.add(group.id());
        }
        return user.with(field, List.copyOf(ids));
    }

    private static User without(User user, UserField field, Group group) {
        return user.with(field, user.texts(field).stream().filter(id -> !id.equals(group.id())).toList());
    }
}

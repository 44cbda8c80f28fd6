package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.wire.Answer;

/** {@code PUT} and {@code DELETE /users/{id}/manager/$ref}. */
final class ManagerWrites {

    private final Directory directory;
    private final UserReads reads;
    private final Writes writes;
    private final References references;

    ManagerWrites(UserReads reads, Writes writes) {
        this.directory = writes.directory();
        this.reads = reads;
        this.writes = writes;
        this.references = new References(directory);
    }

    void offerOn(Routes routes) {
        routes.offer("PUT", "users/{user}/manager/$ref", Permissions.WRITE_USERS, this::assign);
        routes.offer("DELETE", "users/{user}/manager/$ref", Permissions.WRITE_USERS, this::remove);
    }

    private Answer assign(GraphCall call) {
        String id = References.named(call);
        return directory.exclusively(() -> {
            User user = changeable(call);
            User manager = references.user(id);
            writes.accept(call, user, Writes.Kind.NEUTRAL, target -> target.with(UserField.MANAGER, manager.id()));
            return Replies.noContent();
        });
    }

    private Answer remove(GraphCall call) {
        return directory.exclusively(() -> {
            User user = changeable(call);
            String manager = user.text(UserField.MANAGER);
            if (manager == null || !directory.active().containsKey(manager)) {
                throw GraphProblem.notFound("manager");
            }
            writes.accept(call, user, Writes.Kind.NEUTRAL, target -> target.with(UserField.MANAGER, null));
            return Replies.noContent();
        });
    }

    private User changeable(GraphCall call) {
        User user = reads.user(call);
        if (user.flag(UserField.MANAGEMENT_RESTRICTED)) {
            throw GraphProblem.denied();
        }
        if (user.synced()) {
            throw GraphProblem.synced();
        }
        return user;
    }
}

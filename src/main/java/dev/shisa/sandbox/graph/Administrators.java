package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Role;
import dev.shisa.sandbox.directory.RoleAssignment;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;

/** Who is a global administrator, directly or through a group; eligible is not is. */
final class Administrators {

    private final Directory directory;

    Administrators(Directory directory) {
        this.directory = directory;
    }

    /** Whether this enabled administrator is the only one. */
    boolean isLast(User user) {
        return user.enabled() && holds(user) && directory.active().values().stream()
                .noneMatch(other -> !other.id().equals(user.id()) && other.enabled() && holds(other));
    }

    private boolean holds(User user) {
        for (RoleAssignment assignment : directory.roles()) {
            boolean his = assignment.principal().equals(user.id())
                    || user.texts(UserField.GROUPS).contains(assignment.principal());
            if (his && !assignment.eligible() && assignment.role() == Role.GLOBAL_ADMINISTRATOR) {
                return true;
            }
        }
        return false;
    }
}

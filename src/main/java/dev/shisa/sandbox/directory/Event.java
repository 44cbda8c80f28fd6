package dev.shisa.sandbox.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that is to take effect.
 *
 * @param at      when it happens; never before the last change
 * @param by      see {@link Change#by}
 * @param users   the users as they will be
 * @param roles   role assignments that begin or end
 * @param retired ids of service plans that leave every product
 * @param mark    which event of the tenant's life this is, or null
 */
public record Event(Instant at, String by, List<User> users, List<Change.RoleStep> roles, List<String> retired,
        Change.@Nullable Mark mark) {

    /** A change of users by somebody from outside. */
    public static Event of(Instant at, String by, List<User> users) {
        return new Event(at, by, users, List.of(), List.of(), null);
    }

    boolean isEmpty() {
        return users.isEmpty() && roles.isEmpty() && retired.isEmpty();
    }
}

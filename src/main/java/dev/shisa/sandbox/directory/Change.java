package dev.shisa.sandbox.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change that took effect, of one or more users at once, of role assignments, or of what the products contain.
 *
 * @param number  counts from 1 without gaps
 * @param at      server time, UTC, to the microsecond
 * @param by      client id of the application, {@code service} for what the tenant does by itself, {@code user:} and an
 *                object id, or the label of a {@link ServiceActor}
 * @param steps   what each user was and is
 * @param roles   role assignments that began or ended
 * @param retired ids of service plans that are in no product from now on
 * @param mark    which event of the tenant's life this is, or null
 */
public record Change(long number, String at, String by, List<Step> steps, List<RoleStep> roles, List<String> retired,
        @Nullable Mark mark) {

    /** One user before (null: did not exist) and after. */
    public record Step(@Nullable User before, User after) {
    }

    /** One role assignment that began or ended. */
    public record RoleStep(RoleAssignment assignment, boolean granted) {
    }

    /**
     * An event of the tenant's own life.
     *
     * @param event   what happened, as the life names it
     * @param due     the moment for which the event, or the event that this follows from, was drawn; UTC, nanoseconds
     * @param audited whether the directory's log ever tells of it
     */
    public record Mark(String event, String due, boolean audited) {
    }

    /** Whether the directory's log ever tells of it. */
    public boolean audited() {
        return mark == null || mark.audited();
    }
}

package dev.shisa.sandbox.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change that took effect, of one or more users at once.
 *
 * @param number counts from 1 without gaps
 * @param at     server time, UTC, whole seconds
 * @param by     client id of the application, or {@code service} for what the tenant does by itself
 * @param steps  what each user was and is
 */
public record Change(long number, String at, String by, List<Step> steps) {

    /** One user before (null: did not exist) and after. */
    public record Step(@Nullable User before, User after) {
    }
}

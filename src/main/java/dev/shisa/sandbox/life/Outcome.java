package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.Change;
import dev.shisa.sandbox.directory.User;
import java.util.List;
import java.util.Optional;

/**
 * What an event changes.
 *
 * @param by   who does it, as {@link Change#by}
 * @param next what follows from it later, if anything
 */
record Outcome(String by, List<User> users, List<Change.RoleStep> roles, List<String> retired, Optional<Due> next) {

    static Outcome of(String by, User user) {
        return new Outcome(by, List.of(user), List.of(), List.of(), Optional.empty());
    }

    static Outcome of(String by, Change.RoleStep step, Optional<Due> next) {
        return new Outcome(by, List.of(), List.of(step), List.of(), next);
    }
}

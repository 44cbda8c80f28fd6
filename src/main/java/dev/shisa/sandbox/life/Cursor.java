package dev.shisa.sandbox.life;

import dev.shisa.sandbox.directory.Change;
import dev.shisa.sandbox.directory.History;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the life of a tenant has been played, read from its changes.
 *
 * @param played  the moment of the last drawn event
 * @param pending what is still to follow from events that were played
 * @param retired whether the service plan has been retired
 */
record Cursor(Instant played, List<Due> pending, boolean retired) {

    static final String ROLE_ENDED = "role-expired";
    static final String LICENCE_FOLLOWED = "licence-followed";
    static final String PLAN_RETIRED = "plan-retired";

    static Cursor of(History history, FollowUps followUps, Instant start) {
        Instant played = start;
        boolean retired = false;
        Map<String, Due> pending = new LinkedHashMap<>();
        for (Change change : history.after(0)) {
            Change.Mark mark = change.mark();
            if (mark == null) {
                continue;
            }
            Instant due = Instant.parse(mark.due());
            if (Kind.labelled(mark.event()) != null && due.isAfter(played)) {
                played = due;
            }
            retired |= mark.event().equals(PLAN_RETIRED);
            pending.remove(mark.event() + due);
            follow(change, due, followUps).ifPresent(next -> pending.put(next.label() + due, next));
        }
        return new Cursor(played, List.copyOf(pending.values()), retired);
    }

    private static Optional<Due> follow(Change change, Instant due, FollowUps followUps) {
        String event = change.mark() == null ? "" : change.mark().event();
        if (event.equals(Kind.ROLE_ACTIVATED.label())) {
            return change.roles().stream().map(step -> followUps.roleEnds(due, step.assignment())).findFirst();
        }
        if (event.equals(Kind.LICENCE_GROUP_RECALCULATED.label())) {
            return change.steps().stream().flatMap(step -> moved(step.before(), step.after())
                    .map(group -> followUps.licenceFollows(due, step.after().id(), group))).findFirst();
        }
        return Optional.empty();
    }

    private static Stream<String> moved(@Nullable User before, User after) {
        List<String> had = before == null ? List.of() : before.texts(UserField.GROUPS);
        List<String> has = after.texts(UserField.GROUPS);
        return Stream.concat(has.stream().filter(id -> !had.contains(id)),
                had.stream().filter(id -> !has.contains(id)));
    }
}

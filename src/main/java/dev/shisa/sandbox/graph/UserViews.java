package dev.shisa.sandbox.graph;

import dev.shisa.sandbox.directory.Directory;
import dev.shisa.sandbox.directory.Identity;
import dev.shisa.sandbox.directory.User;
import dev.shisa.sandbox.directory.UserField;
import dev.shisa.sandbox.fault.FaultDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The users as reads show them: as they are, as they were a while ago, or with licences that lag behind. */
final class UserViews {

    private static final List<UserField> OF_LICENCES = List.of(UserField.ASSIGNMENTS, UserField.FORMER_PLANS,
            UserField.MAILBOX);

    private final Directory directory;
    private final FaultDesk faults;

    UserViews(Directory directory, FaultDesk faults) {
        this.directory = directory;
        this.faults = faults;
    }

    /** The active users as a listing shows them, by id. */
    NavigableMap<String, User> active(GraphCall call) {
        NavigableMap<String, User> then = view(call.lag(), directory.active(), Identity.ACTIVE);
        Map<String, User> before = beforeLicenceChanges(call.lag());
        if (before.isEmpty()) {
            return then;
        }
        NavigableMap<String, User> shown = new TreeMap<>(then);
        before.forEach((id, earlier) -> shown.computeIfPresent(id, (key, user) -> withLicencesOf(user, earlier)));
        return shown;
    }

    /** The users of the recycle bin as a listing shows them, by id. */
    NavigableMap<String, User> deleted(GraphCall call) {
        return view(call.lag(), directory.deleted(), Identity.SOFT_DELETED);
    }

    /** The active user of that object id or user principal name as a single read shows it, or null. */
    @Nullable
    User find(GraphCall call, String key) {
        Duration lag = call.singleLag();
        User user = lag.isZero() ? directory.find(key) : findThen(lag, key);
        return user == null ? null : withLicences(user, lag);
    }

    /** The deleted user of that object id as a single read shows it, or null. */
    @Nullable
    User findDeleted(GraphCall call, String id) {
        return view(call.singleLag(), directory.deleted(), Identity.SOFT_DELETED).get(id.toLowerCase(Locale.ROOT));
    }

    /** A user with the licences that a read shows. */
    User withLicences(User user) {
        return withLicences(user, Duration.ZERO);
    }

    private User withLicences(User user, Duration lag) {
        User earlier = user.identity() == Identity.ACTIVE ? beforeLicenceChanges(lag).get(user.id()) : null;
        return earlier == null ? user : withLicencesOf(user, earlier);
    }

    private Map<String, User> beforeLicenceChanges(Duration lag) {
        Duration late = faults.conditions().licenceChangeLate();
        if (late.isZero()) {
            return Map.of();
        }
        return directory.history().beforeLicenceChanges(ago(late.compareTo(lag) > 0 ? late : lag));
    }

    private static User withLicencesOf(User user, User earlier) {
        User shown = user;
        for (UserField field : OF_LICENCES) {
            shown = shown.with(field, earlier.value(field));
        }
        return shown;
    }

    private @Nullable User findThen(Duration lag, String key) {
        Map<String, Optional<User>> earlier = directory.history().stateAt(ago(lag));
        for (Optional<User> then : earlier.values()) {
            if (then.isPresent() && then.get().identity() == Identity.ACTIVE && named(then.get(), key)) {
                return then.get();
            }
        }
        User now = directory.find(key);
        return now == null || earlier.containsKey(now.id()) ? null : now;
    }

    private static boolean named(User user, String key) {
        return user.id().equalsIgnoreCase(key) || user.principalName().equalsIgnoreCase(key);
    }

    private NavigableMap<String, User> view(Duration lag, NavigableMap<String, User> current, Identity wanted) {
        if (lag.isZero()) {
            return current;
        }
        NavigableMap<String, User> then = new TreeMap<>(current);
        directory.history().stateAt(ago(lag)).forEach((id, user) -> {
            if (user.isPresent() && user.get().identity() == wanted) {
                then.put(id, user.get());
            } else {
                then.remove(id);
            }
        });
        return then;
    }

    private Instant ago(Duration by) {
        return directory.clock().now().minus(by);
    }
}

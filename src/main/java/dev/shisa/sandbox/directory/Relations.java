package dev.shisa.sandbox.directory;

import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Which active users are in a group, which own it, and who reports to whom. Built when it is first asked for, because of many accounts it
 * takes as long as all else. Thread-safe; a change is told after it can be seen among the active users, so that it is not
 * lost whichever of them comes first.
 */
final class Relations {

    private record Index(Map<String, NavigableSet<String>> members, Map<String, NavigableSet<String>> owners,
            Map<String, NavigableSet<String>> reports) {

        static Index empty() {
            return new Index(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        void learn(User user) {
            user.texts(UserField.GROUPS).forEach(group -> add(members, group, user));
            user.texts(UserField.OWNED).forEach(group -> add(owners, group, user));
            String manager = user.text(UserField.MANAGER);
            if (manager != null) {
                add(reports, manager, user);
            }
        }

        private static void add(Map<String, NavigableSet<String>> relation, String group, User user) {
            relation.computeIfAbsent(group, key -> new ConcurrentSkipListSet<>()).add(user.id());
        }

        void forget(User user) {
            user.texts(UserField.GROUPS).forEach(group -> of(group, members).remove(user.id()));
            user.texts(UserField.OWNED).forEach(group -> of(group, owners).remove(user.id()));
            String manager = user.text(UserField.MANAGER);
            if (manager != null) {
                of(manager, reports).remove(user.id());
            }
        }

        static NavigableSet<String> of(String groupId, Map<String, NavigableSet<String>> relation) {
            NavigableSet<String> ids = relation.get(groupId);
            return ids == null ? new ConcurrentSkipListSet<>() : ids;
        }
    }

    private final Map<String, User> active;
    private volatile @Nullable Index index;

    /** Of the active users by id. */
    Relations(Map<String, User> active) {
        this.active = active;
    }

    /** Active members of a group, themselves in it, by id. */
    NavigableSet<String> members(String groupId) {
        return Index.of(groupId, index().members());
    }

    /** Active owners of a group, by id. */
    NavigableSet<String> owners(String groupId) {
        return Index.of(groupId, index().owners());
    }

    /** Active users whose manager that user is, by id. */
    NavigableSet<String> reports(String userId) {
        return Index.of(userId, index().reports());
    }

    private Index index() {
        Index built = index;
        return built == null ? build() : built;
    }

    private synchronized Index build() {
        Index built = index;
        if (built == null) {
            built = Index.empty();
            active.values().forEach(built::learn);
            index = built;
        }
        return built;
    }

    synchronized void learn(User user) {
        Index built = index;
        if (built != null) {
            built.learn(user);
        }
    }

    synchronized void forget(User user) {
        Index built = index;
        if (built != null) {
            built.forget(user);
        }
    }
}

package dev.shisa.sandbox.directory;

import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which active users are in a group, and which own it. Thread-safe. */
final class Relations {

    private final Map<String, ConcurrentSkipListSet<String>> members = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentSkipListSet<String>> owners = new ConcurrentHashMap<>();

    /** Active members of a group, themselves in it, by id. */
    NavigableSet<String> members(String groupId) {
        return of(groupId, members);
    }

    /** Active owners of a group, by id. */
    NavigableSet<String> owners(String groupId) {
        return of(groupId, owners);
    }

    private static NavigableSet<String> of(String groupId, Map<String, ConcurrentSkipListSet<String>> relation) {
        ConcurrentSkipListSet<String> ids = relation.get(groupId);
        return ids == null ? new ConcurrentSkipListSet<>() : ids;
    }

    void learn(User user) {
        user.texts(UserField.GROUPS).forEach(group -> add(members, group, user));
        user.texts(UserField.OWNED).forEach(group -> add(owners, group, user));
    }

    private static void add(Map<String, ConcurrentSkipListSet<String>> relation, String group, User user) {
        relation.computeIfAbsent(group, key -> new ConcurrentSkipListSet<>()).add(user.id());
    }

    void forget(User user) {
        user.texts(UserField.GROUPS).forEach(group -> members(group).remove(user.id()));
        user.texts(UserField.OWNED).forEach(group -> owners(group).remove(user.id()));
    }
}

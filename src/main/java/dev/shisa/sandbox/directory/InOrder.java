package dev.shisa.sandbox.directory;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Users that are in the order of their ids, as the only thing from which a skip list is built in one go, without looking
 * for the place of each. It can be gone through and no more.
 */
@SuppressWarnings("JdkObsolete") // a skip list takes no less, and a NavigableMap would be more
final class InOrder extends AbstractMap<String, User> implements SortedMap<String, User> {

    private final List<User> users;

    private InOrder(List<User> users) {
        this.users = users;
    }

    /**
     * A map of these users by id.
     *
     * @throws IllegalArgumentException when they are not in the order of their ids, or an id is there twice
     */
    static ConcurrentSkipListMap<String, User> map(List<User> users) {
        for (int i = 1; i < users.size(); i++) {
            if (users.get(i - 1).id().compareTo(users.get(i).id()) >= 0) {
                throw new IllegalArgumentException("user " + users.get(i).id() + " is not behind "
                        + users.get(i - 1).id());
            }
        }
        return new ConcurrentSkipListMap<>(new InOrder(users));
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public Set<Map.Entry<String, User>> entrySet() {
        return new AbstractSet<>() {

            @Override
            public Iterator<Map.Entry<String, User>> iterator() {
                return users.stream().map(user -> Map.entry(user.id(), user)).iterator();
            }

            @Override
            public int size() {
                return users.size();
            }
        };
    }

    @Override
    public SortedMap<String, User> subMap(String from, String to) {
        throw new UnsupportedOperationException("only the whole");
    }

    @Override
    public SortedMap<String, User> headMap(String to) {
        throw new UnsupportedOperationException("only the whole");
    }

    @Override
    public SortedMap<String, User> tailMap(String from) {
        throw new UnsupportedOperationException("only the whole");
    }

    @Override
    public String firstKey() {
        return users.getFirst().id();
    }

    @Override
    public String lastKey() {
        return users.getLast().id();
    }
}

package dev.shisa.account;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A large map of accounts with a few of them taken out or laid over, without a copy: what lies below is asked when somebody asks. First come
 * the accounts from below in their order, then those that only lie above. As safe for several threads as what lies below.
 */
public final class AccountOverlay extends AbstractMap<AccountId, Observation> {
    private final Map<AccountId, Observation> below;
    private final UnaryOperator<Observation> change;
    private final Map<AccountId, Observation> above;
    private final Set<AccountId> without;

    /**
     * @param below never changed while this is in use
     * @param change what is made of each account from below
     * @param above stand instead of those from below, as they are
     * @param without are not there, whatever lies below
     */
    public AccountOverlay(Map<AccountId, Observation> below, UnaryOperator<Observation> change,
            Map<AccountId, Observation> above, Set<AccountId> without) {
        this.below = below;
        this.change = change;
        this.above = new HashMap<>(above);
        this.without = new HashSet<>(without);
        this.above.keySet().removeAll(this.without);
    }

    @Override
    public @Nullable Observation get(@Nullable Object key) {
        if (key == null || without.contains(key)) {
            return null;
        }
        Observation instead = above.get(key);
        return instead != null ? instead : Optional.ofNullable(below.get(key)).map(change).orElse(null);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && !without.contains(key) && (above.containsKey(key) || below.containsKey(key));
    }

    @Override
    public Set<AccountId> keySet() {
        return new Streamed<>() {
            @Override
            Stream<AccountId> all() {
                return Stream.concat(below.keySet().stream().filter(id -> !without.contains(id)),
                        above.keySet().stream().filter(id -> !below.containsKey(id)));
            }
        };
    }

    @Override
    public Set<Map.Entry<AccountId, Observation>> entrySet() {
        return new Streamed<>() {
            @Override
            Stream<Map.Entry<AccountId, Observation>> all() {
                return Stream.concat(
                        below.entrySet().stream().filter(entry -> !without.contains(entry.getKey()))
                                .map(AccountOverlay.this::laidOver),
                        above.entrySet().stream().filter(entry -> !below.containsKey(entry.getKey())));
            }
        };
    }

    private Map.Entry<AccountId, Observation> laidOver(Map.Entry<AccountId, Observation> entry) {
        Observation instead = above.get(entry.getKey());
        return Map.entry(entry.getKey(), instead != null ? instead : change.apply(entry.getValue()));
    }

    /** A set that is walked through each time it is asked for. */
    private abstract static class Streamed<T> extends AbstractSet<T> {
        abstract Stream<T> all();

        @Override
        public Iterator<T> iterator() {
            return all().iterator();
        }

        @Override
        public int size() {
            return Math.toIntExact(all().count());
        }
    }
}

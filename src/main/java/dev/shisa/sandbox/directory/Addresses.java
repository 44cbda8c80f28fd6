package dev.shisa.sandbox.directory;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who has which mail address. Built when it is first asked for, because most runs never restore or make an account, and
 * only of the users whose addresses do not follow from their names. Only used within {@link Directory#exclusively}.
 */
public final class Addresses {

    private static final String PREFIX = "smtp:";

    private final Map<String, User> active;
    private final Map<String, String> idByName;
    private @Nullable Map<String, String> owners;

    /** Of the active users by id, and their ids by their names in lower case. */
    Addresses(Map<String, User> active, Map<String, String> idByName) {
        this.active = active;
        this.idByName = idByName;
    }

    /** The id of the active user that has the address ({@code smtp:} prefix in any case), or null. */
    public @Nullable String owner(String address) {
        Map<String, String> index = owners;
        if (index == null) {
            index = new ConcurrentHashMap<>();
            owners = index;
            active.values().forEach(this::learn);
        }
        String wanted = address.toLowerCase(Locale.ROOT);
        String owner = index.get(wanted);
        return owner == null && wanted.startsWith(PREFIX) ? following(wanted) : owner;
    }

    private @Nullable String following(String address) {
        for (String name : Following.Name.namesBehind(address.substring(PREFIX.length()))) {
            String id = idByName.get(name);
            User user = id == null ? null : active.get(id);
            if (user != null && user.texts(UserField.PROXY_ADDRESSES).stream().anyMatch(address::equalsIgnoreCase)) {
                return id;
            }
        }
        return null;
    }

    void learn(User user) {
        Map<String, String> index = owners;
        if (index != null && !user.follows(UserField.PROXY_ADDRESSES)) {
            user.texts(UserField.PROXY_ADDRESSES)
                    .forEach(address -> index.put(address.toLowerCase(Locale.ROOT), user.id()));
        }
    }

    void forget(User user) {
        Map<String, String> index = owners;
        if (index != null) {
            user.texts(UserField.PROXY_ADDRESSES)
                    .forEach(address -> index.remove(address.toLowerCase(Locale.ROOT), user.id()));
        }
    }
}

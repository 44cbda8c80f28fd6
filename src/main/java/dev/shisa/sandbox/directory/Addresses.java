package dev.shisa.sandbox.directory;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who has which mail address. Built when it is first asked for, because most runs never restore or make an account.
 * Only used within {@link Directory#exclusively}.
 */
public final class Addresses {

    private final Map<String, User> active;
    private @Nullable Map<String, String> owners;

    Addresses(Map<String, User> active) {
        this.active = active;
    }

    /** The id of the active user that has the address ({@code smtp:} prefix in any case), or null. */
    public @Nullable String owner(String address) {
        Map<String, String> index = owners;
        if (index == null) {
            index = new ConcurrentHashMap<>();
            owners = index;
            active.values().forEach(this::learn);
        }
        return index.get(address.toLowerCase(Locale.ROOT));
    }

    void learn(User user) {
        Map<String, String> index = owners;
        if (index != null) {
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

package dev.shisa.site;

import java.util.Locale;
import java.util.Optional;

/**
 * Accounts that a site lists, told by how their sign-in names begin.
 *
 * @param prefix how the names begin, lower case; empty when nobody is listed
 */
public record Listing(Optional<String> prefix) {

    /** Nobody. */
    public static Listing nobody() {
        return new Listing(Optional.empty());
    }

    /** Everybody whose sign-in name begins so. */
    public static Listing startingWith(String prefix) {
        if (prefix.isBlank()) {
            throw new IllegalArgumentException("a blank prefix would list everybody");
        }
        return new Listing(Optional.of(prefix.toLowerCase(Locale.ROOT)));
    }

    /** Whether the account of that sign-in name is listed. */
    public boolean contains(String userPrincipalName) {
        return prefix.filter(userPrincipalName.toLowerCase(Locale.ROOT)::startsWith).isPresent();
    }
}

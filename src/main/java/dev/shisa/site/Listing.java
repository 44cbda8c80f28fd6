package dev.shisa.site;

import java.util.List;
import java.util.Locale;

/**
 * Accounts that a site lists by their sign-in names.
 *
 * @param names in small letters; a {@code *} stands for any characters
 */
public record Listing(List<String> names) {
    public Listing {
        names = List.copyOf(names);
        for (String name : names) {
            if (name.isBlank() || name.startsWith("*") || !name.equals(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("a list of accounts would hold everybody or nobody by: " + name);
            }
        }
    }

    /** Nobody. */
    public static Listing nobody() {
        return new Listing(List.of());
    }

    /** Everybody whose sign-in name begins so, whatever the domain. */
    public static Listing startingWith(String prefix) {
        return new Listing(List.of(prefix + "*"));
    }

    /** How the listed names begin: each up to its first {@code *}. */
    public List<String> prefixes() {
        return names.stream().map(name -> name.split("\\*", 2)[0]).distinct().toList();
    }

    /** Whether the account of that sign-in name is listed. */
    public boolean contains(String userPrincipalName) {
        String name = userPrincipalName.toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(listed -> matches(listed.split("\\*", -1), name));
    }

    /** Whether the text is made of these parts in their order, with anything between them and nothing around them. */
    private static boolean matches(String[] parts, String text) {
        if (parts.length == 1) {
            return text.equals(parts[0]);
        }
        String last = parts[parts.length - 1];
        int from = parts[0].length();
        if (!text.startsWith(parts[0]) || text.length() < from + last.length() || !text.endsWith(last)) {
            return false;
        }
        int end = text.length() - last.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = text.indexOf(parts[i], from);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            from = found + parts[i].length();
        }
        return true;
    }
}

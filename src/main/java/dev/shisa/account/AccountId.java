package dev.shisa.account;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The object id of a principal. Names only find an account; this is what it is. Ids compare to the letter, so the value is kept
 * as the service wrote it.
 *
 * @param value a UUID in its text form
 */
public record AccountId(String value) implements Comparable<AccountId> {
    private static final Pattern FORM = Pattern
            .compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /**
     * @throws IllegalArgumentException when the value is not a UUID in text form
     */
    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an object id: " + value);
        }
    }

    /** The id, when the text has the form of one. */
    public static Optional<AccountId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AccountId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

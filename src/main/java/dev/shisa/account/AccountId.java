package dev.shisa.account;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The object id of a principal. Names only find an account; this is what it is. Ids compare to the letter, so the value is kept
 * as the service wrote it.
 *
 * @param value a UUID in its text form
 */
public record AccountId(String value) implements Comparable<AccountId> {
    private static final int LENGTH = 36;

    /**
     * @throws IllegalArgumentException when the value is not a UUID in text form
     */
    public AccountId {
        if (!isId(value)) {
            throw new IllegalArgumentException("not an object id: " + value);
        }
    }

    private static boolean isId(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** The id, when the text has the form of one. */
    public static Optional<AccountId> parse(String text) {
        return isId(text) ? Optional.of(new AccountId(text)) : Optional.empty();
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

package dev.shisa.lint;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that a call's parameters are asked.
 *
 * @param parameter the full name of a parameter
 * @param value the value it must have, in any case; {@code true}, {@code false}, {@code null} stand for {@code $true}, {@code $false},
 *        {@code $null}, and a {@code *} for any characters; empty when the parameter need only be given, and not as {@code false}
 */
public record Condition(String parameter, Optional<String> value) {

    /** The condition as it is written in a table: {@code Parameter} or {@code Parameter=value}. */
    static Condition parse(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Condition(text, Optional.empty())
                : new Condition(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
    }

    /** Whether the condition holds for sure. */
    public boolean holds(Given given) {
        Optional<String> actual = given.values().get(parameter);
        return actual != null && actual.isPresent() && meets(actual.get());
    }

    /** Whether the condition holds as far as can be seen: what cannot be seen may be anything. */
    public boolean mayHold(Given given) {
        Optional<String> actual = given.values().get(parameter);
        return actual == null ? given.open() : actual.isEmpty() || meets(actual.get());
    }

    private boolean meets(String actual) {
        return value.map(wanted -> isLike(actual.strip(), wanted))
                .orElse(!Objects.equals(Names.folded(actual.strip()), "false"));
    }

    // Two marks and one way back: never more than the product of both lengths, whatever stands in a script.
    private static boolean isLike(String text, String pattern) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int next = 0;
        while (at < text.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                resume = at;
            } else if (next < pattern.length() && isSame(text.charAt(at), pattern.charAt(next))) {
                at++;
                next++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(next).chars().allMatch(c -> c == '*');
    }

    private static boolean isSame(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }

    /** The condition as it is written in a table. */
    public String describe() {
        return parameter + value.map(v -> "=" + v).orElse("");
    }
}

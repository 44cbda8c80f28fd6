package dev.shisa.sandbox.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments as text: those in whole seconds are in the order of their text, finer ones are not. */
final class Moments {

    private static final int WHOLE_SECONDS = "2018-01-09T21:20:02Z".length();

    private Moments() {
    }

    static int compare(String one, String other) {
        return one.length() == WHOLE_SECONDS && other.length() == WHOLE_SECONDS
                ? one.compareTo(other)
                : Instant.parse(one).compareTo(Instant.parse(other));
    }

    /** The earliest moment of a property that a filter lets pass, or null if there is no such bound. */
    static @Nullable Instant earliest(Filter filter, String property) {
        return switch (filter) {
            case Filter.And(Filter left, Filter right) -> later(earliest(left, property), earliest(right, property));
            case Filter.Or(Filter left, Filter right) -> earlier(earliest(left, property), earliest(right, property));
            case Filter.Compare(var path, var operator, Literal.Date(String date)) when path.size() == 1
                    && path.getFirst().equalsIgnoreCase(property) ->
                switch (operator) {
                    case EQ, GE, GT -> Instant.parse(date);
                    case NE, LE, LT -> null;
                };
            default -> null;
        };
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isBefore(other) ? one : other;
    }
}

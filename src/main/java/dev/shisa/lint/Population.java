package dev.shisa.lint;

import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Objects that a reading command gave, or some of them.
 *
 * @param origin the command
 * @param selection how much of everything it asked for
 * @param isCut whether it stops after some, silently or because it was told a number
 * @param filters what was filtered after it was listed
 * @param hidden where what selects comes from, if nobody sees it
 * @param widensAt where an empty value would make it more
 * @param many whether it may be more than one
 */
record Population(Call origin, Selection selection, boolean isCut, List<ClientFilter> filters, Optional<Source> hidden,
        Optional<Span> widensAt, boolean many) {
    Population {
        filters = List.copyOf(filters);
    }

    /** How much of everything. */
    enum Selection {
        /** All there is, or all of one kind. */
        WHOLE,
        /** All there is in one place. */
        PART,
        /** What has some property. */
        NARROWED,
        /** What was named. */
        NAMED,
        /** Nobody knows. */
        UNKNOWN
    }

    /**
     * A selection after the listing.
     *
     * @param span of what selects
     * @param narrows whether it leaves anything out
     * @param code what selects, where it can be seen
     */
    record ClientFilter(Span span, boolean narrows, Optional<Expression> code) {
    }

    boolean isUnbounded() {
        return selection == Selection.WHOLE && filters.stream().noneMatch(ClientFilter::narrows);
    }

    Population with(ClientFilter filter) {
        List<ClientFilter> all = new ArrayList<>(filters);
        if (!all.contains(filter)) {
            all.add(filter);
        }
        return new Population(origin, selection, isCut, all, hidden, widensAt, many);
    }

    Population picked() {
        return new Population(origin, Selection.NAMED, isCut, filters, hidden, widensAt, many);
    }

    Population single() {
        return new Population(origin, Selection.NAMED, isCut, filters, hidden, widensAt, false);
    }

    /** Somebody looked whether there is anything. */
    Population checked() {
        return new Population(origin, selection, isCut, filters, hidden, Optional.empty(), many);
    }
}

package dev.shisa.lint;

import dev.shisa.powershell.Expression;
import dev.shisa.powershell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param part whether these are values of some property of the objects, and not the objects
 */
record Population(Call origin, Selection selection, boolean isCut, List<ClientFilter> filters, Optional<Source> hidden,
        Optional<Span> widensAt, boolean many, boolean part) {
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
     * @param ofPart whether it looks at values of some property of the objects, or at something else that tells of them, and not at the objects
     */
    record ClientFilter(Span span, boolean narrows, Optional<Expression> code, boolean ofPart) {
        ClientFilter(Span span, boolean narrows, Optional<Expression> code) {
            this(span, narrows, code, false);
        }

        /** The same condition, which asks about other things than these objects. */
        ClientFilter elsewhere() {
            return new ClientFilter(span, narrows, code, true);
        }

        /** What stands in the same place is the same; comparing whole expressions again and again would take for ever. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ClientFilter filter && filter.narrows == narrows && filter.span.equals(span);
        }

        @Override
        public int hashCode() {
            return span.hashCode();
        }
    }

    boolean isUnbounded() {
        return selection == Selection.WHOLE && filters.stream().noneMatch(ClientFilter::narrows);
    }

    Population with(ClientFilter filter) {
        List<ClientFilter> all = new ArrayList<>(filters);
        if (!all.contains(filter)) {
            all.add(part ? filter.elsewhere() : filter);
        }
        return new Population(origin, selection, isCut, all, hidden, widensAt, many, part);
    }

    Population picked() {
        return new Population(origin, Selection.NAMED, isCut, filters, hidden, widensAt, many, part);
    }

    /** With all that is left of it on further pages. */
    Population uncut() {
        return new Population(origin, selection, false, filters, hidden, widensAt, many, part);
    }

    /** The values of some property of them. */
    Population member() {
        return new Population(origin, selection, isCut, filters, hidden, widensAt, many, true);
    }

    Population single() {
        return new Population(origin, Selection.NAMED, false, filters, hidden, widensAt, false, part);
    }

    /** Of two that one command gave, the one that leaves out less. */
    Population less(Population other) {
        boolean isLess = isUnbounded() == other.isUnbounded()
                ? filters.size() <= other.filters.size()
                : isUnbounded();
        return isLess ? joined(other, filters, selection) : joined(other, other.filters, other.selection);
    }

    /** Of two that one command gave, what either leaves out. */
    Population more(Population other) {
        List<ClientFilter> all = new ArrayList<>(filters);
        other.filters.stream().filter(filter -> !all.contains(filter)).forEach(all::add);
        return joined(other, all, selection.compareTo(other.selection) >= 0 ? selection : other.selection);
    }

    private Population joined(Population other, List<ClientFilter> left, Selection selected) {
        return new Population(origin, selected, isCut || other.isCut, left, hidden.or(() -> other.hidden),
                widensAt.or(() -> other.widensAt), many || other.many,
                part && other.part);
    }
}

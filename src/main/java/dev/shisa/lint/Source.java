package dev.shisa.lint;

import dev.shisa.powershell.Span;

/**
 * Where a value comes from that does not stand in the text.
 *
 * @param kind where from
 * @param span where the text says so
 * @param many whether it may be more than one
 * @param mayBeEmpty whether nothing keeps it from being empty
 */
record Source(Kind kind, Span span, boolean many, boolean mayBeEmpty) {

    /** Places that a text does not show. */
    enum Kind {
        FILE,
        PARAMETER,
        UNSET,
        INPUT
    }

    Source checked() {
        return new Source(kind, span, many, false);
    }
}

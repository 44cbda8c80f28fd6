package dev.shisa.journal;

import java.util.Locale;

/** How a target stands, as a run's journal tells. */
public enum TargetState {
    /** Nothing was sent. */
    NOT_STARTED,
    /** A request may have left. */
    INTENDED,
    /** The service refused it. */
    REJECTED,
    /** The service accepted it; nothing seen yet. */
    ACCEPTED,
    /** Nobody can say what it did. */
    UNKNOWN,
    /** Seen as declared. */
    VERIFIED,
    /** Not seen as declared within the bound, and nothing else was lost. */
    MISSING,
    /** Part of what was declared is seen, and the rest is not within its bound. */
    PARTIAL,
    /** Seen as before after a request of which nobody knew what it did. */
    NOT_APPLIED,
    /** Something was lost that was not declared. */
    VIOLATED,
    /** Changed by a named other actor after our request, so that it cannot be as declared. Nobody undoes somebody else's work. */
    OVERTAKEN,
    /** Not touched, on purpose. */
    SKIPPED;

    /** The name in files and output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a request for it may have taken effect. */
    public boolean mayHaveChanged() {
        return switch (this) {
            case INTENDED, ACCEPTED, UNKNOWN, VERIFIED, MISSING, PARTIAL, VIOLATED, NOT_APPLIED -> true;
            case NOT_STARTED, REJECTED, SKIPPED, OVERTAKEN -> false;
        };
    }
}

package dev.shisa.journal;

/** What the last record about a target says; the rows of {@link RecoveryTable}. */
public enum LastRecord {
    /** Nothing was sent, or what was sent was seen to have done nothing. */
    NONE,
    /** A request may have left, and nobody knows what it did. */
    UNRESOLVED,
    /** The service refused it. */
    REJECTED,
    /** The service accepted it, and nobody has seen it done. */
    ACCEPTED,
    /** It was looked at and judged. */
    JUDGED;

    /** The row of a target in that state. */
    public static LastRecord of(TargetState state) {
        return switch (state) {
            case NOT_STARTED, NOT_APPLIED, SKIPPED -> NONE;
            case INTENDED, UNKNOWN -> UNRESOLVED;
            case REJECTED -> REJECTED;
            case ACCEPTED, MISSING, PARTIAL -> ACCEPTED;
            case VERIFIED, VIOLATED, OVERTAKEN -> JUDGED;
        };
    }
}

package dev.shisa.journal;

/** How a target looks, held against how it was before its first request and against what was declared; the columns of {@link RecoveryTable}. */
public enum Sight {
    /** Nothing that was declared has happened, and nothing else. */
    AS_BEFORE,
    /** Everything that was declared, and nothing else. */
    AS_DECLARED,
    /** Some of what was declared, and nothing else. */
    PART,
    /** Something was lost that was not declared. */
    SOMETHING_ELSE,
    /** Changed by somebody else, whom the audit log names, so that it cannot be as declared. */
    BY_OTHERS,
    /** It cannot be read. */
    NOT_READABLE
}

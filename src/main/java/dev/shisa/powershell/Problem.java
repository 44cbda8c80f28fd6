package dev.shisa.powershell;

/**
 * A place that is no PowerShell, or that is not understood.
 *
 * @param offset where it was noticed
 * @param kind what is wrong
 */
public record Problem(int offset, Kind kind) {

    /** What can be wrong with a text. */
    public enum Kind {
        /** A string or here-string does not end. */
        UNTERMINATED_STRING,
        /** A comment does not end. */
        UNTERMINATED_COMMENT,
        /** A parenthesis, brace or bracket does not end. */
        UNCLOSED,
        /** A parenthesis or brace ends that did not begin. */
        UNOPENED,
        /** An operand, a name, a body or a value is missing. */
        INCOMPLETE,
        /** Something stands where nothing of its kind may stand. */
        UNEXPECTED,
        /** It is nested deeper than is read; what follows is not read at all. */
        TOO_DEEP
    }
}

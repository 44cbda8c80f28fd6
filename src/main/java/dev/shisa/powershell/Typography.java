package dev.shisa.powershell;

/**
 * A character that is not the one on the keyboard, where it takes part in the syntax, or seems to.
 *
 * @param offset where it stands
 * @param character it
 * @param kind what it stands for
 */
public record Typography(int offset, char character, Kind kind) {

    /** What such a character stands for. */
    public enum Kind {
        /** PowerShell takes it for a dash. */
        DASH,
        /** PowerShell takes it for a quotation mark. */
        QUOTE,
        /** PowerShell takes it for a blank. */
        BLANK,
        /** It looks like the dash of a parameter, and PowerShell takes it for a letter. */
        NO_DASH
    }
}

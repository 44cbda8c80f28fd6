package dev.shisa.document;

/** What kind of file was read. */
public enum Format {
    /** PowerShell itself: all of it is code. */
    SCRIPT,
    /** Plain text: prose with lines of code in it, or a script that was saved as text. */
    TEXT,
    /** CommonMark with tables. */
    MARKDOWN,
    /** A web page. */
    HTML,
    /** A document of Office Open XML. */
    WORD,
    /** A PDF with text in it. */
    PDF
}
